import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { createCustomerServicePublisher } from '@concordat/generated/event-bus/customer-service/client'
import { connect } from '@concordat/runtime'
import { requireService } from '@concordat/workbench/require-service'
import { expect, it, onTestFinished } from 'vitest'

import { collectMessages } from './testing/collect-messages.ts'

it.each(['SIGTERM', 'SIGINT'] as const)('runs until %s and ends well', async (signal) => {
  const url = requireService('rabbitmq')
  const connection = await connect(url)
  onTestFinished(() => connection.close())
  await collectMessages(connection, 'tenant_main')
  const customers = createCustomerServicePublisher(connection)

  const main = join(import.meta.dirname, 'main.ts')
  const service = spawn(process.execPath, ['-C', '@concordat/source', main], {
    env: { ...process.env, BROKER_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(service, 'exit')
  onTestFinished(() => void service.kill('SIGKILL'))
  let eventId = ''
  for await (const line of createInterface(service.stdout)) {
    if (line === 'notification-service is listening') {
      const customer = { customer_id: 'cust_123', email: 'olena@example.com' }
      eventId = (await customers.customerCreated(customer, { tenantid: 'tenant_main' })).id
    }
    if (line === `customer.created ${eventId}: e-mail welcome to olena@example.com`) service.kill(signal)
  }
  expect(await exited).toEqual([0, null])
})
