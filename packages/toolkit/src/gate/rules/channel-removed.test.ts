import { expect, test } from 'vitest'
import { checkBothWays, TODAY } from '../testing/check-contract-rule.ts'
import { onKafka, onRabbit, renamed, withChannel, without } from '../testing/samples.ts'
import { channelRemoved } from './channel-removed.ts'

test('reports a channel that is gone to both sides, and not one that came', async () => {
  const nothing = onKafka({ channel: { address: 'others' }, kafka: { topic: 'others' } })
  const moved = { ...nothing, ...renamed(nothing) }
  expect(await checkBothWays(channelRemoved, onKafka(), moved)).toEqual({
    there: ['breaking channel bus/orders: Channel "orders" is gone. [consumer bus/crm, publisher bus/shop]'],
    back: ['breaking channel bus/others: Channel "others" is gone. [consumer bus/crm, publisher bus/shop]'],
  })
})

test('names who consumes a queue behind an exchange that is gone', async () => {
  const analytics = (bindings: object) => ({
    address: 'all',
    bindings: { amqp: { is: 'routingKey', exchange: { name: 'all', type: 'fanout' }, ...bindings } },
  })
  const bindings = [{ exchange: 'all', routingKey: '' }]
  const base = withChannel(
    onRabbit({ bindings }),
    'all',
    analytics({ 'x-bindings': [{ exchange: 'orders', routingKey: '#' }] }),
  )
  expect((await checkBothWays(channelRemoved, base, onRabbit({ bindings }))).there).toEqual([
    'breaking channel bus/all: Channel "all" is gone. [consumer bus/crm]',
  ])
})

test('counts with consumers that the contracts do not name', async () => {
  const spare = withChannel(onKafka(), 'spare', { address: 'spare' })
  expect(
    (await checkBothWays(channelRemoved, without(spare, 'crm'), without(onKafka(), 'crm'))).there,
  ).toEqual(['breaking channel bus/spare: Channel "spare" is gone. [consumer]'])
})

test('allows to remove a channel that nobody is on', async () => {
  const spare = withChannel(onKafka(), 'spare', { address: 'spare' })
  expect(await checkBothWays(channelRemoved, spare, onKafka())).toEqual({ there: [], back: [] })
})

test('is risky after the day that was announced, and for another rule before it', async () => {
  const announced = (removal: string) => onKafka({ channel: { 'x-deprecated': { removal } } })
  const nothing = onKafka({ channel: { address: 'others' }, kafka: { topic: 'others' } })
  const gone = { ...nothing, ...renamed(nothing) }
  expect((await checkBothWays(channelRemoved, announced(TODAY), gone)).there).toEqual([
    'risky channel bus/orders: Channel "orders" is gone. [consumer bus/crm, publisher bus/shop]',
  ])
  expect((await checkBothWays(channelRemoved, announced('2027-01-31'), gone)).there).toEqual([])
})

test('allows another key of the channel', async () => {
  const files = onKafka({ kafka: { topic: 'orders' } })
  expect(await checkBothWays(channelRemoved, files, { ...files, ...renamed(files) })).toEqual({
    there: [],
    back: [],
  })
})
