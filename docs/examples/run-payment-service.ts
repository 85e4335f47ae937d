import { connect } from '@concordat/runtime'
import { startPaymentService } from './payment-service.ts'

const connection = await connect(process.env['BROKER_URL'] ?? 'memory:shop', { clientName: 'payment' })
await startPaymentService(connection, async (paymentId, amount) => {
  console.log(`Charging ${amount} for ${paymentId}`)
})
process.once('SIGTERM', () => void connection.close())
