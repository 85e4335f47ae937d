import { transportSuite } from '@concordat/runtime/testing'
import { requireService } from '@concordat/workbench/require-service'

import { openTransport } from './open-transport.ts'

const url = `kafka://${requireService('kafka')}`

transportSuite({ protocols: ['kafka'], open: () => openTransport(url, { clientName: 'transport suite' }) })
