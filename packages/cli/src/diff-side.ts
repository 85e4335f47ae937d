import { statSync } from 'node:fs'
import { basename, dirname, relative, resolve, sep } from 'node:path'
import type { DiffSide } from '@concordat/toolkit/gate'
import {
  DEFAULT_CONFIG,
  folderSource,
  loadCatalog,
  memorySource,
  parseSource,
} from '@concordat/toolkit/model'
import type { Catalog, ContractSource, SourceSpec } from '@concordat/toolkit/model'
import { UsageError } from './command.ts'
import type { Workspace } from './workspace.ts'

/** What an argument of `diff` names. */
export type DiffArgument =
  | { readonly kind: 'version'; readonly subject: string; readonly version: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'tree'; readonly source: SourceSpec; readonly label: string }

/** `orders/order.created@1.0.0` is a version, a file that exists one schema, and everything else a tree of contracts. */
export function parseDiffArgument(text: string, root: string): DiffArgument {
  const [, subject = '', version = ''] = /^([^@]+\/[^@]+)@(\d[^@]*)$/.exec(text) ?? []
  if (subject !== '') return { kind: 'version', subject, version }
  const source = parseSource(text, root)
  if (source.kind === 'revision' && isFile(resolve(text))) return { kind: 'file', path: resolve(text) }
  return { kind: 'tree', source, label: source.kind === 'revision' ? text : `${source.kind} ${text}` }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}

/**
 * Loads one version or one file.
 *
 * @param catalog of the workspace; asked for where a version is named
 * @throws UsageError for a version that there is not
 * @throws ContractError for a file that cannot be read
 */
export async function openDiffSide(
  argument: Exclude<DiffArgument, { kind: 'tree' }>,
  workspace: Pick<Workspace, 'root' | 'cache'>,
  catalog: () => Promise<Catalog>,
): Promise<DiffSide> {
  if (argument.kind === 'version') return versionSide(argument, await catalog())
  const path = resolve(argument.path)
  // References may lead anywhere in the root; a file outside it stands for itself.
  const isInside = path.startsWith(`${workspace.root}${sep}`)
  const root = isInside ? workspace.root : dirname(path)
  const name = relative(root, path).split(sep).join('/')
  const loaded = await loadCatalog(withDocumentAbout(folderSource(root), name), {
    config: { ...DEFAULT_CONFIG, documents: [DOCUMENT], schemas: DOCUMENT },
    cache: workspace.cache,
  })
  const value = loaded.files.get(name)?.value ?? null
  return {
    catalog: loaded,
    schema: { file: name, pointer: '', value },
    name: 'schema',
    version: isInside ? name : basename(path),
  }
}

function versionSide(
  { subject, version }: Extract<DiffArgument, { kind: 'version' }>,
  catalog: Catalog,
): DiffSide {
  const known = catalog.subjects.find(({ name }) => name === subject)
  if (known === undefined) throw new UsageError(`There is no subject ${JSON.stringify(subject)}.`)
  const found = known.versions.find((other) => other.version === version)
  if (found === undefined) {
    const versions = known.versions.map((other) => other.version).join(', ')
    throw new UsageError(`${subject} has no version ${JSON.stringify(version)}; there is ${versions}.`)
  }
  return { catalog, schema: found.schema, name: subject, version, versionId: found.id }
}

/** No file of a repository has such a name. */
const DOCUMENT = '\u0000diff.json'

/** A schema is read as the payload of a message, with all that it refers to. */
function withDocumentAbout(source: ContractSource, path: string): ContractSource {
  const payload = { $ref: `./${path.split('/').map(encodeURIComponent).join('/')}` }
  const document = {
    asyncapi: '3.0.0',
    info: { title: 'diff', version: '0.0.0' },
    channels: { diff: { messages: { diff: { payload } } } },
  }
  const added = memorySource({ [DOCUMENT]: JSON.stringify(document) })
  return {
    ...source,
    list: async (folder, except) => (folder === DOCUMENT ? [] : source.list(folder, except)),
    read: (file) => (file === DOCUMENT ? added : source).read(file),
  }
}
