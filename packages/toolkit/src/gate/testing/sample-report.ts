import type { Place } from '../../model/catalog.ts'
import type { Change } from '../change.ts'
import type { GateReport } from '../report.ts'
import { sampleChange, sampleFinding } from './sample-change.ts'

function at(file: string, line: number, column: number, pointer: string): Place {
  return { file, line, column, pointer }
}

const orderCreated: Change = {
  ...sampleChange('orders/order.created', [
    sampleFinding({
      witness: {
        value: { order_id: 'ord_1', lines: [{ sku: 'A-1', quantity: 2 }], total: 19.9 },
        sentBy: 'orders/order.created 1.0.0',
        refusedBy: 'orders/order.created 1.1.0',
        at: '',
        error: "must have required property 'currency'",
      },
      hit: [{ role: 'consumer', applications: ['event-bus/crm-service', 'event-bus/warehouse-service'] }],
      ways: [
        { text: 'Give "currency" a default and keep it optional.' },
        {
          text: 'Release it as 2.0.0 beside this version.',
          command: 'concordat new version orders/order.created --major',
        },
        {
          text: 'Accept it for a while, where everybody who is hit agrees.',
          command: 'concordat accept 0123456789abcdef --owner TEAM --reason WHY --until 2026-12-28',
        },
      ],
    }),
    sampleFinding({
      rule: 'enum-value-removed',
      message: 'The value "phone" is gone from "channel".',
      why: 'A consumer of 1.1.0 refuses orders that were taken by phone.',
      place: at('schemas/orders/order.created/1.1.0.json', 22, 18, '/properties/channel/enum'),
      witness: {
        value: { order_id: 'ord_1', channel: 'phone' },
        sentBy: 'orders/order.created 1.0.0',
        refusedBy: 'orders/order.created 1.1.0',
        at: '/channel',
        error: 'must be equal to one of the allowed values',
      },
      hit: [{ role: 'consumer', applications: ['event-bus/crm-service'] }],
      ways: [{ text: 'Keep the value, and mark it as deprecated.' }],
      fingerprint: '00000000000000a1',
    }),
  ]),
  parties: [
    { role: 'consumer', application: 'event-bus/analytics-service' },
    { role: 'consumer', application: 'event-bus/crm-service' },
    { role: 'consumer', application: 'event-bus/warehouse-service' },
    { role: 'publisher', application: 'event-bus/order-service' },
  ],
}

const channelRemoved: Change = {
  thing: { kind: 'channel', name: 'event-bus/orders.audit' },
  from: 'main (1a2b3c4d)',
  to: 'folder .',
  verdict: 'breaking',
  mode: undefined,
  bump: undefined,
  parties: [{ role: 'consumer', application: 'event-bus/analytics-service' }],
  findings: [
    sampleFinding({
      rule: 'channel-removed',
      message: 'The channel "orders.audit" is gone',
      why: 'The queue stays on the broker and fills up, and nobody reads it.',
      place: at('asyncapi/event-bus/channels.yaml', 210, 3, '/channels/orders.audit'),
      tree: 'base',
      direction: undefined,
      hit: [
        { role: 'consumer', applications: ['event-bus/analytics-service'] },
        { role: 'deployment', applications: [] },
      ],
      ways: [{ text: 'Deprecate it, and remove it when nobody receives from it any more.' }],
      fingerprint: '00000000000000b2',
    }),
  ],
}

const paymentFailed: Change = {
  ...sampleChange('payments/payment.failed', [
    sampleFinding({
      rule: 'undecided',
      verdict: 'undecided',
      message: 'Whether every "reason" that 1.2.0 allows matches the pattern of 1.3.0 could not be decided.',
      why: 'Nothing proves that consumers of 1.3.0 read what publishers of 1.2.0 send.',
      place: at('schemas/payments/payment.failed/1.3.0.json', 31, 9, '/properties/reason/pattern'),
      hit: [{ role: 'consumer', applications: [] }],
      ways: [{ text: 'Write the pattern without a lookahead.' }],
      fingerprint: '00000000000000c3',
    }),
  ]),
  from: '1.2.0',
  to: '1.3.0',
}

const retention: Change = {
  thing: { kind: 'channel', name: 'order-sourcing/orders' },
  from: 'main (1a2b3c4d)',
  to: 'folder .',
  verdict: 'risky',
  mode: undefined,
  bump: undefined,
  parties: [{ role: 'publisher', application: 'order-sourcing/order-service' }],
  findings: [
    sampleFinding({
      rule: 'retention-shortened',
      verdict: 'risky',
      message: 'The retention of "orders" went from 30 days to 7',
      why: 'A consumer that is down for more than 7 days loses messages.',
      place: at('asyncapi/order-sourcing/channels.yaml', 40, 11, '/channels/orders/bindings/kafka'),
      direction: undefined,
      hit: [{ role: 'deployment', applications: [] }],
      fingerprint: '00000000000000d4',
    }),
  ],
}

const stockLow: Change = {
  ...sampleChange('products/product.stock.low', [
    sampleFinding({
      place: at('schemas/products/product.stock.low/1.1.0.json', 9, 5, '/required'),
      message: 'The property "warehouse" became required.',
      fingerprint: '00000000000000e5',
      exception: {
        file: 'exceptions/warehouse.json',
        owner: 'Inventory',
        reason: 'The only consumer is ours and is released first.',
        expires: '2027-01-31',
      },
    }),
  ]),
  verdict: 'compatible',
}

/** One change of each kind that a reader meets, with findings of lint. */
export const sampleReport: GateReport = {
  verdict: 'breaking',
  head: 'folder .',
  base: { label: 'main (1a2b3c4d)' },
  changes: [
    channelRemoved,
    orderCreated,
    paymentFailed,
    retention,
    sampleChange('customers/customer.created', []),
    stockLow,
  ],
  lint: [
    {
      rule: 'example-invalid',
      severity: 'error',
      place: at('schemas/orders/order.paid/1.0.0.json', 50, 5, '/examples/0'),
      message: 'The example does not match its schema: /total must be integer',
      why: 'Who copies the example sends messages that are refused.',
      fix: 'Correct the example.',
    },
    {
      rule: 'exception-unused',
      severity: 'warning',
      place: at('exceptions/old.json', 1, 1, ''),
      message: 'The exception for "channel-removed" in channel "shop/old" accepts nothing',
      why: 'If the same breaks again later, it passes without anybody looking.',
      fix: 'Remove it.',
    },
  ],
}

/** Nothing changed. */
export const quietReport: GateReport = {
  verdict: 'compatible',
  head: 'folder .',
  base: { label: 'main (1a2b3c4d)' },
  changes: [],
  lint: [],
}

/** As many changes as asked for, every tenth of them breaking; names and texts are long. */
export function largeReport(count: number): GateReport {
  const changes = Array.from({ length: count }, (_, index) => {
    const name = `domain-${index % 40}/a.rather.long.name.of.a.subject.number.${index}`
    const value = { text: 'x'.repeat(500) }
    const witness = {
      value,
      sentBy: `${name} 1.0.0`,
      refusedBy: `${name} 1.1.0`,
      at: '/text',
      error: 'must be shorter',
    }
    const fingerprint = index.toString(16).padStart(16, '0')
    return sampleChange(name, index % 10 === 0 ? [sampleFinding({ witness, fingerprint })] : [])
  })
  const sorted = changes.toSorted(
    (a, b) => Number(a.verdict === 'compatible') - Number(b.verdict === 'compatible'),
  )
  return { ...quietReport, verdict: 'breaking', changes: sorted }
}
