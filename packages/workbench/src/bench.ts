import { appendFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { addProperty } from './bench/add-property.ts'
import { growthChart, type Series } from './bench/growth-chart.ts'
import { measureCheck, type CheckCosts } from './bench/measure-check.ts'
import { measureDocs } from './bench/measure-docs.ts'
import { measure, measureBest } from './bench/measure.ts'
import type { Cost } from './bench/measure.ts'
import { syntheticSchemaPath, writeSyntheticContracts } from './bench/synthetic-contracts.ts'

const HELP = `Usage: npm run bench -- [--only PART] [--sizes 1,30,300,1000] [--subjects LIST] [--output FILE] [--chart FILE]

Measures the packed command line: start, lint of this repository, generate and docs over made-up catalogs;
from sources, how many pairs of schemas are compared a second. CPU seconds are the
figure to compare, and only within one run: machines differ, and so do the neighbours on them.

  --only PART      start, lint, compare, generate, docs or check
  --sizes LIST     Numbers of events to generate and document (default: 1,30,300,1000)
  --subjects LIST  Numbers of subjects to check (default: 100,300,1000,3000,10000)
  --output FILE    Also append the tables to a file, as Markdown
  --chart FILE     Draw how the cost of a check grows, as SVG`

const HEADING = '| what | CPU s | wall s | MiB |\n| --- | ---: | ---: | ---: |'
const root = join(import.meta.dirname, '../../..')
const cli = join(root, 'packages/cli/dist/concordat.js')

process.exitCode = await bench()

async function bench(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      sizes: { type: 'string', default: '1,30,300,1000' },
      subjects: { type: 'string', default: '100,300,1000,3000,10000' },
      output: { type: 'string' },
      chart: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  if (values.help === true) {
    console.log(HELP)
    return 0
  }
  if (!existsSync(cli)) {
    console.error(`${cli} does not exist; run "npm run build" first.`)
    return 2
  }
  const sizes = values.sizes.split(',').map(Number)
  const print = (line: string): void => {
    console.log(line)
    if (values.output !== undefined) appendFileSync(values.output, `${line}\n`)
  }
  print(
    `Measured with Node ${process.versions.node} on ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
  )
  const parts: Readonly<Record<string, () => Promise<void>>> = {
    start: () => benchStart(print),
    lint: () => benchLint(print),
    compare: () => benchCompare(print),
    generate: async () => {
      for (const size of sizes) await benchGenerate(size, print)
    },
    docs: async () => {
      for (const size of sizes) await benchDocs(size, print)
    },
    check: () => benchCheck(values.subjects.split(',').map(Number), print, values.chart),
  }
  if (values.only !== undefined && !Object.hasOwn(parts, values.only)) {
    console.error(
      `There is no part ${JSON.stringify(values.only)}; the parts are ${Object.keys(parts).join(', ')}.`,
    )
    return 2
  }
  for (const [part, run] of Object.entries(parts)) if ((values.only ?? part) === part) await run()
  return 0
}

type Print = (line: string) => void

function row(what: string, cost: Cost, exitCode = 0): string {
  if (cost.exitCode !== exitCode) throw new Error(`${what} ended with ${cost.exitCode}:\n${cost.output}`)
  return `| ${what} | ${cost.cpu.toFixed(2)} | ${cost.seconds.toFixed(2)} | ${cost.memory.toFixed(0)} |`
}

async function benchStart(print: Print): Promise<void> {
  const bare = await measureBest(10, ['-e', '0'], root)
  const version = await measureBest(10, [cli, '--version'], root)
  print(`\n### Start\n\n${HEADING}\n${row('node -e 0', bare)}\n${row('concordat --version', version)}`)
  print(`\nRatio of CPU: ${(version.cpu / bare.cpu).toFixed(2)}`)
}

async function benchLint(print: Print): Promise<void> {
  const cold = await measure([cli, 'lint', '--no-cache'], root)
  await measure([cli, 'lint'], root)
  const unchanged = await measureBest(5, [cli, 'lint'], root)
  print(
    `\n### Lint of this repository\n\n${HEADING}\n${row('without a cache', cold)}\n${row('unchanged', unchanged)}`,
  )
}

async function benchCompare(print: Print): Promise<void> {
  const { exitCode, output } = await measure(
    ['-C', '@concordat/source', join(import.meta.dirname, 'bench/compare-events.ts')],
    root,
  )
  if (exitCode !== 0) throw new Error(`compare-events.ts ended with ${exitCode}:\n${output}`)
  print(
    `\n### Compare, events of 12 fields in one process\n\n| change | pairs a CPU second |\n| --- | ---: |\n${output.trim()}`,
  )
}

async function benchGenerate(size: number, print: Print): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-bench-contracts-'))
  try {
    writeSyntheticContracts(folder, size)
    const plain = [
      '-C',
      '@concordat/source',
      join(import.meta.dirname, 'bench/generate-without-validators.ts'),
    ]
    const rows = [row('types, clients and constants alone', await measure([...plain, folder], root))]
    rows.push(
      row(
        'cold, with the validators of both sides',
        await measure([cli, 'generate', '--root', folder], root),
      ),
    )
    const generate = [cli, 'generate', '--root', folder]
    const change = (run: number): void =>
      addProperty(join(folder, syntheticSchemaPath(Math.floor(size / 2))), `added${run}`)
    rows.push(row('one event changed', await measureBest(3, generate, root, change)))
    rows.push(row('nothing changed', await measureBest(3, generate, root)))
    print(`\n### Generate, ${size} events\n\n${HEADING}\n${rows.join('\n')}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function benchDocs(size: number, print: Print): Promise<void> {
  const { cold, oneChanged, nothingChanged, files, bytes } = await measureDocs(cli, size)
  const rows = [
    row('cold', cold),
    row('one event changed', oneChanged),
    row('nothing changed', nothingChanged),
  ]
  print(`\n### Documentation site, ${size} events\n\n${HEADING}\n${rows.join('\n')}`)
  print(`\n${files} files, ${(bytes / 1e6).toFixed(1)} MB`)
}

async function benchCheck(
  subjects: readonly number[],
  print: Print,
  chartFile: string | undefined,
): Promise<void> {
  const measured: CheckCosts[] = []
  for (const count of subjects) {
    const costs = await measureCheck(cli, count)
    measured.push(costs)
    const rows = [
      row('first run, nothing kept yet', costs.firstRun),
      row('nothing changed', costs.nothingChanged),
      row('one subject changed', costs.oneChanged),
      row(`${costs.many} subjects changed, of which one in ten breaks`, costs.manyChanged, 1),
    ]
    print(`\n### Check, ${count} subjects\n\n${HEADING}\n${rows.join('\n')}`)
  }
  if (chartFile !== undefined) writeFileSync(chartFile, chartOf(measured))
}

function chartOf(measured: readonly CheckCosts[]): string {
  const line = (name: string, colour: string, cost: (costs: CheckCosts) => Cost): Series => ({
    name,
    colour,
    points: measured.map((costs) => [costs.subjects, cost(costs).cpu]),
  })
  return growthChart('concordat check: CPU seconds by the number of subjects', [
    line('300 changed', '#c0392b', ({ manyChanged }) => manyChanged),
    line('one changed', '#2471a3', ({ oneChanged }) => oneChanged),
    line('nothing changed', '#1e8449', ({ nothingChanged }) => nothingChanged),
  ])
}
