import { type Catalog, child, type ContractProblem, type Message } from '@concordat/toolkit/model'
import { schemasAt } from './schemas-at.ts'

/** What is wrong with the pointer to a message's key: the data has nothing there. */
export function keyProblem(catalog: Catalog, message: Message): ContractProblem | undefined {
  const { key, data } = message
  if (key === undefined || data === undefined || schemasAt(catalog, data, key).length > 0) return undefined
  return {
    code: 'dangling-reference',
    message: `The key of ${message.name} is ${JSON.stringify(key)}, but its data declares nothing there.`,
    fix: 'Let x-key point at a property that the schema of the data declares and requires.',
    place: catalog.locate(child(message.node, 'x-key') ?? message.node),
  }
}
