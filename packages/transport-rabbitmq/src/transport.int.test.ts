import { transportSuite } from '@concordat/runtime/testing'
import { requireService } from '@concordat/workbench/require-service'
import { connect } from 'amqplib'
import { describe } from 'vitest'

import { openTransport } from './open-transport.ts'

const url = requireService('rabbitmq')
// RabbitMQ 3 puts what comes back to a quorum queue behind the rest, where the suite expects it in front.
const types = (await majorVersion()) < 4 ? ['classic'] : ['classic', 'quorum']

describe.each(types)('over RabbitMQ with %s queues', (type) => {
  transportSuite({
    protocols: ['amqp'],
    open: () => openTransport(url, { clientName: 'transport suite' }),
    queueArguments: { 'x-queue-type': type },
  })
})

async function majorVersion(): Promise<number> {
  const model = await connect(url)
  await model.close()
  return Number.parseInt(model.connection.serverProperties.version, 10)
}
