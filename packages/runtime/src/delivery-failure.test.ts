import { expect, it } from 'vitest'

import { failureText } from './delivery-failure.ts'
import { InvalidMessageError } from './invalid-message-error.ts'

it('says what failed, what happens next, and where the handler threw', () => {
  const error = new Error('no mail server')
  const failure = {
    error,
    operation: 'receiveOrders',
    origin: 'queue orders',
    messageName: 'OrderCreated',
    id: 'evt_1',
  }
  expect(failureText({ ...failure, action: 'retry', attempt: 2, delay: 500 })).toBe(
    `receiveOrders: OrderCreated evt_1 from queue orders failed (attempt 2), next: retry in 500 ms\n${error.stack}`,
  )
  expect(failureText({ ...failure, action: 'dead-letter', attempt: 3, error: 'a string' })).toBe(
    'receiveOrders: OrderCreated evt_1 from queue orders failed (attempt 3), next: dead-letter\na string',
  )
})

it('shows no stack for a message that is invalid', () => {
  const error = new InvalidMessageError('malformed-json', 'queue orders', 'its body is not JSON.')
  const failure = { error, operation: 'receiveOrders', origin: 'queue orders', attempt: 0 }
  expect(failureText({ ...failure, action: 'hold' })).toBe(
    'receiveOrders: a message from queue orders is refused, next: hold\n' +
      'A message from queue orders cannot be handled: its body is not JSON.',
  )
})

it('lets no message write lines of its own', () => {
  const instancePath = '/\u001b[2K\u009b\u202e'
  const error = new InvalidMessageError('contract-violation', 'queue orders', 'it breaks the contract.', {
    failures: [{ instancePath, keyword: 'type' }],
  })
  const failure = { error, operation: 'receiveOrders', origin: 'queue orders', attempt: 0, id: 'evt\nforged' }
  expect(failureText({ ...failure, action: 'hold' }).split('\n')).toEqual([
    'receiveOrders: a message evt\\u000aforged from queue orders is refused, next: hold',
    'A message from queue orders cannot be handled: it breaks the contract.',
    '  /\\u001b[2K\\u009b\\u202e  type',
  ])
})
