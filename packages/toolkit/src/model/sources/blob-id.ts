import { createHash } from 'node:crypto'

/** The id that git gives a file's content, by the hash that the repository uses (gitformat-pack, "object storage"). */
export function blobIdOf(text: string, algorithm: 'sha1' | 'sha256' = 'sha1'): string {
  const bytes = Buffer.from(text)
  return createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}
