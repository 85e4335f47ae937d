import { transportSuite } from '@concordat/runtime/testing'
import { requireService } from '@concordat/workbench/require-service'
import { describe } from 'vitest'

import { openTransport } from './open-transport.ts'

const url = requireService('rabbitmq')
const open = (): ReturnType<typeof openTransport> => openTransport(url, { clientName: 'transport suite' })

describe.each([{ type: 'classic' }, { type: 'quorum' }])('over RabbitMQ with $type queues', ({ type }) => {
  transportSuite({ protocols: ['amqp'], open, queueArguments: { 'x-queue-type': type } })
})
