import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { decideBothWays } from '@concordat/toolkit/compatibility'
import type { BothWays, Verdict } from '@concordat/toolkit/compatibility'
import { decideContract } from '@concordat/toolkit/gate'
import { UsageError } from '../command.ts'
import type { Command, Invocation } from '../command.ts'
import { findRoundedNumber } from '../find-rounded-number.ts'
import { exitCode } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'

type Schema = Parameters<typeof decideBothWays>[0]

type Decide = (old: Schema, next: Schema) => BothWays | Promise<BothWays>

/** What can be asked about two schemas. */
const policies: Readonly<Record<string, Decide>> = {
  exact: (old, next) => decideBothWays(old, next),
  contract: decideContract,
}

export const compareCommand: Command = {
  usage: 'compare --policy POLICY --jsonl [FILE]',
  description: `Answers bulk questions about pairs of schemas, one JSON object a line: {"suite", "id", "old", "new"}. The answers
come in the same order: "backward" is true if every value that is valid under "old" is valid under "new", false with a witness
if one is not, null with a reason if that was neither proved nor refuted; "forward" is the reverse; "us" is the time in
microseconds. The policy "exact" takes both schemas as they stand, and "format" as an annotation. The policy "contract" asks
what "check" asks: whether a consumer of the one reads all that a publisher of the other sends.`,
  options: {
    policy: { type: 'string', value: 'POLICY', help: `What is asked: ${Object.keys(policies).join(' or ')}` },
    jsonl: { type: 'boolean', help: 'Read and write one JSON object a line' },
  },
  examples: [
    {
      command: 'concordat compare --policy exact --jsonl pairs.jsonl',
      explains: 'Compare the pairs of a file; without a file, those of standard input',
    },
  ],
  takesArguments: true,
  run: runCompare,
}

interface Question {
  readonly suite?: unknown
  readonly id?: unknown
  readonly old: Schema
  readonly new: Schema
}

async function runCompare(invocation: Invocation): Promise<ExitCode> {
  const policy = invocation.value('policy') ?? ''
  const decide = Object.hasOwn(policies, policy) ? policies[policy] : undefined
  if (decide === undefined)
    throw new UsageError(`compare needs --policy ${Object.keys(policies).join(' or ')}.`)
  if (!invocation.flag('jsonl')) throw new UsageError('compare needs --jsonl.')
  const [file, ...others] = invocation.arguments
  if (others.length > 0) throw new UsageError('compare takes one FILE.')
  for (const [index, line] of readText(file).split('\n').entries())
    if (line.trim() !== '') invocation.output.print(JSON.stringify(await answer(line, index + 1, decide)))
  return exitCode.ok
}

function readText(file: string | undefined): string {
  if (file === undefined) return readFileSync(0, 'utf8')
  try {
    return readFileSync(resolve(file), 'utf8')
  } catch (error) {
    throw new UsageError(`Cannot read ${file}: ${(error as Error).message}`)
  }
}

/** @throws UsageError that names the line */
function parseQuestion(line: string, number: number): Question {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    throw new UsageError(`Line ${number} is not valid JSON: ${(error as Error).message}`)
  }
  if (isQuestion(value)) return value
  throw new UsageError(`Line ${number} must be an object with the schemas "old" and "new".`)
}

function isQuestion(value: unknown): value is Question {
  return (
    typeof value === 'object' && value !== null && Object.hasOwn(value, 'old') && Object.hasOwn(value, 'new')
  )
}

async function answer(line: string, number: number, decide: Decide): Promise<object> {
  const { suite, id, old, new: next } = parseQuestion(line, number)
  const rounded = findRoundedNumber(line)
  if (rounded !== undefined) {
    const reason = `has the number ${rounded}, which JavaScript would round`
    return { suite, id, backward: null, forward: null, reason, us: 0 }
  }
  const start = process.hrtime.bigint()
  const { backward, forward } = await decide(old, next)
  const us = Number((process.hrtime.bigint() - start) / 1_000n)
  return {
    suite,
    id,
    backward: inShort(backward),
    forward: inShort(forward),
    ...(backward.kind === 'excluded' ? { backwardWitness: backward.witness } : {}),
    ...(forward.kind === 'excluded' ? { forwardWitness: forward.witness } : {}),
    ...reasonOf(backward, forward),
    us,
  }
}

function inShort(verdict: Verdict): boolean | null {
  return verdict.kind === 'undecided' ? null : verdict.kind === 'included'
}

function reasonOf(...verdicts: readonly Verdict[]): { readonly reason?: string } {
  const found = verdicts.find((verdict) => verdict.kind === 'undecided')
  if (found === undefined) return {}
  return { reason: found.keyword === '' ? found.reason : `${found.keyword} at #${found.at}: ${found.reason}` }
}
