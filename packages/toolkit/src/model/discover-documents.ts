import { isUtf8 } from 'node:buffer'
import type { Json } from './catalog.ts'
import { CONFIG_FILE, type Config } from './config.ts'
import { ContractError } from './contract-error.ts'
import { knownFile, type FileReader } from './file-reader.ts'
import { isObject } from './json.ts'
import { isReadFailure } from './sources/contract-source.ts'

/** An AsyncAPI document that was found, and the folder it was looked for in. */
export interface FoundDocument {
  readonly path: string
  /** `asyncapi`, a folder of the configuration, or `''`. */
  readonly folder: string
}

/**
 * First key of a document that was bundled from others, as the documentation site offers it: whoever writes the site into
 * the repository has not written a contract.
 */
export const BUNDLE_MARK = 'x-concordat-bundle'

const DOCUMENT = /\.(?:ya?ml|json)$/i

/**
 * Finds the AsyncAPI documents of a source: those of the configuration, else those under asyncapi/, else all there are.
 * @throws ContractError `not-found` for a configured path where there is no document
 */
export async function discoverDocuments(
  reader: FileReader,
  config: Config,
): Promise<readonly FoundDocument[]> {
  if (config.documents !== undefined) return configuredDocuments(reader, config.documents)
  const usual = await documentsUnder(reader, 'asyncapi')
  return usual.length > 0 ? usual : documentsUnder(reader, '', config.generated)
}

async function configuredDocuments(
  reader: FileReader,
  paths: readonly string[],
): Promise<readonly FoundDocument[]> {
  const found = new Map<string, FoundDocument>()
  for (const path of paths) {
    const documents = DOCUMENT.test(path) ? [{ path, folder: '' }] : await documentsUnder(reader, path)
    if (documents.length === 0) throw nothingUnder(path)
    for (const document of documents) found.set(document.path, document)
  }
  return [...found.values()]
}

function nothingUnder(path: string): ContractError {
  const message = `${CONFIG_FILE} names ${JSON.stringify(path)} among its documents, but there is no AsyncAPI document under it.`
  return new ContractError([
    { code: 'not-found', message, fix: 'Correct the path in "documents".', place: undefined },
  ])
}

async function documentsUnder(
  reader: FileReader,
  folder: string,
  except?: string,
): Promise<readonly FoundDocument[]> {
  const paths = await reader.source.list(folder, except)
  const found: FoundDocument[] = []
  for (const path of paths.filter((path) => DOCUMENT.test(path)).toSorted()) {
    if (await isDocument(reader, path)) found.push({ path, folder })
  }
  return found
}

async function isDocument(reader: FileReader, path: string): Promise<boolean> {
  const known = knownFile(reader, path)
  if (known !== undefined) return looksLikeDocument(path, known.text)
  const bytes = await reader.source.read(path)
  // A document that cannot be read is reported as such; any other file that cannot be read is none of our business.
  if (isReadFailure(bytes)) return bytes.failure === 'too-large' && /asyncapi/i.test(path)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!buffer.includes('asyncapi') || !isUtf8(buffer)) return false
  return looksLikeDocument(path, buffer.toString())
}

/** Decides by the text alone, because parsing every YAML file of a stranger's repository would take too long. */
function looksLikeDocument(path: string, text: string): boolean {
  if (!/\.json$/i.test(path) && BLOCK_YAML.test(text.replace(/^\uFEFF/, ''))) return true
  if (!/^\uFEFF?\s*\{/.test(text) || !/"asyncapi"\s*:\s*"\d/.test(text)) return false
  if (/^\uFEFF?\s*\{\s*"asyncapi"\s*:/.test(text)) return true
  try {
    const value = JSON.parse(text.replace(/^\uFEFF/, '')) as Json
    return isObject(value) && Object.hasOwn(value, 'asyncapi') && !Object.hasOwn(value, BUNDLE_MARK)
  } catch {
    // Its author meant a document; the parser will say what is wrong with it.
    return true
  }
}

const BLOCK_YAML = /^(?:asyncapi|"asyncapi"|'asyncapi')[ \t]*:/m
