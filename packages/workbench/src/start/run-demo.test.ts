import { expect, it } from 'vitest'

import { runDemo } from './run-demo.ts'

it('prints a line for each event that arrives, for a failure that is tried again, and for a dead letter', async () => {
  const lines: string[] = []
  await runDemo((line) => lines.push(line))
  // On a slow machine the first event is tried more than twice.
  const [failed, ...others] = lines.filter((line, index) => index === 0 || !line.includes('tried again'))
  expect(failed).toMatch(
    /^notification-service {2}order\.created {7}evt_\S{8} {2}customer cust_1 is not known yet, tried again in 20 ms$/,
  )
  expect(others.map((line) => line.split(/ {2,}/))).toEqual([
    ['notification-service', 'customer.created', expect.any(String), 'e-mail welcome to olena@example.com'],
    ['notification-service', 'order.created', expect.any(String), 'e-mail order-placed to olena@example.com'],
    [
      'notification-service',
      'order.confirmed',
      expect.any(String),
      'e-mail order-confirmed to olena@example.com',
    ],
    ['notification-service', 'order.paid', expect.any(String), 'e-mail order-paid to olena@example.com'],
    [
      'notification-service',
      'order.processing',
      expect.any(String),
      'e-mail order-processing to olena@example.com',
    ],
    [
      'notification-service',
      'order.shipped',
      expect.any(String),
      'e-mail order-shipped to olena@example.com, SMS to +380671112233',
    ],
    ['notification-service', 'order.created', expect.any(String), 'e-mail order-placed to olena@example.com'],
    [
      'notification-service',
      'order.cancelled',
      expect.any(String),
      'e-mail order-cancelled to olena@example.com, SMS to +380671112233',
    ],
    ['notification-service', '(refused)', 'contract-violation, goes to the dead letters'],
    ['email-sender', 'notification.email', '8 e-mails to send'],
    ['sms-sender', 'notification.sms', '2 text messages to send'],
  ])
})
