import type { Channel } from '@concordat/toolkit/model'
import { consumerGroup } from '@concordat/toolkit/routing'
import { applicationBox, carrierBox, nobodyBox } from './boxes.ts'
import { deliveryText } from './delivery-text.ts'
import type { PathDrawing } from './path-drawing.ts'
import type { PictureLinks } from './picture.ts'
import type { Traffic, TrafficUse } from './traffic.ts'

/** Draws a topic, the groups that consume it, their applications, and the topics of their dead letters. */
export function addTopicPath(
  drawing: PathDrawing,
  event: Traffic,
  channel: Channel,
  links: PictureLinks,
): void {
  const { kafka } = channel
  const topic = carrierBox({ ...channel, amqp: undefined }, links, kafka && partitions(kafka.partitions))
  drawing.add(0, topic)
  const receivers = event.receivers.filter((use) => topicOf(use.channel) === topicOf(channel))
  if (receivers.length === 0) {
    const nobody = nobodyBox(topic.id, 'no application reads it')
    drawing.add(1, nobody)
    drawing.connect(topic.id, nobody.id)
  }
  for (const use of receivers) addReceiver(drawing, topic.id, use, links)
}

function topicOf({ kafka, address, name }: Channel): string {
  return kafka?.topic ?? address ?? name
}

/** One is what a topic has whose contract does not say, too. */
function partitions(count: number): string | undefined {
  return count === 1 ? undefined : `${count} partitions`
}

function addReceiver(drawing: PathDrawing, topic: string, use: TrafficUse, links: PictureLinks): void {
  const { service, operation, channel } = use
  const isKafka = channel.kafka !== undefined
  const application = applicationBox(service, links, isKafka ? deliveryText(operation.delivery) : undefined)
  drawing.add(isKafka ? 2 : 1, application)
  if (!isKafka) return drawing.connect(topic, application.id)
  const name = consumerGroup(operation)
  const group = {
    id: `group ${topic} ${name}`,
    kind: 'group',
    label: name,
    detail: 'consumer group',
  } as const
  drawing.add(1, group)
  drawing.connect(topic, group.id)
  drawing.connect(group.id, application.id)
  const { deadLetterTopic } = operation.delivery
  if (deadLetterTopic === undefined) return
  const id = `dead-letter topic ${deadLetterTopic}`
  drawing.add(3, { id, kind: 'dead-letter', label: deadLetterTopic, detail: 'dead letters' })
  drawing.connect(application.id, id, true)
}
