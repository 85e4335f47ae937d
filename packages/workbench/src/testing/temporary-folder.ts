import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where `os.tmpdir()` looks, by system. */
const variables = ['TMPDIR', 'TEMP', 'TMP'] as const

/**
 * Gives everything that a run of vitest starts a temporary folder of its own, so that nothing stays behind in the one of
 * the machine, whatever a test forgets or does not come to remove.
 *
 * @returns what removes it with all that it holds and puts the environment back
 */
export function setup(): () => void {
  const before = variables.map((name) => [name, process.env[name]] as const)
  const folder = mkdtempSync(join(tmpdir(), 'concordat-tests-'))
  for (const name of variables) process.env[name] = folder
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
    rmSync(folder, { recursive: true, force: true })
  }
}
