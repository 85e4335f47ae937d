import type { Catalog, Message } from '../../model/catalog.ts'
import { text } from '../../model/node.ts'
import { quote } from '../quote.ts'
import type { Rule, Violation } from '../rule.ts'

const PASCAL_CASE = /^\p{Lu}[\p{L}\p{N}]*$/u
const LOWER_CASE = /^[\p{Ll}\p{N}]+(?:[.-][\p{Ll}\p{N}]+)*$/u

export const nameCasing: Rule = {
  id: 'name-casing',
  severity: 'warning',
  summary:
    'The `name` of a message is not in PascalCase, or the folder of a subject has other characters than lower case ' +
    'letters, digits, dots and hyphens.',
  why: 'Generated types, methods and files are named for it, so they look foreign or are hard to guess.',
  *check({ catalog }) {
    for (const message of messages(catalog)) {
      const name = text(message.node, 'name')
      if (name === undefined || PASCAL_CASE.test(name)) continue
      yield {
        at: message.node,
        message: `The message is named ${quote(name)}, which is not PascalCase`,
        fix: `Name it like "OrderCreated"${suggestion(name)}.`,
      }
    }
    yield* subjectNames(catalog)
  },
}

function messages(catalog: Catalog): ReadonlySet<Message> {
  return new Set(catalog.systems.flatMap((system) => system.messages))
}

function suggestion(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u)
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  return PASCAL_CASE.test(pascal) ? `: ${quote(pascal)}` : ''
}

function* subjectNames(catalog: Catalog): Iterable<Violation> {
  for (const { name, versions } of catalog.subjects) {
    const [version] = versions
    if (version === undefined || name.split('/').every((part) => LOWER_CASE.test(part))) continue
    yield {
      at: version.schema,
      message: `The subject is named ${quote(name)}`,
      fix: 'Name its folders in lower case with dots or hyphens, like "orders/order.created".',
    }
  }
}
