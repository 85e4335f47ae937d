// Runs the order service on the broker that BROKER_URL names, until SIGINT or SIGTERM.
import { connect } from '@concordat/runtime'

import { simulateShop } from './simulate-shop.ts'

const url = process.env['BROKER_URL'] ?? 'amqp://127.0.0.1:5672'
const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())

const connection = await connect(url, { clientName: 'order-service' })
try {
  await simulateShop(connection, { print: console.log, signal: stopping.signal })
} finally {
  await connection.close()
}
