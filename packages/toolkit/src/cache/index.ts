export type { Cache } from './cache.ts'
export { fingerprintCode, fingerprintFiles } from './fingerprint.ts'
export { cacheFolder, noCache, openCache } from './open-cache.ts'
