import { BlobReader } from '../model/sources/blob-reader.ts'
import { listRevision, resolveRevision } from '../model/sources/git.ts'
import type { BaseRevision } from './base-revision.ts'

/**
 * A git revision of the repository that a folder lies in, to compare the folder with. Only the list of files is read
 * now; contents are read when a file turns out to differ.
 *
 * @throws ContractError `bad-revision` where the folder is in no repository or the revision is unknown
 */
export async function openBaseRevision(folder: string, revision: string): Promise<BaseRevision> {
  const commit = resolveRevision(folder, revision)
  const files = await listRevision(folder, commit)
  const blobs = new Map(Array.from(files, ([path, { blobId }]) => [path, blobId]))
  return {
    label: commit.startsWith(revision) ? commit.slice(0, 8) : `${revision} (${commit.slice(0, 8)})`,
    blobs,
    read: (paths) => readBlobs(folder, blobs, paths),
  }
}

async function readBlobs(
  repository: string,
  blobs: BaseRevision['blobs'],
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  if (paths.length === 0) return texts
  const reader = new BlobReader(repository)
  try {
    for (const path of paths) {
      const bytes = await reader.read(blobs.get(path) ?? '')
      if (bytes instanceof Uint8Array) texts.set(path, new TextDecoder().decode(bytes))
    }
  } finally {
    await reader.close()
  }
  return texts
}
