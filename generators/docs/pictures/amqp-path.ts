import type { AmqpExchange, Channel } from '@concordat/toolkit/model'
import {
  exchangeGraph,
  type TakenBinding,
  takenBindings,
  type TopologyBinding,
} from '@concordat/toolkit/routing'
import { exchangeBox, nobodyBox } from './boxes.ts'
import type { PathDrawing } from './path-drawing.ts'
import type { PictureLinks } from './picture.ts'
import { ownBindings } from './own-bindings.ts'
import { addQueues } from './queue-path.ts'
import type { Traffic } from './traffic.ts'

/** Draws what a message passes on RabbitMQ when it is published on a channel. */
export function addAmqpPath(
  drawing: PathDrawing,
  event: Traffic,
  channel: Channel,
  links: PictureLinks,
): void {
  const { amqp } = channel
  if (amqp === undefined) return
  const routingKey = channel.address ?? channel.name
  if (amqp.is === 'queue' || amqp.exchange.name === '') {
    const queue = amqp.is === 'queue' ? amqp.queue.name : routingKey
    return addQueues(drawing, event, new Map([[queue, 0]]), links)
  }
  const { name } = amqp.exchange
  drawing.add(0, exchangeBox(name, `${amqp.exchange.type} exchange`))
  const steps = new Map([[name, 0]])
  const queues = new Map<string, number>()
  const bindings = takenBindings(event.system, name, routingKey)
  const exchanges = new Set([name, ...bindings.map(({ exchange }) => exchange)])
  for (const binding of [...bindings, ...ownBindings(event, channel, exchanges, routingKey)]) {
    const from = steps.get(binding.exchange) ?? addAlternate(drawing, event, steps, binding.exchange)
    const to = addBinding(drawing, event, binding, from)
    const { destination } = binding
    const reached = destination.kind === 'exchange' ? steps : queues
    reached.set(destination.name, Math.max(to, reached.get(destination.name) ?? 0))
  }
  if (queues.size > 0) return addQueues(drawing, event, queues, links)
  const isBound = (exchangeGraph(event.system).bindings.get(name) ?? []).length > 0
  const nobody = nobodyBox(`exchange ${name}`, isBound ? 'no queue takes it' : 'no binding is stated')
  drawing.add(1, nobody)
  drawing.connect(`exchange ${name}`, nobody.id)
}

/** Draws a binding and what it leads to; the step where that stands. A fanout exchange looks at no binding's key. */
function addBinding(drawing: PathDrawing, { system }: Traffic, binding: TakenBinding, from: number): number {
  const { exchange, destination, routingKey, isCertain } = binding
  const [source, target] = [`exchange ${exchange}`, `${destination.kind} ${destination.name}`]
  const type = exchangeOf(system.channels, exchange)?.type
  const isKeyed = type !== 'fanout'
  if (isKeyed) {
    // Bindings of one key are one box: they take the same messages.
    const id = `binding ${JSON.stringify([exchange, routingKey, binding.arguments])}`
    drawing.add(from + 1, { id, kind: 'binding', label: bindingText(type, binding) })
    drawing.connect(source, id, !isCertain)
    drawing.connect(id, target, !isCertain)
  } else drawing.connect(source, target)
  const to = from + (isKeyed ? 2 : 1)
  if (destination.kind === 'exchange') {
    const next = exchangeOf(system.channels, destination.name)
    drawing.add(to, exchangeBox(destination.name, `${next?.type ?? 'topic'} exchange`))
  }
  return to
}

/** What a binding looks at: the key, or the headers. */
function bindingText(type: AmqpExchange['type'] | undefined, binding: TopologyBinding): string {
  if (type !== 'headers') return binding.routingKey === '' ? '(empty key)' : binding.routingKey
  const headers = Object.entries(binding.arguments).filter(([name]) => name !== 'x-match')
  return headers.map(([name, value]) => `${name}: ${value}`).join(', ') || 'any headers'
}

/** An exchange that no binding leads to takes what another one has no binding for. */
function addAlternate(
  drawing: PathDrawing,
  { system }: Traffic,
  steps: Map<string, number>,
  name: string,
): number {
  const [from = '', step = 0] =
    [...steps].find(
      ([other]) => exchangeOf(system.channels, other)?.arguments['alternate-exchange'] === name,
    ) ?? []
  steps.set(name, step + 1)
  drawing.add(step + 1, exchangeBox(name, 'alternate exchange'))
  drawing.connect(`exchange ${from}`, `exchange ${name}`, true)
  return step + 1
}

function exchangeOf(channels: readonly Channel[], name: string): AmqpExchange | undefined {
  for (const { amqp } of channels)
    if (amqp?.is === 'routingKey' && amqp.exchange.name === name) return amqp.exchange
  return undefined
}
