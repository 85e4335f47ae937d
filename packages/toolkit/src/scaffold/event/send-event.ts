import { resolvedChild } from '../../lint/schemas/resolved-child.ts'
import type { AmqpExchange, ContractDocument, Json, JsonObject } from '../../model/catalog.ts'
import { child } from '../../model/node.ts'
import { addOperation, defineChannel, referToChannel } from './channels.ts'
import type { Position } from '../edit/document-edits.ts'
import { definedChannels, type DefinedChannel } from '../find-document.ts'
import type { NewEvent } from './new-event.ts'
import { topicBinding } from './topics.ts'

/** Adds the channel that the event is published to and the sender's operation; gives the channel's place. */
export function sendEvent(event: NewEvent, sender: ContractDocument): Position {
  const siblings = siblingChannels(event)
  const channel = defineChannel(event, {
    key: event.address,
    bindings: bindingsLike(event, siblings.at(-1)),
    listsMessages: true,
    after: siblings.map(({ key }) => key).toReversed(),
  })
  addOperation(event, sender, [`send${event.name}`], {
    action: 'send',
    channel: referToChannel(event, sender, channel),
    summary: `Publishes ${event.name}.`,
  })
  return channel
}

/** Channels of the same document that are published to in the same way, in the order of the document. */
export function siblingChannels(event: NewEvent): readonly DefinedChannel[] {
  return definedChannels(event.system).filter((defined) => isSibling(event, defined))
}

function isSibling({ home, exchange, system }: NewEvent, { document, channel }: DefinedChannel): boolean {
  if (document !== home || channel.messages.length === 0) return false
  if (exchange !== undefined)
    return channel.amqp?.is === 'routingKey' && channel.amqp.exchange.name === exchange.name
  return system.services.some(({ operations }) =>
    operations.some((operation) => operation.action === 'send' && operation.channel === channel),
  )
}

/** What the sibling says about RabbitMQ, in its own words; where a topic is named, it is the new one. */
function bindingsLike(event: NewEvent, sibling: DefinedChannel | undefined): Json | undefined {
  const { exchange, usesKafka, address, catalog } = event
  const own = sibling && child(sibling.channel.node, 'bindings')
  if (!usesKafka && own !== undefined) return own.value
  const amqp = sibling && resolvedChild(catalog, sibling.channel.node, 'bindings', 'amqp')
  const kafka = usesKafka ? topicBinding(event, address, 'event') : undefined
  const bindings = {
    ...(exchange === undefined ? {} : { amqp: amqp?.value ?? exchangeBinding(exchange) }),
    ...(kafka === undefined ? {} : { kafka }),
  }
  return Object.keys(bindings).length === 0 ? undefined : bindings
}

function exchangeBinding({ name, type, durable, autoDelete, vhost }: AmqpExchange): JsonObject {
  return { is: 'routingKey', exchange: { name, type, durable, autoDelete, vhost }, bindingVersion: '0.3.0' }
}
