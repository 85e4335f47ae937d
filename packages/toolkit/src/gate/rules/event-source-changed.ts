import { quote } from '../../lint/quote.ts'
import { sendings } from '../../lint/flow/operations.ts'
import type { Service, System } from '../../model/catalog.ts'
import type { ContractRule } from '../contract-rule.ts'
import { hit, messageConsumers } from '../hits.ts'
import { nearestTo } from '../nearest-to.ts'
import { kept } from '../sides.ts'
import { applicationThing } from '../things.ts'

export const eventSourceChanged: ContractRule = {
  id: 'event-source-changed',
  verdict: 'risky',
  summary: 'An application gives its events another source than before (info.x-source, else its name).',
  why: 'Source and id together say which event it is (CloudEvents 1.0.2): a consumer that filters by source misses it, and one that drops what it has seen takes an event that is sent again for a new one.',
  mirror: { rule: 'event-source-changed' },
  *check(context) {
    for (const { base, head } of kept(context.pairs.services)) {
      if (base.source === head.source) continue
      const messages = attributed(context.head.systems, head)
      if (messages.length === 0) continue
      yield {
        thing: applicationThing(head),
        at: nearestTo(context.head, head.document.node, 'info', 'x-source'),
        tree: 'head',
        message: `Application ${quote(head.name)} has the source ${quote(head.source)} now and had ${quote(base.source)}.`,
        hit: [
          hit(
            'consumer',
            messages.flatMap((message) => messageConsumers(context, { head: message }).applications),
          ),
        ],
        ways: [
          { text: `Keep the source: info.x-source: ${base.source}.` },
          { text: 'Let the consumers accept both first.' },
        ],
      }
    }
  },
}

/** What the application sends that says where it comes from. */
function attributed(systems: readonly System[], service: Service) {
  return systems
    .filter(({ services }) => services.includes(service))
    .flatMap((system) => sendings(system).filter((sending) => sending.service === service))
    .map(({ message }) => message)
    .filter(({ envelope }) => Object.hasOwn(envelope.attributes, 'source'))
}
