// Runs the notification service on the broker that BROKER_URL names, until SIGINT or SIGTERM.
import { connect } from '@concordat/runtime'

import { startNotificationService } from './notification-service.ts'

const url = process.env['BROKER_URL'] ?? 'amqp://127.0.0.1:5672'
const connection = await connect(url, { clientName: 'notification-service' })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void connection.close())

await startNotificationService(connection, {
  onHandled: (event, outcome) => console.log(`${event.type} ${event.id}: ${outcome}`),
  onLost: (error, operation) => {
    console.error(`${operation}: ${error.message}`)
    process.exitCode = 1
    void connection.close()
  },
})
console.log('notification-service is listening')
