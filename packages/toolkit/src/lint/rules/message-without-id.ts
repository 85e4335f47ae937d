import type { Message, System } from '../../model/catalog.ts'
import { sendings } from '../flow/operations.ts'
import { quote } from '../quote.ts'
import type { Rule } from '../rule.ts'

export const messageWithoutId: Rule = {
  id: 'message-without-id',
  severity: 'warning',
  summary:
    'A message that is sent has no place for an id in its envelope, in a system where other messages have one.',
  why: 'Brokers deliver at least once, and a consumer cannot tell a repeated message from a new one.',
  *check({ catalog }) {
    for (const system of catalog.systems) {
      if (!system.messages.some(hasId)) continue
      for (const message of sentMessages(system)) {
        if (hasId(message)) continue
        yield {
          at: message.node,
          message: `${quote(message.name)} carries no id`,
          fix: 'Put the message into an envelope whose "x-concordat-envelope" maps "id", or add CloudEvents headers.',
        }
      }
    }
  },
}

function hasId({ envelope }: Message): boolean {
  return Object.hasOwn(envelope.attributes, 'id')
}

function sentMessages(system: System): ReadonlySet<Message> {
  return new Set(sendings(system).map(({ message }) => message))
}
