import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const compiler = fileURLToPath(new URL('../../../node_modules/.bin/tsc', import.meta.url))

/** Checks types by a tsconfig; what the compiler says, empty where it has nothing to say. */
export async function compile(tsconfig: string): Promise<string> {
  try {
    await run(compiler, ['-p', tsconfig])
    return ''
  } catch (error) {
    return (error as { readonly stdout: string }).stdout
  }
}
