import { withoutAnnotations } from '../schemas/annotations.ts'
import type { Catalog, Message } from '../../model/catalog.ts'
import { definitionText } from '../schemas/definition.ts'
import { quote } from '../quote.ts'
import type { Rule } from '../rule.ts'

export const duplicateMessageName: Rule = {
  id: 'duplicate-message-name',
  severity: 'error',
  summary: 'Two messages of a system have the same name and different payloads or headers.',
  why: 'Consumers cannot tell them apart, and what is generated for one takes the place of the other.',
  *check({ catalog }) {
    for (const system of catalog.systems) {
      for (const [name, messages] of Map.groupBy(system.messages, (message) => message.name)) {
        const [first, ...others] = messages
        if (first === undefined || others.length === 0) continue
        const text = contentText(catalog, first)
        for (const other of others) {
          if (contentText(catalog, other) === text) continue
          yield {
            at: other.node,
            message: `The message ${quote(name)} is defined differently in ${first.node.file}#${first.node.pointer}`,
            fix: 'Give one of them another name, or refer to one definition from both places.',
          }
        }
      }
    }
  },
}

function contentText(catalog: Catalog, { contentType, payload, headers }: Message): string {
  const texts = [payload, headers].map((node) => node && definitionText(catalog, node, withoutAnnotations))
  return JSON.stringify([contentType, ...texts])
}
