import { printSummary } from './test-summary.ts'
import { runVitest } from './run-vitest.ts'

process.exitCode = printSummary(await runVitest(['unit'], process.argv.slice(2)))
