import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { exitCode } from './exit-code.ts'
import { repositoryRoot } from './repository-root.ts'
import { countTests, readReport, type TestCount } from './test-summary.ts'

/** Runs vitest over these projects, with its output, and counts the tests. */
export async function runVitest(
  projects: readonly string[],
  extraArguments: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<TestCount> {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-test-'))
  try {
    const report = join(folder, 'report.json')
    const ending = await vitest(projects, [...extraArguments, `--outputFile.json=${report}`], environment)
    return countTests(readReport(report), ending)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs vitest to its end and resolves to its exit code. SIGINT and SIGTERM end it, not this process. */
async function vitest(
  projects: readonly string[],
  extraArguments: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  const program = join(repositoryRoot, 'node_modules/vitest/vitest.mjs')
  const options = ['--reporter=default', '--reporter=json', ...projects.map((name) => `--project=${name}`)]
  const child = spawn(process.execPath, [program, 'run', ...options, ...extraArguments], {
    cwd: repositoryRoot,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  })
  const forward = (signal: NodeJS.Signals) => {
    // Ctrl-C in a terminal reaches vitest by itself.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, forward)
  try {
    const [code] = (await once(child, 'exit')) as [number | null]
    return code ?? exitCode.failed
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, forward)
  }
}
