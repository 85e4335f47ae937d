import type { Catalog, Message } from '@concordat/toolkit/model'
import { child } from '@concordat/toolkit/model'
import { describedValue } from '@concordat/toolkit/schema'
import { pascalCase } from './names.ts'

/** What the envelope of a message is called: the title of the schema that states the mapping, else its mode. */
export function envelopeName(catalog: Catalog, message: Message): string {
  const schemas = [message.payload, message.headers].filter((schema) => schema !== undefined)
  for (const schema of schemas) {
    for (const { node } of describedValue(catalog, [schema]).members) {
      const title =
        child(node, 'x-concordat-envelope') === undefined ? undefined : child(node, 'title')?.value
      if (typeof title === 'string' && pascalCase(title) !== '') return pascalCase(title)
    }
  }
  return pascalCase(message.envelope.mode)
}
