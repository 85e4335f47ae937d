import type { Cache } from '../cache/cache.ts'

/** A JSON value from the cache, or computed and kept. The key must stand for all that the value depends on. */
export async function cached<T>(
  cache: Cache,
  kind: string,
  key: string,
  compute: () => Promise<T> | T,
): Promise<T> {
  const known = cache.get(kind, key)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only this function writes entries of this kind
  if (known !== undefined) return JSON.parse(known) as T
  const value = await compute()
  cache.set(kind, key, JSON.stringify(value))
  return value
}
