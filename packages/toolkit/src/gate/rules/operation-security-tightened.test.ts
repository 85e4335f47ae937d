import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { operationSecurityTightened } from './operation-security-tightened.ts'

const password = { type: 'userPassword' }
const certificate = { type: 'X509' }

const guarded = (...security: readonly object[]) => onKafka({ send: { security } })

test('reports an operation that asks for a password and did not', async () => {
  expect(await checkBothWays(operationSecurityTightened, onKafka(), guarded(password))).toEqual({
    there: [
      'breaking operation bus/shop/sendOrder: Operation "sendOrder" does not accept "who does not say who it is" any more. [publisher bus/shop]',
    ],
    back: [],
  })
})

test('reports one that asks for something else, and allows one that accepts more', async () => {
  expect(
    (await checkBothWays(operationSecurityTightened, guarded(password), guarded(certificate))).there,
  ).toHaveLength(1)
  expect(
    (await checkBothWays(operationSecurityTightened, guarded(password), guarded(password, certificate)))
      .there,
  ).toEqual([])
})
