import { archiveSource } from './archive-source.ts'
import type { ContractSource } from './contract-source.ts'
import { folderSource } from './folder-source.ts'
import { listRevision, resolveRevision } from './git.ts'
import { revisionSource } from './revision-source.ts'

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

function openSource(source: SourceSpec): ContractSource | Promise<ContractSource> {
  if (source.kind === 'folder') return folderSource(source.path)
  return source.kind === 'archive'
    ? archiveSource(source.path)
    : revisionSource(source.repository, source.revision)
}

/** Starts what other programs can do for a source that will be opened later, beside other work. */
export function prepareSource(source: SourceSpec): void {
  if (source.kind === 'revision')
    void listRevision(source.repository, resolveRevision(source.repository, source.revision))
}
