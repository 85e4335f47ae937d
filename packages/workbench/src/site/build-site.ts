import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { processOutput, type Output } from '../../../cli/src/output/output.ts'
import { run } from '../../../cli/src/run.ts'
import { repositoryRoot } from '../repository-root.ts'

/**
 * Writes the documentation site of this repository's own contracts, or of those under another root, by the command that
 * users run.
 *
 * @returns the folder that it stands in
 */
export async function buildSite(
  root: string = repositoryRoot,
  ...options: readonly string[]
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-site-'))
  const lines: string[] = []
  const print = (line: string): void => void lines.push(line)
  const output: Output = { ...processOutput, print, printError: print }
  const code = await run(['docs', '--root', root, '--no-cache', '--out', folder, ...options], output)
  if (code !== 0) throw new Error(lines.join('\n'))
  return folder
}
