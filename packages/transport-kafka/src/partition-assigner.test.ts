import { describe, expect, it } from 'vitest'

import { assignPartitions } from './partition-assigner.ts'

describe('assignPartitions', () => {
  it('gives a topic only to members that subscribe to it', () => {
    const members = [
      { memberId: 'a', topics: ['orders'] },
      { memberId: 'b', topics: ['payments'] },
    ]
    const partitions = new Map([
      ['orders', [0, 1]],
      ['payments', [0, 1, 2]],
    ])
    expect(assign(members, partitions)).toEqual({ a: { orders: [0, 1] }, b: { payments: [0, 1, 2] } })
  })

  it('spreads partitions evenly, over several topics too', () => {
    const members = ['b', 'a'].map((memberId) => ({ memberId, topics: ['orders', 'payments'] }))
    const partitions = new Map([
      ['payments', [0]],
      ['orders', [0, 1, 2]],
    ])
    expect(assign(members, partitions)).toEqual({ a: { orders: [0, 2] }, b: { orders: [1], payments: [0] } })
  })

  it('leaves members without partitions where there are not enough', () => {
    const members = ['a', 'b'].map((memberId) => ({ memberId, topics: ['orders'] }))
    expect(assign(members, new Map([['orders', [0]]]))).toEqual({ a: { orders: [0] }, b: {} })
  })

  it('takes a topic named like a property of every object', () => {
    const members = [{ memberId: 'a', topics: ['constructor'] }]
    expect(assign(members, new Map([['constructor', [0]]]))).toEqual({ a: { constructor: [0] } })
  })
})

function assign(...args: Parameters<typeof assignPartitions>): Record<string, Record<string, number[]>> {
  return Object.fromEntries(
    assignPartitions(...args).map(({ memberId, assignment }) => [memberId, { ...assignment }]),
  )
}
