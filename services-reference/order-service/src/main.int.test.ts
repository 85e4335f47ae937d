import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { connect } from '@concordat/runtime'
import { requireService } from '@concordat/workbench/require-service'
import { expect, it, onTestFinished } from 'vitest'

import { recordEvents } from './testing/record-events.ts'

it.each(['SIGTERM', 'SIGINT'] as const)('runs until %s and ends well', async (signal) => {
  const url = requireService('rabbitmq')
  const connection = await connect(url)
  onTestFinished(() => connection.close())
  await recordEvents(connection)

  const main = join(import.meta.dirname, 'main.ts')
  const service = spawn(process.execPath, ['-C', '@concordat/source', main], {
    env: { ...process.env, BROKER_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(service, 'exit')
  onTestFinished(() => void service.kill('SIGKILL'))
  const statuses: (string | undefined)[] = []
  for await (const line of createInterface(service.stdout)) {
    statuses.push(/^order_\S+ (\w+), event evt_\S+$/.exec(line)?.[1])
    if (statuses.length === 2) service.kill(signal)
  }
  expect(await exited).toEqual([0, null])
  expect(statuses).toEqual(['pending', 'confirmed', 'paid', 'processing', 'shipped', 'delivered'])
})
