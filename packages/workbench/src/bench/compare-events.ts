// Decides pairs of made-up events, both ways, in this one process, and prints for each kind of change how many pairs a
// second of CPU that is. Each pair is read from JSON anew, which is not counted. Run by the benchmark from sources.
import { decideBothWays } from '@concordat/toolkit/compatibility'
import { closedEvent } from './synthetic-contracts.ts'

type Schema = ReturnType<typeof closedEvent>
type Json = Parameters<typeof decideBothWays>[0]

const PAIRS = 1_000
/** Least disturbed of so many runs; those before it also warm up. */
const RUNS = 5

const changes: Readonly<Record<string, (event: Schema) => void>> = {
  'description alone': (event) => (event.properties['name'] = { ...event.properties['name'], title: 'Name' }),
  'property added': (event) => (event.properties['added'] = { type: 'string', maxLength: 50 }),
  'property became required': (event) => event.required.push('changed_by'),
  'property removed': (event) => delete event.properties['notes'],
  'enum value added': (event) =>
    (event.properties['status'] = { enum: ['active', 'paused', 'gone', 'lost'] }),
  'bound widened': (event) => (event.properties['name'] = { type: 'string', maxLength: 300 }),
  'type widened': (event) => (event.properties['quantity'] = { type: 'number', minimum: 0 }),
  'null allowed': (event) => (event.properties['ratio'] = { type: ['number', 'null'], maximum: 1 }),
}

let total = 0
for (const [change, apply] of Object.entries(changes)) {
  let seconds = Infinity
  for (let run = 0; run < RUNS; run++) seconds = Math.min(seconds, measure(apply))
  total += seconds
  print(change, PAIRS / seconds)
}
print('all of these', (Object.keys(changes).length * PAIRS) / total)

function measure(apply: (event: Schema) => void): number {
  const pairs = Array.from({ length: PAIRS }, (_, index) => {
    const next = closedEvent(index)
    apply(next)
    return [read(closedEvent(index)), read(next)] as const
  })
  const start = process.cpuUsage()
  for (const [old, next] of pairs) {
    const { backward, forward } = decideBothWays(old, next)
    if (backward.kind === 'undecided' || forward.kind === 'undecided') throw new Error('a pair is undecided')
  }
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

function read(event: Schema): Json {
  return JSON.parse(JSON.stringify(event)) as Json
}

function print(what: string, pairs: number): void {
  process.stdout.write(`| ${what} | ${Math.round(pairs / 10) * 10} |\n`)
}
