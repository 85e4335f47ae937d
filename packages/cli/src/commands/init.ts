import { existsSync } from 'node:fs'
import { folderSource, memorySource } from '@concordat/toolkit/model'
import { planRepository, protocols, writePlan } from '@concordat/toolkit/scaffold'
import type { Protocol } from '@concordat/toolkit/scaffold'
import { UsageError } from '../command.ts'
import type { Command, Invocation } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { printPlan } from '../output/print-plan.ts'

export const initCommand: Command = {
  usage: 'init [--system NAME] [--protocol amqp|kafka] [--dry-run]',
  description: `Lays down a repository of contracts that passes lint: a configuration, a system with one event in an envelope, the
application that sends it and one that receives it. Nothing is overwritten: if one of the files exists, none is written.`,
  options: {
    system: { type: 'string', value: 'NAME', help: 'Name of the system (default: shop)' },
    protocol: { type: 'string', value: 'amqp|kafka', help: 'Broker: RabbitMQ or Kafka (default: amqp)' },
    'dry-run': { type: 'boolean', help: 'Write nothing; name the files' },
  },
  examples: [
    { command: 'concordat init', explains: 'Start in this folder, on RabbitMQ' },
    {
      command: 'concordat init --system billing --protocol kafka --root contracts',
      explains: 'Start a system named billing in another folder, on Kafka',
    },
  ],
  takesArguments: false,
  run: runInit,
}

async function runInit(invocation: Invocation): Promise<ExitCode> {
  const { root } = invocation
  const source = existsSync(root) ? folderSource(root) : memorySource({})
  const plan = await planRepository(source, {
    system: invocation.value('system') ?? 'shop',
    protocol: protocolOf(invocation),
  })
  const isDryRun = invocation.flag('dry-run')
  if (!isDryRun) writePlan(root, plan)
  printPlan(plan, !isDryRun, invocation)
  if (invocation.format === 'text' && !isDryRun) printNext(invocation)
  return exitCode.ok
}

function protocolOf(invocation: Invocation): Protocol {
  const given = invocation.value('protocol') ?? 'amqp'
  const protocol = protocols.find((known) => known === given)
  if (protocol === undefined)
    throw new UsageError(`--protocol takes ${protocols.join(' or ')}, not ${JSON.stringify(given)}.`)
  return protocol
}

function printNext(invocation: Invocation): void {
  const root = invocation.value('root')
  const option = root === undefined ? '' : ` --root ${shellWord(root)}`
  invocation.output.print('')
  invocation.output.print(`Next: concordat lint${option}`)
  invocation.output.print(`      concordat generate${option}`)
}

function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
