// #region test
import { connect } from '@concordat/runtime'
import { expect, it } from 'vitest'
import { createOmsPublisher, startOmsConsumer } from '../../generated/shop/oms/client.ts'
import { startPaymentService } from './payment-service.ts'

it('answers a command with an event of the same correlation id', async () => {
  const connection = await connect('memory:payment-test')
  const answer = Promise.withResolvers<{ paymentId: string; correlationId: string }>()
  await startOmsConsumer(connection, {
    paymentCompleted: ({ data, attributes }) =>
      answer.resolve({ paymentId: data.payment_id, correlationId: attributes.correlationid }),
  })
  await startPaymentService(connection, async () => {})

  await createOmsPublisher(connection).processPayment(
    { payment_id: 'pay_1', order_id: 'ord_1', amount: { value: 150000, currency: 'UAH' } },
    { subject: 'pay_1', correlationid: 'req_1' },
  )

  expect(await answer.promise).toEqual({ paymentId: 'pay_1', correlationId: 'req_1' })
  await connection.close()
})
// #endregion test
