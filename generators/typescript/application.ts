import {
  type Catalog,
  ContractError,
  type ContractProblem,
  type Message,
  type Operation,
  type Service,
} from '@concordat/toolkit/model'
import { methodName, pascalCase } from './names.ts'

/** What one application sends and receives, under the names that its generated client uses. */
export interface Application {
  readonly sends: readonly SentMethod[]
  readonly receives: readonly ReceivedOperation[]
}

/** A method of the publisher. */
interface SentMethod {
  readonly method: string
  readonly message: Message
  /** The operations that send it: several where it goes over several protocols. */
  readonly operations: readonly Operation[]
}

interface ReceivedOperation {
  readonly operation: Operation
  readonly messages: readonly HandledMessage[]
}

interface HandledMessage {
  readonly handler: string
  readonly message: Message
}

/**
 * Names the methods and handlers of an application: by message; a message that goes to several places of one protocol by
 * the operation that sends it.
 * @throws ContractError `name-collision` where two messages have the same name after casing
 */
export function describeApplication(catalog: Catalog, service: Service): Application {
  const sends = sentMethods(service)
  const receives = service.operations
    .filter(({ action }) => action === 'receive')
    .map((operation) => ({
      operation,
      messages: operation.messages.map((message) => ({ handler: methodName(message.name), message })),
    }))
  const problems = [
    ...collisions(
      catalog,
      service,
      sends.map(({ method, message }) => ({ name: method, message })),
    ),
    ...collisions(
      catalog,
      service,
      receives.flatMap(({ messages }) =>
        messages.map(({ handler, message }) => ({ name: handler, message })),
      ),
    ),
  ]
  const [first, ...rest] = problems
  if (first !== undefined) throw new ContractError([first, ...rest])
  return { sends, receives }
}

function sentMethods(service: Service): readonly SentMethod[] {
  const sending = service.operations.filter(({ action }) => action === 'send')
  const messages = new Map(
    sending.flatMap(({ messages: sent }) => sent.map((message) => [message.id, message])),
  )
  return [...messages.values()].flatMap((message): readonly SentMethod[] => {
    const operations = sending.filter(({ messages: sent }) => sent.includes(message))
    if (!sharesProtocol(operations)) return [{ method: methodName(message.name), message, operations }]
    return operations.map((operation) => {
      const name =
        operation.messages.length === 1 ? operation.name : `${operation.name} ${pascalCase(message.name)}`
      return { method: methodName(name), message, operations: [operation] }
    })
  })
}

function sharesProtocol(operations: readonly Operation[]): boolean {
  const protocols = operations.flatMap(({ channel }) => channel.protocols)
  return new Set(protocols).size < protocols.length
}

interface NamedMessage {
  readonly name: string
  readonly message: Message
}

function collisions(
  catalog: Catalog,
  service: Service,
  named: readonly NamedMessage[],
): readonly ContractProblem[] {
  const first = new Map<string, Message>()
  const problems = new Map<string, ContractProblem>()
  for (const { name, message } of named) {
    const other = first.get(name) ?? message
    first.set(name, other)
    if (other.id !== message.id)
      problems.set(`${name} ${message.id}`, collision(catalog, service, name, [other, message]))
  }
  return [...problems.values()]
}

function collision(
  catalog: Catalog,
  service: Service,
  name: string,
  [one, other]: readonly [Message, Message],
): ContractProblem {
  const place = catalog.locate(one.node)
  const where = `${place.file}:${place.line}:${place.column}`
  return {
    code: 'name-collision',
    message:
      `${service.name} has two messages whose code would be called ${name}: ${JSON.stringify(other.name)} here and ` +
      `${JSON.stringify(one.name)} at ${where}.`,
    fix: 'Give one of them another name.',
    place: catalog.locate(other.node),
  }
}
