import { isUtf8 } from 'node:buffer'
import { hash } from 'node:crypto'
import type { Cache } from '../cache/cache.ts'
import type { ContractFile, Json } from './catalog.ts'
import type { ContractProblem } from './contract-error.ts'
import { findReferences } from './find-references.ts'
import { parseJson } from './parse-json.ts'
import { parseYaml } from './parse-yaml.ts'
import type { Parsed, TextFault } from './text-fault.ts'
import { lineStarts, positionAt } from './text-position.ts'

/** One for all files, because making one takes longer than reading a file by it. */
const decoder = new TextDecoder()

/** A file that was read, or all that is wrong with it. */
export type ParsedFile = { readonly file: ContractFile } | { readonly problems: readonly ContractProblem[] }

/** Whether a path is read as JSON; everything else is YAML, of which JSON is a part. */
export function isJsonPath(path: string): boolean {
  return /\.(?:json|avsc)$/i.test(path)
}

/** Reads the bytes of one file, as JSON or YAML by its name. Parsed YAML is kept in the cache, because it is slow to read. */
export async function parseFile(
  path: string,
  bytes: Uint8Array,
  cache: Cache | undefined,
): Promise<ParsedFile> {
  if (!isUtf8(bytes)) {
    const fix = 'Save it in UTF-8.'
    const place = { file: path, line: 1, column: 1, pointer: '' }
    return { problems: [{ code: 'unreadable', message: `${path} is not encoded in UTF-8.`, fix, place }] }
  }
  const text = decoder.decode(bytes)
  const digest = hash('sha256', bytes)
  const parsed = isJsonPath(path) ? parseJson(text) : await parseYamlOnce(text, digest, cache)
  if ('faults' in parsed) return { problems: parsed.faults.map((fault) => toProblem(path, text, fault)) }
  const { value } = parsed
  return { file: { path, hash: digest, text, value, references: findReferences(path, value) } }
}

async function parseYamlOnce(text: string, digest: string, cache: Cache | undefined): Promise<Parsed> {
  const known = cache?.get('yaml', digest)
  if (known !== undefined) return { value: JSON.parse(known) as Json }
  const parsed = await parseYaml(text)
  if (!('value' in parsed)) return parsed
  const json = JSON.stringify(parsed.value)
  cache?.set('yaml', digest, json)
  // An alias is the same object in two places of what the library returns; here each place has a value of its own.
  return { value: JSON.parse(json) as Json }
}

function toProblem(path: string, text: string, fault: TextFault): ContractProblem {
  const place = { file: path, ...positionAt(lineStarts(text), fault.offset), pointer: '' }
  return { code: fault.code, message: `${path} ${fault.message}.`, fix: fault.fix, place }
}
