import { ContractError } from '../model/contract-error.ts'
import { isReadFailure } from '../model/sources/contract-source.ts'
import { listRevision, resolveRevision } from '../model/sources/git.ts'
import { withSource } from '../model/sources/open-source.ts'
import type { BaseRevision } from './base-revision.ts'

/**
 * A git revision of the repository that a folder lies in, to compare the folder with. Only the list of files is read
 * now; contents are read when a file turns out to differ.
 *
 * @throws ContractError `bad-revision` where the folder is in no repository or the revision is unknown
 */
export function openBaseRevision(folder: string, revision: string): BaseRevision {
  const commit = resolveRevision(folder, revision)
  const files = listRevision(folder, commit)
  return {
    label: commit.startsWith(revision) ? commit.slice(0, 8) : `${revision} (${commit.slice(0, 8)})`,
    blobs: new Map(files.map(({ path, blobId }) => [path, blobId])),
    read: (path) => readAt(folder, commit, path),
  }
}

function readAt(repository: string, revision: string, path: string): Promise<string> {
  return withSource({ kind: 'revision', repository, revision }, async (source) => {
    const bytes = await source.read(path)
    if (!isReadFailure(bytes)) return Buffer.from(bytes).toString('utf8')
    const message = `${path} at ${revision.slice(0, 8)} ${bytes.detail}.`
    throw new ContractError([
      { code: 'unreadable', message, fix: 'Look at it with "git show".', place: undefined },
    ])
  })
}
