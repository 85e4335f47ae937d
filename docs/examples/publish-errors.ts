import { connect, ContractViolation, TransportError } from '@concordat/runtime'
import { createOmsPublisher } from '../../generated/shop/oms/client.ts'
import type { ProcessPayment } from '../../generated/schemas/payments/payment.process/1.0.0.ts'

const connection = await connect('memory:publish-errors')
const oms = createOmsPublisher(connection)

// #region errors
async function requestPayment(payment: ProcessPayment): Promise<void> {
  try {
    await oms.processPayment(payment, { subject: payment.order_id, correlationid: 'req_1' })
  } catch (error) {
    if (error instanceof ContractViolation) console.log(error.message)
    else if (error instanceof TransportError) console.log(`${error.code}, retriable: ${error.retriable}`)
    else throw error
  }
}

// The types allow any string; the contract wants at least one character.
await requestPayment({ payment_id: '', order_id: 'ord_1', amount: { value: 150000, currency: 'UAH' } })
// No payment service has declared its queue on this broker.
await requestPayment({ payment_id: 'pay_1', order_id: 'ord_1', amount: { value: 150000, currency: 'UAH' } })
// #endregion errors

await connection.close()
