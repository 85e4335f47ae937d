import { quote } from '../quote.ts'
import type { Rule } from '../rule.ts'

export const typeDiffersFromSubject: Rule = {
  id: 'type-differs-from-subject',
  severity: 'warning',
  summary:
    'The constant in the envelope that says what a message is does not end in the name of the subject it carries.',
  why: 'Consumers choose the handler by the type and the schema by the subject; two names for one thing get mixed up.',
  *check({ catalog }) {
    for (const message of new Set(catalog.systems.flatMap(({ messages }) => messages))) {
      const { type, name, version, node } = message
      const subject = version?.subject.split('/').at(-1)
      if (subject === undefined || type === name || agree(type, subject)) continue
      yield {
        at: node,
        message: `${quote(name)} has the type ${quote(type)} and carries the subject ${quote(version?.subject ?? subject)}`,
        fix: `Let the type end in ${quote(subject)}, or carry the subject that is meant.`,
      }
    }
  },
}

/** `com.example.order.created` and `order.created-state` both agree with `order.created`. */
function agree(type: string, subject: string): boolean {
  return (
    type === subject ||
    type.endsWith(`.${subject}`) ||
    (/^[.-]/.test(subject.slice(type.length)) && subject.startsWith(type))
  )
}
