import type { Cache } from '../cache.ts'

/** A cache that keeps everything for as long as it is held. */
export function memoryCache(kept: Map<string, string> = new Map()): Cache {
  return {
    get: (kind, key) => kept.get(`${kind} ${key}`),
    set: (kind, key, value) => void kept.set(`${kind} ${key}`, value),
    flush: () => {},
  }
}
