import { createHash } from 'node:crypto'
import type { ContractFile } from '../catalog.ts'

type Algorithm = 'sha1' | 'sha256'

/** The id that git gives a file's content, by the hash that the repository uses (gitformat-pack, "object storage"). */
export function blobIdOf(file: ContractFile, algorithm: Algorithm = 'sha1'): string {
  const known = ids[algorithm].get(file)
  if (known !== undefined) return known
  const bytes = Buffer.from(file.text)
  const id = createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
  ids[algorithm].set(file, id)
  return id
}

const ids: Readonly<Record<Algorithm, WeakMap<ContractFile, string>>> = {
  sha1: new WeakMap(),
  sha256: new WeakMap(),
}

/** Whether a blob holds what a file holds; a repository names its blobs by one algorithm or the other. */
export function isBlobOf(file: ContractFile, blobId: string): boolean {
  return blobIdOf(file, blobId.length === 64 ? 'sha256' : 'sha1') === blobId
}
