import { createHash } from 'node:crypto'

/** The id that git gives a file's content, by the hash that the repository uses (gitformat-pack, "object storage"). */
export function blobIdOf(text: string, algorithm: 'sha1' | 'sha256' = 'sha1'): string {
  const bytes = Buffer.from(text)
  return createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

/** Whether a blob holds a text; a repository names its blobs by one algorithm or the other. */
export function isBlobOf(text: string, blobId: string): boolean {
  return blobIdOf(text, blobId.length === 64 ? 'sha256' : 'sha1') === blobId
}
