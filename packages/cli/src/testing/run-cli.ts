import type { Output } from '../output/output.ts'
import { run } from '../run.ts'
import type { Ending } from './run-program.ts'

/** Runs a command line in this process, without colours and line breaks of a terminal. */
export async function runCli(...argv: readonly string[]): Promise<Ending> {
  const printed = { stdout: '', stderr: '' }
  const output: Output = {
    print: (text) => void (printed.stdout += `${text}\n`),
    printError: (text) => void (printed.stderr += `${text}\n`),
    style: (_, text) => text,
    styleError: (_, text) => text,
    columns: Infinity,
    columnsError: Infinity,
  }
  const code = await run(argv, output)
  return { code, ...printed }
}
