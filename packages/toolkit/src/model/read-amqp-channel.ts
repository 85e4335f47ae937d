import type { AmqpBinding, AmqpChannel, AmqpExchange, AmqpQueue, Node } from './catalog.ts'
import { isArray } from './json.ts'
import { child, items } from './node.ts'
import type { ProblemList } from './problem-list.ts'
import { BOOLEAN, extension, oneOf, readArguments, readField, STRING, wrongField } from './read-field.ts'

const KIND = oneOf(['routingKey', 'queue'], 'not-asyncapi')
const EXCHANGE_TYPE = oneOf(['topic', 'direct', 'fanout', 'headers', 'default'], 'not-asyncapi')
const EXTENSION_STRING = extension(STRING)

/**
 * Reads an AMQP channel binding (AsyncAPI bindings, amqp 0.3.0) with our extensions `x-arguments` and `x-bindings`.
 * The binding leaves `durable` open where it is not stated; here it is true, because a broker's restart must not lose
 * what a contract promises. A queue without a name has the channel's address for one.
 */
export function readAmqpChannel(problems: ProblemList, binding: Node, address: string): AmqpChannel {
  const is = readField(problems, binding, 'is', KIND, 'routingKey')
  const bindings = readBindings(problems, child(binding, 'x-bindings'))
  return is === 'queue'
    ? { is, queue: readQueue(problems, child(binding, 'queue'), address), bindings }
    : { is, exchange: readExchange(problems, child(binding, 'exchange')), bindings }
}

/** The queue that a channel without a binding stands for: reached through the default exchange by its name. */
export function defaultAmqpChannel(address: string): AmqpChannel {
  const queue = {
    name: address,
    durable: true,
    exclusive: false,
    autoDelete: false,
    vhost: '/',
    arguments: {},
  }
  return { is: 'queue', queue, bindings: [] }
}

function readExchange(problems: ProblemList, node: Node | undefined): AmqpExchange {
  const name = readField(problems, node, 'name', STRING, '')
  return {
    name,
    type: readField(problems, node, 'type', EXCHANGE_TYPE, name === '' ? 'default' : 'topic'),
    durable: readField(problems, node, 'durable', BOOLEAN, true),
    autoDelete: readField(problems, node, 'autoDelete', BOOLEAN, false),
    vhost: readField(problems, node, 'vhost', STRING, '/'),
    arguments: readArguments(problems, node === undefined ? undefined : child(node, 'x-arguments')),
  }
}

function readQueue(problems: ProblemList, node: Node | undefined, address: string): AmqpQueue {
  return {
    name: readField(problems, node, 'name', STRING, address),
    durable: readField(problems, node, 'durable', BOOLEAN, true),
    exclusive: readField(problems, node, 'exclusive', BOOLEAN, false),
    autoDelete: readField(problems, node, 'autoDelete', BOOLEAN, false),
    vhost: readField(problems, node, 'vhost', STRING, '/'),
    arguments: readArguments(problems, node === undefined ? undefined : child(node, 'x-arguments')),
  }
}

function readBindings(problems: ProblemList, node: Node | undefined): readonly AmqpBinding[] {
  if (node !== undefined && !isArray(node.value))
    wrongField(problems, node, 'a list of bindings', 'bad-extension')
  return items(node).map((binding) => readBinding(problems, binding))
}

function readBinding(problems: ProblemList, node: Node): AmqpBinding {
  if (child(node, 'exchange') === undefined) {
    wrongField(problems, node, 'an object that names its source "exchange"', 'bad-extension')
  }
  return {
    exchange: readField(problems, node, 'exchange', EXTENSION_STRING, ''),
    routingKey: readField(problems, node, 'routingKey', EXTENSION_STRING, ''),
    arguments: readArguments(problems, child(node, 'arguments')),
    node,
  }
}
