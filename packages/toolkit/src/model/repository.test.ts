import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadCatalog } from './load-catalog.ts'

const root = join(import.meta.dirname, '../../../..')
const catalog = await loadCatalog({ kind: 'folder', path: root })

describe('the contracts of this repository', () => {
  it('are five systems on their own brokers', () => {
    const protocols = catalog.systems.map(({ name, channels }) => [
      name,
      [...new Set(channels.flatMap((channel) => channel.protocols))].toSorted(),
    ])
    expect(Object.fromEntries(protocols)).toEqual({
      'event-bus': ['amqp'],
      'order-collaboration': ['kafka'],
      'order-sourcing': ['kafka'],
      patterns: ['amqp', 'kafka'],
      shop: ['amqp'],
    })
  })

  it.each(catalog.systems)(
    'say for each message of $name where its attributes and its data stand',
    ({ messages }) => {
      expect(messages.length).toBeGreaterThan(0)
      const without = messages.filter(
        ({ envelope, version }) =>
          envelope.attributes['id'] === undefined ||
          envelope.attributes['type'] === undefined ||
          version === undefined,
      )
      expect(without.map(({ name }) => name)).toEqual([])
    },
  )

  it('hold both majors of an order: in minor units and not', () => {
    const versions = catalog.subjects.find(({ name }) => name === 'orders/order.created')?.versions ?? []
    expect(new Set(versions.map(({ version }) => version.split('.')[0]))).toEqual(new Set(['1', '2']))
  })

  it('have a place for everything', () => {
    for (const { channels } of catalog.systems) {
      for (const { node } of channels) expect(catalog.locate(node).line).toBeGreaterThan(1)
    }
  })
})
