import { addAmqpPath } from './amqp-path.ts'
import { addTopicPath } from './topic-path.ts'
import { PathDrawing } from './path-drawing.ts'
import type { Picture, PictureLinks } from './picture.ts'
import type { Traffic } from './traffic.ts'

/**
 * The ways of an event over its brokers, a picture for each kind of broker. On RabbitMQ by its routing key: exchange,
 * binding, queue, application and dead letters; on Kafka topic, group, application and dead letters. Empty where the
 * contract does not say where the event is published.
 */
export function eventPaths(event: Traffic, links: PictureLinks): readonly Picture[] {
  const [rabbit, kafka, other] = [new PathDrawing(), new PathDrawing(), new PathDrawing()]
  for (const channel of event.channels) {
    if (channel.amqp !== undefined) addAmqpPath(rabbit, event, channel, links)
    if (channel.kafka !== undefined) addTopicPath(kafka, event, channel, links)
    if (channel.amqp === undefined && channel.kafka === undefined) addTopicPath(other, event, channel, links)
  }
  return [
    ...picturesOf(rabbit, `How ${event.name} travels on RabbitMQ`),
    ...picturesOf(kafka, `How ${event.name} travels on Kafka`),
    ...picturesOf(other, `How ${event.name} travels`),
  ]
}

function picturesOf(drawing: PathDrawing, title: string): readonly Picture[] {
  return drawing.lastStep < 0 ? [] : [drawing.picture(title)]
}
