import { quote } from '../../lint/quote.ts'
import type { Delivery } from '../../model/catalog.ts'
import type { ContractRule } from '../contract-rule.ts'
import { nearestTo } from '../nearest-to.ts'
import { operationPairs } from '../operation-pairs.ts'

type Member = 'prefetch' | 'attempts' | 'delay' | 'multiplier' | 'maxDelay'

/** Members of x-delivery with their paths, and what another value changes. */
const MEMBERS: readonly (readonly [Member, readonly string[], string])[] = [
  [
    'prefetch',
    ['prefetch'],
    'Messages that were handled one after another may be handled at the same time, or the reverse, which takes longer.',
  ],
  [
    'attempts',
    ['retry', 'attempts'],
    'A message becomes a dead letter after fewer failures, or holds up the others for more.',
  ],
  [
    'delay',
    ['retry', 'delay'],
    'A message is tried again sooner or later than the services that it needs recover.',
  ],
  [
    'multiplier',
    ['retry', 'multiplier'],
    'A message is tried again sooner or later than the services that it needs recover.',
  ],
  [
    'maxDelay',
    ['retry', 'maxDelay'],
    'A message is tried again sooner or later than the services that it needs recover.',
  ],
]

export const deliveryPolicyChanged: ContractRule = {
  id: 'delivery-policy-changed',
  verdict: 'risky',
  summary: 'An application retries, or takes messages ahead, in another way than before.',
  why: 'Messages are handled in another order, are given up sooner, or hold up the others for longer.',
  mirror: { rule: 'delivery-policy-changed' },
  *check(context) {
    for (const { base, head, thing, itself } of operationPairs(context, 'receive')) {
      for (const [member, path, why] of MEMBERS) {
        const [before, now] = [base.delivery[member], head.delivery[member]]
        if (before === now) continue
        yield {
          thing,
          at: nearestTo(context.head, head.node, 'x-delivery', ...path),
          tree: 'head',
          key: member,
          message: `Operation ${quote(head.name)} has ${path.join('.')} ${now}${stated(head.delivery)} and had ${before}${stated(base.delivery)}.`,
          hit: [itself],
          why,
          ways: [
            { text: `Keep ${path.join('.')} ${before}.` },
            { text: 'Watch the dead letters and the lag of the consumer after the release.' },
          ],
        }
      }
    }
  },
}

function stated(delivery: Delivery): string {
  return delivery.stated ? '' : ' by default'
}
