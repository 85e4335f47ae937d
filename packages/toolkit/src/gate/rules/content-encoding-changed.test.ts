import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onRabbit } from '../testing/samples.ts'
import { contentEncodingChanged } from './content-encoding-changed.ts'

const encoded = (contentEncoding: string) =>
  onRabbit({ message: { bindings: { amqp: { contentEncoding } } } })

test('reports another encoding in both directions', async () => {
  expect(await checkBothWays(contentEncodingChanged, onRabbit(), encoded('gzip'))).toEqual({
    there: [
      'breaking message bus/OrderCreated: Message "OrderCreated" has the contentEncoding "gzip" now and had "utf-8". [consumer bus/crm]',
    ],
    back: [
      'breaking message bus/OrderCreated: Message "OrderCreated" has the contentEncoding "utf-8" now and had "gzip". [consumer bus/crm]',
    ],
  })
})

test('allows to state what holds anyway', async () => {
  expect(await checkBothWays(contentEncodingChanged, onRabbit(), encoded('UTF-8'))).toEqual({
    there: [],
    back: [],
  })
})
