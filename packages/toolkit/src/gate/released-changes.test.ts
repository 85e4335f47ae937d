import { expect, test } from 'vitest'
import type { Finding } from '../model/finding.ts'
import { loadCatalog } from '../model/load-catalog.ts'
import { memorySource } from '../model/sources/memory-source.ts'
import { lint } from '../lint/lint.ts'
import { baseOfCatalog } from '../lint/base-of-catalog.ts'
import { type Files, toTexts } from '../lint/testing/check-rule.ts'
import { orderCreated, withMessage } from '../lint/testing/sample-subject.ts'
import { releasedChanges, type SortedFindings } from './released-changes.ts'

const released = orderCreated({ '1.0.0': {}, '1.1.0': {} })
const operations = {
  place: { action: 'send', channel: { $ref: '#/channels/orders' } },
}
const message = { payload: { $ref: '../../schemas/orders/order.created/1.0.0.json' } }
const used: Files = {
  'asyncapi/bus/channels.yaml': {
    ...(withMessage(message)['asyncapi/bus/channels.yaml'] as object),
    operations,
  },
}

async function sorted(base: Files, head: Files, severity?: Finding['severity']): Promise<SortedFindings> {
  const [before, now] = await Promise.all(
    [base, head].map((files) => loadCatalog(memorySource(toTexts(files)))),
  )
  if (before === undefined || now === undefined) throw new Error('both are loaded')
  const rules = severity === undefined ? {} : { 'released-version-changed': severity }
  return releasedChanges(await lint(now, { base: baseOfCatalog(before), rules }), before, now)
}

const edited = { ...released, ...orderCreated({ '1.0.0': { required: ['total'] } }) }

test('a released version that says something else is a break of its subject, with those who use it', async () => {
  const { changes } = await sorted({ ...released, ...used }, { ...edited, ...used })
  expect(changes).toMatchObject([
    {
      thing: { kind: 'subject', name: 'orders/order.created' },
      from: '1.0.0',
      to: '1.0.0',
      verdict: 'breaking',
      parties: [{ role: 'publisher', application: 'bus/channels' }],
      findings: [
        {
          rule: 'released-version-changed',
          tree: 'head',
          hit: [{ role: 'publisher', applications: ['bus/channels'] }],
          place: { file: 'schemas/orders/order.created/1.0.0.json', pointer: '/required' },
        },
      ],
    },
  ])
})

test('one that is gone is told of where it stood', async () => {
  const { changes } = await sorted(released, orderCreated({ '1.0.0': {} }))
  expect(changes).toMatchObject([
    {
      from: '1.1.0',
      to: 'removed',
      findings: [{ rule: 'released-version-removed', tree: 'base', place: { line: 1 } }],
    },
  ])
})

test('a rule that only warns makes it a risk', async () => {
  const { changes } = await sorted(released, edited, 'warning')
  expect(changes.map(({ verdict }) => verdict)).toEqual(['risky'])
})

test('all other findings stay with lint', async () => {
  const { changes, lint: left } = await sorted(released, {
    ...released,
    ...orderCreated({ '1.2.0': { examples: [] } }),
  })
  expect(changes).toEqual([])
  expect(left.map(({ rule }) => rule)).toEqual(['too-few-examples'])
})

test('the fingerprint is another one when the version changes again', async () => {
  const [first, second] = await Promise.all(
    [edited, { ...released, ...orderCreated({ '1.0.0': { required: ['note'] } }) }].map((head) =>
      sorted(released, head),
    ),
  )
  const prints = [first, second].map((one) => one?.changes[0]?.findings[0]?.fingerprint)
  expect(new Set(prints).size).toBe(2)
})
