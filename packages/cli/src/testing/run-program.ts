import { spawn } from 'node:child_process'
import { dirname } from 'node:path'

/** How a program ended and what it printed. */
export interface Ending {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program in a folder to its end. The Node that runs this one comes first on its PATH; it prints no colours. */
export function runProgram(folder: string, program: string, args: readonly string[]): Promise<Ending> {
  const { promise, resolve, reject } = Promise.withResolvers<Ending>()
  const path = `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`
  const env = { ...process.env, PATH: path, NODE_OPTIONS: '', NO_COLOR: '1' }
  const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  child.on('error', reject)
  child.on('close', (code) => resolve({ code, stdout, stderr }))
  return promise
}

/** Like {@link runProgram}, and throws what it printed unless it ends with 0. */
export async function mustRun(folder: string, program: string, args: readonly string[]): Promise<Ending> {
  const ending = await runProgram(folder, program, args)
  if (ending.code !== 0)
    throw new Error(
      `${program} ${args.join(' ')} ended with ${ending.code}:\n${ending.stdout}${ending.stderr}`,
    )
  return ending
}
