import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Cache } from './cache.ts'

/**
 * Opens a cache in a folder: one JSON file a kind, read when its kind is first asked for. On `flush` an entry that this
 * process neither read nor set is dropped, so the files stay as small as the last run needed.
 *
 * @param folder where the files stand; created when something is written
 * @param version part of every key: entries of other versions of the code are never seen
 */
export function openCache(folder: string, version: string): Cache {
  const kinds = new Map<string, Kind>()
  const kindOf = (name: string): Kind => {
    const known = kinds.get(name)
    if (known !== undefined) return known
    const file = join(folder, `${name}.json`)
    const kind: Kind = { file, stored: readEntries(file, version), used: new Map(), changed: false }
    kinds.set(name, kind)
    return kind
  }
  return {
    get(name, key) {
      const kind = kindOf(name)
      const value = kind.used.get(key) ?? kind.stored.get(key)
      if (value !== undefined) kind.used.set(key, value)
      return value
    },
    set(name, key, value) {
      const kind = kindOf(name)
      kind.changed ||= kind.stored.get(key) !== value
      kind.used.set(key, value)
    },
    flush() {
      for (const kind of kinds.values()) {
        if (kind.changed || kind.used.size < kind.stored.size) writeEntries(kind, version)
      }
    },
  }
}

/** A cache that holds nothing, for `--no-cache`. */
export const noCache: Cache = { get: () => undefined, set: () => {}, flush: () => {} }

/**
 * The folder that a repository's cache stands in: inside its node_modules where it has one, so that it goes with it,
 * else under the user's own cache folder (XDG Base Directory Specification).
 */
export function cacheFolder(root: string): string {
  const absolute = resolve(root)
  const modules = join(absolute, 'node_modules')
  if (isFolder(modules)) return join(modules, '.cache', 'concordat')
  const base = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache')
  return join(base, 'concordat', createHash('sha256').update(absolute).digest('hex').slice(0, 16))
}

interface Kind {
  readonly file: string
  readonly stored: ReadonlyMap<string, string>
  readonly used: Map<string, string>
  changed: boolean
}

function readEntries(file: string, version: string): Map<string, string> {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (!isRecord(content) || content['version'] !== version || !isRecord(content['entries']))
      return new Map()
    const entries = Object.entries(content['entries'])
    return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  } catch {
    return new Map()
  }
}

function writeEntries(kind: Kind, version: string): void {
  try {
    const folder = dirname(kind.file)
    mkdirSync(folder, { recursive: true })
    const temporary = `${kind.file}.${process.pid}`
    writeFileSync(temporary, JSON.stringify({ version, entries: Object.fromEntries(kind.used) }))
    renameSync(temporary, kind.file)
  } catch {
    // A cache that cannot be written only costs time.
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
