import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where `os.tmpdir()` looks, by system. */
const temporary = ['TMPDIR', 'TEMP', 'TMP'] as const

/** Where programs keep what they may lose (XDG Base Directory Specification). */
const cache = 'XDG_CACHE_HOME'

/**
 * Gives everything that a run of vitest starts a temporary folder and a cache of its own, so that nothing stays behind in
 * those of the machine, whatever a test forgets or does not come to remove.
 *
 * @returns what removes it with all that it holds and puts the environment back
 */
export function setup(): () => void {
  const before = [...temporary, cache].map((name) => [name, process.env[name]] as const)
  const folder = mkdtempSync(join(tmpdir(), 'concordat-tests-'))
  for (const name of temporary) process.env[name] = folder
  process.env[cache] = join(folder, 'cache')
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
    rmSync(folder, { recursive: true, force: true })
  }
}
