import type { AmqpQueue, Channel, Service } from '@concordat/toolkit/model'
import { deadLetterQueues, receiveQueue } from '@concordat/toolkit/routing'
import { applicationBox, nobodyBox } from './boxes.ts'
import { deliveryText, duration } from './delivery-text.ts'
import type { PathDrawing } from './path-drawing.ts'
import type { Box, PictureLinks } from './picture.ts'
import { queueReaders } from './queue-readers.ts'
import type { Traffic } from './traffic.ts'

/** Draws queues in one column, who consumes each, and where what they give up goes. */
export function addQueues(
  drawing: PathDrawing,
  event: Traffic,
  queues: ReadonlyMap<string, number>,
  links: PictureLinks,
): void {
  const step = Math.max(...queues.values())
  for (const name of queues.keys()) {
    const channel = queueChannel(event, name)
    const queue = channel?.amqp?.is === 'queue' ? channel.amqp.queue : undefined
    const box = queueBox(name, queue, channel && links.channel(channel))
    drawing.add(step, box)
    const ends = consumerBoxes(event, name, links)
    for (const end of ends.length === 0 ? [nobodyBox(box.id, 'no application reads it')] : ends) {
      drawing.add(step + 1, end)
      drawing.connect(box.id, end.id)
      if (queue !== undefined) addDeadLetters(drawing, event, { queue, from: end.id, step: step + 2 }, links)
    }
  }
}

function queueBox(name: string, queue: AmqpQueue | undefined, href: string | undefined): Box {
  const wait = queue?.arguments['x-message-ttl']
  const detail = typeof wait === 'number' ? `queue, holds ${duration(wait)}` : 'queue'
  return { id: `queue ${name}`, kind: 'queue', label: name, detail, href }
}

function queueChannel({ system }: Traffic, name: string): Channel | undefined {
  return system.channels.find(({ amqp }) => amqp?.is === 'queue' && amqp.queue.name === name)
}

/** Those who receive the event from the queue, and those who read the queue and do not know it. */
function consumerBoxes({ system, receivers }: Traffic, queue: string, links: PictureLinks): readonly Box[] {
  const knowing = receivers.filter(
    ({ operation, channel }) => receiveQueue({ ...operation, channel })?.queue.name === queue,
  )
  const known = knowing.map(({ service, operation }) => box(service, deliveryText(operation.delivery)))
  const names = new Set(knowing.map(({ service }) => service.name))
  const others = (queueReaders(system).get(queue) ?? []).filter(({ name }) => !names.has(name))
  function box(service: Service, detail: string): Box {
    const application = applicationBox(service, links, detail)
    return { ...application, id: `${application.id} ${queue}` }
  }
  return [...known, ...others.map((service) => box(service, 'does not handle it'))]
}

interface DeadLetters {
  readonly queue: AmqpQueue
  readonly from: string
  readonly step: number
}

function addDeadLetters(
  drawing: PathDrawing,
  event: Traffic,
  { queue, from, step }: DeadLetters,
  links: PictureLinks,
): void {
  if (typeof queue.arguments['x-dead-letter-exchange'] !== 'string') return
  const names = deadLetterQueues(event.system, queue)
  const boxes = names.map((name): Box => {
    const channel = queueChannel(event, name)
    const href = channel && links.channel(channel)
    return { id: `dead-letter ${name}`, kind: 'dead-letter', label: name, detail: 'dead letters', href }
  })
  for (const box of boxes.length === 0
    ? [nobodyBox(`letters ${queue.name}`, 'dead letters are lost')]
    : boxes) {
    drawing.add(step, box)
    drawing.connect(from, box.id, true)
  }
}
