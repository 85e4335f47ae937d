import { planEvent, planService, planVersion, writePlan } from '@concordat/toolkit/scaffold'
import type { Bump, FilePlan } from '@concordat/toolkit/scaffold'
import { UsageError } from '../command.ts'
import type { Command, Invocation } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { printPlan } from '../output/print-plan.ts'
import { openWorkspace } from '../workspace.ts'
import type { Workspace } from '../workspace.ts'

export const newCommand: Command = {
  usage: 'new event DOMAIN/SUBJECT | new version DOMAIN/SUBJECT | new service SYSTEM/NAME',
  description: `Adds to the contracts of a repository, after the conventions of what is there, so that lint passes.
An event is a schema, its message and channel, the operation of its sender and those of its receivers. A version is a
copy of another one under the next number. A service is the document of an application, without operations yet.
Documents keep their comments, order and formatting. If something is wrong, nothing is written.`,
  options: {
    system: {
      type: 'string',
      value: 'NAME',
      help: 'event: system that it belongs to (needed if there are several)',
    },
    sender: { type: 'string', value: 'SERVICE', help: 'event: application that sends it' },
    receiver: {
      type: 'string',
      multiple: true,
      value: 'SERVICE[:QUEUE]',
      help: 'event: application that receives it, and from which queue; may be repeated',
    },
    exchange: { type: 'string', value: 'NAME', help: 'event: exchange that it is published to' },
    envelope: {
      type: 'string',
      multiple: true,
      value: 'SUBJECT|none',
      help: 'event: envelope of its message, such as envelopes/event-envelope; may be repeated',
    },
    address: { type: 'string', value: 'TEXT', help: 'event: routing key or topic (default: the subject)' },
    message: {
      type: 'string',
      value: 'NAME',
      help: 'event: name of the message (default: the subject in PascalCase)',
    },
    major: { type: 'boolean', help: 'version: a breaking change' },
    minor: { type: 'boolean', help: 'version: a compatible change (default)' },
    patch: { type: 'boolean', help: 'version: a change of words' },
    from: { type: 'string', value: 'VERSION', help: 'version: the one to copy (default: the newest)' },
    use: {
      type: 'boolean',
      help: 'version: let the documents refer to it instead of the line it continues',
    },
    owner: { type: 'string', value: 'TEAM', help: 'service: who answers for it' },
    'dry-run': { type: 'boolean', help: 'Write nothing; name the files' },
  },
  examples: [
    {
      command:
        'concordat new event orders/order.shipped --system shop --sender order-service --receiver crm-service',
      explains: 'Add an event with its sender and a receiver',
    },
    {
      command:
        'concordat new event orders/order.shipped --sender order-service --receiver crm-service:crm.parcels',
      explains: 'Let the receiver take it from a certain queue, a new one if there is none of that name',
    },
    {
      command: 'concordat new version orders/order.created --major --use',
      explains: 'Copy the newest version to the next major one and refer to it in the documents',
    },
    {
      command: 'concordat new version orders/order.created --from 1.2.0',
      explains: 'Go on with an older line: 1.3.0 beside 2.0.0',
    },
    {
      command: 'concordat new service shop/crm-service --owner CRM',
      explains: 'Add the document of an application',
    },
  ],
  takesArguments: true,
  run: runNew,
}

type Planner = (workspace: Workspace, name: string, invocation: Invocation) => Promise<FilePlan>

/** What can be added, how, and which options say more about it. */
const kinds: Readonly<Record<string, { readonly plan: Planner; readonly options: readonly string[] }>> = {
  event: {
    plan: newEvent,
    options: ['system', 'sender', 'receiver', 'exchange', 'envelope', 'address', 'message'],
  },
  version: { plan: newVersion, options: ['major', 'minor', 'patch', 'from', 'use'] },
  service: { plan: newService, options: ['owner'] },
}

async function runNew(invocation: Invocation): Promise<ExitCode> {
  const [kind, name, ...rest] = invocation.arguments
  if (kind === undefined) throw new UsageError('It needs what to add: an event, a version or a service.')
  const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  if (known === undefined)
    throw new UsageError(`It adds an event, a version or a service, not ${JSON.stringify(kind)}.`)
  if (name === undefined) throw new UsageError(`"new ${kind}" needs the name of what to add.`)
  if (rest.length > 0)
    throw new UsageError(`"new ${kind}" takes one name, and got ${JSON.stringify(rest[0])} too.`)
  refuseOtherOptions(kind, invocation)
  const workspace = await openWorkspace(invocation)
  const plan = await known.plan(workspace, name, invocation)
  workspace.cache.flush()
  const isDryRun = invocation.flag('dry-run')
  if (!isDryRun) writePlan(workspace.root, plan)
  printPlan(plan, !isDryRun, invocation)
  return exitCode.ok
}

function refuseOtherOptions(kind: string, { flag, value, values }: Invocation): void {
  for (const [other, { options }] of Object.entries(kinds)) {
    const given = options.find((name) => flag(name) || value(name) !== undefined || values(name).length > 0)
    if (other !== kind && given !== undefined)
      throw new UsageError(`--${given} says something about a new ${other}, not about a new ${kind}.`)
  }
}

async function newEvent(workspace: Workspace, subject: string, invocation: Invocation): Promise<FilePlan> {
  const { value, values } = invocation
  const sender = value('sender')
  if (sender === undefined) throw new UsageError('"new event" needs --sender SERVICE.')
  return planEvent(await workspace.loadCatalog(), workspace.config, {
    subject,
    sender,
    system: value('system'),
    receivers: values('receiver'),
    exchange: value('exchange'),
    envelopes: values('envelope'),
    address: value('address'),
    message: value('message'),
  })
}

async function newVersion(workspace: Workspace, subject: string, invocation: Invocation): Promise<FilePlan> {
  const bumps = (['major', 'minor', 'patch'] as const).filter((bump) => invocation.flag(bump))
  if (bumps.length > 1) throw new UsageError('--major, --minor and --patch exclude each other.')
  const [bump = 'minor']: readonly Bump[] = bumps
  return planVersion(await workspace.loadCatalog(), {
    subject,
    bump,
    from: invocation.value('from'),
    use: invocation.flag('use'),
  })
}

async function newService(workspace: Workspace, name: string, { value }: Invocation): Promise<FilePlan> {
  return planService(await workspace.loadCatalog(), workspace.config, { name, owner: value('owner') })
}
