import { transportSuite } from '@concordat/runtime/testing'
import { requireService } from '@concordat/workbench/require-service'

import { openTransport } from './open-transport.ts'

const url = requireService('rabbitmq')

transportSuite({ protocols: ['amqp'], open: () => openTransport(url, { clientName: 'transport suite' }) })
