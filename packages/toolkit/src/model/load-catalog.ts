import type { Cache } from '../cache/cache.ts'
import type { Catalog, ContractFile, Node, System } from './catalog.ts'
import type { Config } from './config.ts'
import { ContractError } from './contract-error.ts'
import type { FileReader } from './file-reader.ts'
import { readContractFiles, type ContractFiles } from './contract-files.ts'
import { discoverDocuments, type FoundDocument } from './discover-documents.ts'
import { readConfig } from './load-config.ts'
import { ProblemList } from './problem-list.ts'
import type { ReadContext } from './read-context.ts'
import { readDocuments } from './read-documents.ts'
import { readSubjects, versionPaths } from './read-subjects.ts'
import { readSystems } from './read-systems.ts'
import { isFailure } from './references.ts'
import { type KnownCatalog, sameSystems } from './same-systems.ts'
import type { ContractSource } from './sources/contract-source.ts'
import { withSource, type SourceSpec } from './sources/open-source.ts'

export interface LoadOptions {
  /** Replaces concordat.config.json of the source. */
  readonly config?: Config
  /** Keeps parsed YAML between runs; whoever gives it flushes it. */
  readonly cache?: Cache
  /** Another catalog: files and systems that are the same here are taken from it, and not read again. */
  readonly known?: KnownCatalog
  /** Whether a source without a single contract gives an empty catalog; the base of a first proposal is one. */
  readonly allowEmpty?: boolean
}

/**
 * Reads the contracts of a folder, a git revision or an archive into one readonly catalog: AsyncAPI 2.x and 3.x
 * documents, the subjects under schemas/ and all that they refer to. Nothing is fetched and nothing is executed.
 * Whether the documents are valid AsyncAPI is the linter's question.
 *
 * ```ts
 * const catalog = await loadCatalog({ kind: 'folder', path: '.' })
 * ```
 * @throws ContractError with every problem found, where the input cannot be worked with
 */
export function loadCatalog(
  source: SourceSpec | ContractSource,
  options: LoadOptions = {},
): Promise<Catalog> {
  return withSource(source, (opened) => load(opened, options))
}

async function load(source: ContractSource, options: LoadOptions): Promise<Catalog> {
  const config = options.config ?? (await readConfig(source))
  const { known, cache } = options
  const reader: FileReader = { source, cache, known: known?.files ?? new Map<string, ContractFile>() }
  const documents = await discoverDocuments(reader, config)
  const versions = versionPaths(await source.list(config.schemas), config.schemas)
  if (documents.length + versions.length === 0 && options.allowEmpty !== true) throw nothingFound(source)
  const roots = [...documents.map((document) => document.path), ...versions]
  return toCatalog(source, config, documents, await readContractFiles(reader, roots), known)
}

function toCatalog(
  source: ContractSource,
  config: Config,
  found: readonly FoundDocument[],
  { files, references, locate }: ContractFiles,
  known: KnownCatalog | undefined,
): Catalog {
  const problems = new ProblemList(locate)
  const subjects = readSubjects(files.values(), config.schemas, problems)
  const versions = subjects.flatMap((subject) => subject.versions)
  const context: ReadContext = {
    references,
    problems,
    documents: readDocuments(found, files, problems),
    versions: new Map(versions.map((version) => [version.path, version])),
    servers: new Map(),
    serversOf: new Map(),
    channels: new Map(),
    messages: new Map(),
  }
  const same = known === undefined ? new Map<string, System>() : sameSystems(known, files, context)
  const systems = readSystems(context, same)
  problems.throwIfAny()
  const resolve = (from: { readonly file: string }, ref: string): Node => {
    const node = references.follow({ file: from.file, ref })
    if (!isFailure(node)) return node
    const { code, message, fix } = node
    throw new ContractError([{ code, message, fix, place: locate({ file: from.file, pointer: '' }) }])
  }
  const { openEnums } = config.compatibility
  return { source: source.label, systems, subjects, openEnums, files, resolve, locate }
}

function nothingFound(source: ContractSource): ContractError {
  const message = `There is no AsyncAPI document in ${source.label}.`
  const fix =
    'Run the command where the contracts are, name the place with --root, or start with "concordat init".'
  return new ContractError([{ code: 'not-found', message, fix, place: undefined }])
}
