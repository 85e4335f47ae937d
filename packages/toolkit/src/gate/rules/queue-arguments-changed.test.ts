import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onRabbit } from '../testing/samples.ts'
import { queueArgumentsChanged } from './queue-arguments-changed.ts'

const queue = (values: object) => onRabbit({ arguments: values })

test('reports another value', async () => {
  expect(
    (
      await checkBothWays(
        queueArgumentsChanged,
        queue({ 'x-message-ttl': 1000 }),
        queue({ 'x-message-ttl': 2000 }),
      )
    ).there,
  ).toEqual([
    'breaking channel bus/crm: The argument x-message-ttl is 2000 and was 1000 at queue "crm". [deployment bus/crm]',
  ])
})

test('reports what is added or left away, each argument for itself', async () => {
  const limited = queue({ 'x-max-length': 10, 'x-dead-letter-exchange': 'dead' })
  expect(await checkBothWays(queueArgumentsChanged, queue({}), limited)).toEqual({
    there: [
      'breaking channel bus/crm: The argument x-dead-letter-exchange is "dead" and was not there at queue "crm". [deployment bus/crm]',
      'breaking channel bus/crm: The argument x-max-length is 10 and was not there at queue "crm". [deployment bus/crm]',
    ],
    back: [
      'breaking channel bus/crm: The argument x-dead-letter-exchange is not there and was "dead" at queue "crm". [deployment bus/crm]',
      'breaking channel bus/crm: The argument x-max-length is not there and was 10 at queue "crm". [deployment bus/crm]',
    ],
  })
})

test('calls an argument risky that the broker does not compare', async () => {
  expect((await checkBothWays(queueArgumentsChanged, queue({}), queue({ 'x-team': 'crm' }))).there).toEqual([
    'risky channel bus/crm: The argument x-team is "crm" and was not there at queue "crm". [deployment bus/crm]',
  ])
})

test('reports another type of queue, but allows to state the one that holds anyway', async () => {
  const [classic, quorum] = ['classic', 'quorum'].map((type) => queue({ 'x-queue-type': type }))
  expect(await checkBothWays(queueArgumentsChanged, queue({}), classic ?? {})).toEqual({
    there: [],
    back: [],
  })
  expect((await checkBothWays(queueArgumentsChanged, classic ?? {}, quorum ?? {})).there).toHaveLength(1)
})

test('allows other arguments under another name, which is another queue', async () => {
  const other = onRabbit({ queue: { name: 'crm.v2' }, arguments: { 'x-message-ttl': 1000 } })
  expect(await checkBothWays(queueArgumentsChanged, queue({}), other)).toEqual({ there: [], back: [] })
})
