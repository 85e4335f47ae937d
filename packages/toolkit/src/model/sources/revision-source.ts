import { posix } from 'node:path'
import { isBlobOf } from './blob-id.ts'
import { BlobReader } from './blob-reader.ts'
import { isReadFailure, pathsUnder, type ContractSource, type ReadFailure } from './contract-source.ts'
import { listRevision, resolveRevision, type RevisionFile } from './git.ts'

/** Links are followed so many times; more is a loop. */
const MAX_LINKS = 10

/**
 * Opens a git revision, read from git's objects without a checkout; close it after use. A folder inside the repository is
 * the root.
 * @throws ContractError `bad-revision` where the folder is in no git repository or the revision is unknown
 */
export async function revisionSource(repository: string, revision: string): Promise<ContractSource> {
  const commit = resolveRevision(repository, revision)
  const files = await listRevision(repository, commit)
  const blobs = new BlobReader(repository)
  return {
    label: `revision ${revision} (${commit.slice(0, 8)})`,
    list: (folder, except) => Promise.resolve(pathsUnder(files.keys(), folder, except)),
    read: (path) => readFile(files, blobs, path, MAX_LINKS),
    holds: (file) => {
      const listed = files.get(file.path)
      return listed !== undefined && !listed.isLink && isBlobOf(file, listed.blobId)
    },
    close: () => blobs.close(),
  }
}

async function readFile(
  files: ReadonlyMap<string, RevisionFile>,
  blobs: BlobReader,
  path: string,
  links: number,
): Promise<Uint8Array | ReadFailure> {
  const file = files.get(path)
  if (file === undefined) return { failure: 'missing', detail: 'does not exist in this revision' }
  const bytes = await blobs.read(file.blobId)
  if (bytes === undefined)
    return { failure: 'unreadable', detail: 'is missing from the clone, which is a partial one' }
  if (isReadFailure(bytes)) return bytes
  if (!file.isLink) return bytes
  const link = new TextDecoder().decode(bytes)
  const target = posix.join(posix.dirname(path), link)
  if (link.startsWith('/') || target.startsWith('../')) {
    return { failure: 'outside-root', detail: 'is a link that leaves the root' }
  }
  return links > 0
    ? readFile(files, blobs, target, links - 1)
    : { failure: 'unreadable', detail: 'is a link to itself' }
}
