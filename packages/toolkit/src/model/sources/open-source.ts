import type { ContractSource } from './contract-source.ts'
import { folderSource } from './folder-source.ts'

/** Where a catalog is loaded from. Paths are those of the file system. */
export type SourceSpec =
  | { readonly kind: 'folder'; readonly path: string }
  /** Git objects, without a checkout; `repository` may be a folder inside one and is then the root. */
  | { readonly kind: 'revision'; readonly repository: string; readonly revision: string }
  /** A .tar, .tar.gz, .tgz or .zip file. */
  | { readonly kind: 'archive'; readonly path: string }

/**
 * Opens a source for as long as `use` runs.
 * @throws ContractError `not-found`, `bad-revision` or `bad-archive` where there is no such source
 */
export async function withSource<T>(
  source: SourceSpec | ContractSource,
  use: (source: ContractSource) => Promise<T>,
): Promise<T> {
  if (!('kind' in source)) return use(source)
  const opened = await openSource(source)
  try {
    return await use(opened)
  } finally {
    await opened.close()
  }
}

/** Most runs read a folder, and need neither git nor what unpacks archives. */
async function openSource(source: SourceSpec): Promise<ContractSource> {
  if (source.kind === 'folder') return folderSource(source.path)
  if (source.kind === 'archive') {
    const { archiveSource } = await import('./archive-source.ts')
    return archiveSource(source.path)
  }
  const { revisionSource } = await import('./revision-source.ts')
  return revisionSource(source.repository, source.revision)
}

/** Starts what other programs can do for a source that will be opened later, beside other work. */
export async function prepareSource(source: SourceSpec): Promise<void> {
  if (source.kind !== 'revision') return
  const { listRevision, resolveRevision } = await import('./git.ts')
  void listRevision(source.repository, resolveRevision(source.repository, source.revision))
}
