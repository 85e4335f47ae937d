import { randomUUID } from 'node:crypto'

import { connect } from '@concordat/runtime'
import { expect, it, onTestFinished } from 'vitest'

import { simulateShop } from './simulate-shop.ts'
import { recordEvents } from './testing/record-events.ts'

async function openConnection() {
  const connection = await connect(`memory:${randomUUID()}`)
  onTestFinished(() => connection.close())
  return connection
}

it('leads an order to its delivery before it stops', async () => {
  const connection = await openConnection()
  await recordEvents(connection)
  const stopping = new AbortController()
  const lines: string[] = []
  const print = (line: string): void => {
    lines.push(line)
    stopping.abort()
  }
  await simulateShop(connection, { print, signal: stopping.signal })
  expect(lines.map((line) => line.split(' ')[1])).toEqual([
    'pending,',
    'confirmed,',
    'paid,',
    'processing,',
    'shipped,',
    'delivered,',
  ])
})

it('goes on where the broker takes nothing yet', async () => {
  const connection = await openConnection()
  const stopping = new AbortController()
  const lines: string[] = []
  const print = (line: string): void => {
    if (lines.push(line) === 2) stopping.abort()
  }
  await simulateShop(connection, { print, signal: stopping.signal, pause: 1 })
  expect(lines).toEqual([
    expect.stringContaining('customer.created'),
    expect.stringContaining('customer.created'),
  ])
})
