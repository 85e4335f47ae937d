import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What one run of a process cost. */
export interface Cost {
  /** Wall clock, seconds. */
  readonly seconds: number
  /** CPU of all its threads, user and system, seconds. */
  readonly cpu: number
  /** Largest resident set, MiB. */
  readonly memory: number
  readonly exitCode: number | null
  readonly output: string
}

/** Has the measured process write its own resource usage into the file that COST_FILE names. */
const REPORTER = `data:text/javascript,${encodeURIComponent(`
import { writeFileSync } from 'node:fs'
process.on('exit', () => writeFileSync(process.env.COST_FILE, JSON.stringify(process.resourceUsage())))
`)}`

/** Runs Node with arguments and measures it, the start of the process included. */
export async function measure(args: readonly string[], folder: string): Promise<Cost> {
  const scratch = mkdtempSync(join(tmpdir(), 'concordat-bench-'))
  const costFile = join(scratch, 'cost.json')
  try {
    const started = performance.now()
    const { exitCode, output } = await runNode(['--import', REPORTER, ...args], folder, costFile)
    const seconds = (performance.now() - started) / 1000
    const usage = JSON.parse(readFileSync(costFile, 'utf8')) as NodeJS.ResourceUsage
    return {
      seconds,
      cpu: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
      memory: usage.maxRSS / 1024,
      exitCode,
      output,
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/**
 * The run with the least CPU of several: on a shared machine the least disturbed one.
 *
 * @param prepare is called before each run
 */
export async function measureBest(
  runs: number,
  args: readonly string[],
  folder: string,
  prepare: (run: number) => void = () => {},
): Promise<Cost> {
  prepare(0)
  let best = await measure(args, folder)
  for (let run = 1; run < runs; run++) {
    prepare(run)
    const next = await measure(args, folder)
    if (next.cpu < best.cpu) best = next
  }
  return best
}

function runNode(
  args: readonly string[],
  cwd: string,
  costFile: string,
): Promise<{ exitCode: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, COST_FILE: costFile, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
    child.on('error', reject)
    child.on('close', (exitCode) => resolve({ exitCode, output }))
  })
}
