import { once } from 'node:events'
import { createServer } from 'node:net'

import { describe, expect, it } from 'vitest'

import { freePorts, isFree } from './free-ports.ts'

describe('freePorts', () => {
  it('finds different ports that are free until somebody listens', async () => {
    const [first = 0, second] = await freePorts(2)
    expect(first).not.toBe(second)
    expect(await isFree(first)).toBe(true)
    const server = createServer().listen(first, '127.0.0.1')
    await once(server, 'listening')
    expect(await isFree(first)).toBe(false)
    server.close()
  })
})
