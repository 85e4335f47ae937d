import {
  type Catalog,
  child,
  type ContractProblem,
  type Message,
  type Node,
  pointerTokens,
} from '@concordat/toolkit/model'
import { describedValue, propertySchema } from '@concordat/toolkit/schema'

/** What is wrong with the pointer to a message's key: the data has nothing there. */
export function keyProblem(catalog: Catalog, message: Message): ContractProblem | undefined {
  const { key, data } = message
  if (key === undefined || data === undefined || mayHold(catalog, data, key)) return undefined
  return {
    code: 'dangling-reference',
    message: `The key of ${message.name} is ${JSON.stringify(key)}, but its data declares nothing there.`,
    fix: 'Let x-key point at a property that the schema of the data declares and requires.',
    place: catalog.locate(child(message.node, 'x-key') ?? message.node),
  }
}

/** Whether some value of the schema has something at the pointer: it is declared, or undeclared properties are allowed. */
function mayHold(catalog: Catalog, schema: Node, pointer: string): boolean {
  let schemas: readonly Node[] = [schema]
  for (const token of pointerTokens(pointer) ?? []) {
    const { members, isOpen } = describedValue(catalog, schemas)
    schemas = members.flatMap(({ node }) => propertySchema(node, token) ?? [])
    if (schemas.length === 0) return isOpen
  }
  return true
}
