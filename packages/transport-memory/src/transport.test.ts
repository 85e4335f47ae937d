import { transportSuite } from '@concordat/runtime/testing'

import { openTransport } from './open-transport.ts'

transportSuite({
  protocols: ['amqp', 'kafka'],
  open: () => openTransport('memory:suite', {}),
  timeout: 10_000,
})
