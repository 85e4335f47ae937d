import type { Service, System } from '@concordat/toolkit/model'
import { beforeAll, expect, it } from 'vitest'
import { applicationPicture } from './application-picture.ts'
import { deliveryText, duration } from './delivery-text.ts'
import { eventPicture } from './event-picture.ts'
import type { PictureLinks } from './picture.ts'
import { systemPicture } from './system-picture.ts'
import { publishing, queueing, receiving, sending, smallBus } from './testing/small-bus.ts'
import { trafficOf } from './testing/traffic-of.ts'
import type { Traffic } from './traffic.ts'

const links: PictureLinks = { application: () => 'a.html', event: () => 'e.html', channel: () => undefined }

let system: System
let traffic: Traffic
let service: Service

beforeAll(async () => {
  system = await smallBus({
    channels: {
      created: publishing('order.created', { name: 'orders', type: 'topic' }),
      crm: queueing('crm', [{ exchange: 'orders', routingKey: '#' }]),
    },
    operations: { send: sending('created'), receive: receiving('crm') },
  })
  traffic = trafficOf(system, 'Created')
  const [found] = system.services
  if (found === undefined) throw new Error('the contract was not read as an application')
  service = found
})

it('draws an event between who sends and who receives it', () => {
  const picture = eventPicture(traffic, links)
  expect(picture.columns.map((column) => column.map(({ label }) => label))).toEqual([
    ['Orders'],
    ['Created'],
    ['Orders'],
  ])
  expect(picture.arrows).toHaveLength(2)
})

it('says that nobody sends or receives an event, and counts those that are too many', () => {
  const alone = eventPicture({ ...traffic, senders: [], receivers: [] }, links)
  expect(alone.columns[0]?.[0]).toMatchObject({ kind: 'nobody', label: 'no application sends it' })
  const [use] = traffic.receivers
  const receivers = Array.from({ length: 40 }, (_, index) => ({
    ...use!,
    service: { ...service, name: `service-${index}` },
  }))
  const many = eventPicture({ ...traffic, receivers }, links)
  expect(many.columns[2]).toHaveLength(12)
  expect(many.columns[2]?.at(-1)).toMatchObject({ kind: 'more', label: 'and 29 more' })
})

it('draws an application between what it receives and what it sends', () => {
  const picture = applicationPicture(service, [traffic], links)
  expect(picture.columns.map((column) => column.map(({ label, detail }) => [label, detail]))).toEqual([
    [['Created', 'from Orders']],
    [['Orders', undefined]],
    [['Created', 'to Orders']],
  ])
})

it('counts the events of a system between applications and exchanges', () => {
  const events = ['Created', 'Paid', 'Shipped'].map((name) => ({ ...traffic, name }))
  const picture = systemPicture(system, events, links)
  expect(picture?.columns.map((column) => column.map(({ label, detail }) => [label, detail]))).toEqual([
    [['Orders', 'sends 3 events']],
    [['orders', 'carries 3 events']],
    [['Orders', 'receives 3 events']],
  ])
  expect(picture?.arrows).toHaveLength(2)
  expect(systemPicture(system, [], links)).toBeUndefined()
})

it.each([
  [500, '500 ms'],
  [1000, '1 s'],
  [1500, '1.5 s'],
  [90_000, '1.5 min'],
  [3_600_000, '1 h'],
  [1234, '1234 ms'],
])('says %d milliseconds as %s', (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text)
})

it.each([
  [1, 1000, 2, 60_000, '1 attempt'],
  [3, 5000, 1, 60_000, '3 attempts, 5 s apart'],
  [9, 1000, 2, 30_000, '9 attempts, 1 s to 30 s apart'],
])('says a policy of %d attempts in words', (attempts, delay, multiplier, maxDelay, text) => {
  const rest = { prefetch: 1, deadLetterTopic: undefined, start: 'earliest', stated: true } as const
  expect(deliveryText({ attempts, delay, multiplier, maxDelay, ...rest })).toBe(text)
})
