import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDate } from '@concordat/formats'
import { exceptionFile, listFindings } from '@concordat/toolkit/gate'
import type { ListedFinding } from '@concordat/toolkit/gate'
import { writePlan } from '@concordat/toolkit/scaffold'
import type { FilePlan } from '@concordat/toolkit/scaffold'
import { checkWorkspace, today } from '../check-workspace.ts'
import { UsageError } from '../command.ts'
import type { Command, Invocation } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { printPlan } from '../output/print-plan.ts'
import { openWorkspace } from '../workspace.ts'
import type { Workspace } from '../workspace.ts'

export const acceptCommand: Command = {
  usage: 'accept FINGERPRINT --owner TEAM --reason TEXT --until DATE',
  description: `Writes an exception: a file that lets one finding of "concordat check" through until a day. The check runs again
to find it, and its rule and its place stand in the file, so that the exception is reviewed with the change that needs it. An
exception for the same finding is renewed.`,
  options: {
    owner: { type: 'string', value: 'TEAM', help: 'Who answers for it' },
    reason: { type: 'string', value: 'TEXT', help: 'Why it may pass' },
    until: { type: 'string', value: 'DATE', help: 'Last day on which it holds, such as 2027-01-31' },
    against: {
      type: 'string',
      value: 'BASE',
      help: 'What the check compares with, if that is not what it takes by itself',
    },
    'dry-run': { type: 'boolean', help: 'Write nothing; name the file' },
  },
  examples: [
    {
      command:
        'concordat accept 61bca6a00093860b --owner Orders --reason "Both sides are ours" --until 2027-01-31',
      explains: 'Accept the finding that a report shows with this fingerprint',
    },
  ],
  takesArguments: true,
  run: runAccept,
}

async function runAccept(invocation: Invocation): Promise<ExitCode> {
  const [fingerprint, ...others] = invocation.arguments
  if (fingerprint === undefined || others.length > 0) throw new UsageError('accept takes one FINGERPRINT.')
  const decision = readDecision(invocation)
  const workspace = await openWorkspace(invocation)
  const against = invocation.value('against')
  const report = await checkWorkspace(workspace, { against, today: today(), exceptions: [] })
  const found = listFindings(report).find(({ finding }) => finding.fingerprint === fingerprint)
  if (found === undefined)
    throw new UsageError(
      `No finding has the fingerprint ${JSON.stringify(fingerprint)}; "concordat check" shows those that there are.`,
    )
  const plan = planException(workspace, found, decision)
  const isDryRun = invocation.flag('dry-run')
  if (!isDryRun) writePlan(workspace.root, plan)
  printPlan(plan, !isDryRun, invocation)
  return exitCode.ok
}

type Decision = Parameters<typeof exceptionFile>[2]

function readDecision({ value }: Invocation): Decision {
  const read = (name: string): string => {
    const text = value(name)?.trim() ?? ''
    if (text === '') throw new UsageError(`accept needs --${name}.`)
    return text
  }
  const decision = { owner: read('owner'), reason: read('reason'), expires: read('until') }
  if (!isDate(decision.expires))
    throw new UsageError(`--until takes a date such as 2027-01-31, not ${JSON.stringify(decision.expires)}.`)
  if (decision.expires < today()) throw new UsageError(`--until ${decision.expires} has passed already.`)
  return decision
}

function planException(
  { root, config }: Workspace,
  { change, finding }: ListedFinding,
  decision: Decision,
): FilePlan {
  const { name, content } = exceptionFile(change.thing, finding, decision)
  const path = `${config.exceptions}/${name}`
  return { files: [{ path, content, before: textOf(join(root, path)) }], notes: [] }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
