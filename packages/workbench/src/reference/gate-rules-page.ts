import { describeGateRules, EXCEPTION_RULES, type GateRules } from '@concordat/toolkit/gate'

import { generatedNote } from './generated-note.ts'

/** The reference of the rules for changes, in the order of their ids. */
export async function gateRulesPage(): Promise<string> {
  const { contract, promise, schema } = await describeGateRules()
  return `${generatedNote}

# Rules for changes

What \`concordat check\` reports about the way from one revision of contracts to the next. A change is

- **breaking** when a message proves it, or when it follows from what the broker does. It ends the command with 1.
- **undecided** when nothing proves it harmless. It ends the command with 1.
- **risky** when it goes well only in the right order or with care. It is shown, and the command ends with 0.

Each finding names who is hit: publishers, consumers or deployments, by the send and receive operations of the
contracts. One that is named without an application has them outside of these contracts.

Error codes are those of RabbitMQ 4.3 and Kafka 4.3.

## Changes of contracts

${contract.map(contractSection).join('\n')}
## Changes of schemas

Findings come with a message that one side sends and the other refuses. \`backward\` is a new consumer that refuses what
an old publisher sends, \`forward\` an old consumer that refuses what a new publisher sends.

${schema.map(schemaSection).join('\n')}
## Promises

${promise.map(promiseSection).join('\n')}
## Exceptions

What is wrong with a file that accepts a finding. All are warnings: the finding that it does not accept blocks.

${EXCEPTION_RULES.map(({ id, summary }) => `- **${id}**: ${summary}`).join('\n')}
`
}

function contractSection({ id, verdict, summary, why, mirror }: GateRules['contract'][number]): string {
  return `### ${id}

**${upperFirst(verdict)}.** ${summary}

${why}

${'none' in mirror ? `The reverse is harmless: ${lowerFirst(mirror.none)}` : reverse(id, mirror.rule)}
`
}

function promiseSection({ id, verdict, summary, why }: GateRules['promise'][number]): string {
  return `### ${id}

**${upperFirst(verdict)}.** ${summary}

${why}
`
}

function schemaSection({ id, direction, summary, repair, mirror }: GateRules['schema'][number]): string {
  return `### ${id}

**Breaking, ${direction}.** ${summary}

${repair}

${reverse(id, mirror)}
`
}

function reverse(id: string, mirror: string): string {
  return id === mirror ? 'The reverse is the same change.' : `The reverse is [${mirror}](#${mirror}).`
}

function lowerFirst(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
}

function upperFirst(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}
