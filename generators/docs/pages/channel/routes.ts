import type { BrokerArguments, Channel, System } from '@concordat/toolkit/model'
import { deadLetterQueues, takenBindings } from '@concordat/toolkit/routing'
import { type ComponentChildren, h, type JSX } from 'preact'
import { destinationLink } from '../../parts/destination-link.ts'
import type { Links } from '../../parts/links.ts'
import { table } from '../../parts/table.ts'
import { distinctPlaces } from '../../site/channel-entry.ts'

/** What brings messages to the queue or the exchange of a channel. */
export function bindings({ amqp }: Channel): JSX.Element | undefined {
  if (amqp === undefined || amqp.bindings.length === 0) return undefined
  return table(
    ['From exchange', 'Routing key'],
    amqp.bindings.map(({ exchange, routingKey, arguments: settings }) => [
      h('code', null, exchange),
      bindingKey(routingKey, settings),
    ]),
  )
}

function bindingKey(routingKey: string, settings: BrokerArguments): ComponentChildren {
  return [
    h('code', null, routingKey || '(every key)'),
    Object.entries(settings).map(([name, value]) => h('div', null, h('code', null, `${name}: ${value}`))),
  ]
}

/** The bindings that take what is published here, by its routing key, and those behind them. */
export function reached(
  system: System,
  { amqp, address, name }: Channel,
  links: Links,
): JSX.Element | undefined {
  if (amqp?.is !== 'routingKey' || amqp.exchange.name === '') return undefined
  const taken = takenBindings(system, amqp.exchange.name, address ?? name)
  if (taken.length === 0) return undefined
  return h(
    'ul',
    null,
    taken.map(({ exchange, routingKey, destination, isCertain, arguments: settings }) =>
      h(
        'li',
        null,
        h('code', null, exchange),
        ' › ',
        bindingKey(routingKey, settings),
        ` → ${destination.kind} `,
        destinationLink(system, destination, links),
        isCertain ? null : ', some messages only',
      ),
    ),
  )
}

/** The queues whose dead letters this one takes. */
export function deadLetters(system: System, { amqp }: Channel, links: Links): JSX.Element | undefined {
  if (amqp?.is !== 'queue') return undefined
  const { name } = amqp.queue
  const sources = distinctPlaces(system.channels).filter(
    (other) => other.amqp?.is === 'queue' && deadLetterQueues(system, other.amqp.queue).includes(name),
  )
  if (sources.length === 0) return undefined
  return h(
    'ul',
    null,
    sources.map((source) => h('li', null, links.channel(source))),
  )
}
