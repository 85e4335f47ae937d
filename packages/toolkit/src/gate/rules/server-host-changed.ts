import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { nearestTo } from '../nearest-to.ts'
import { serverDeployment } from '../server-parties.ts'
import { kept } from '../sides.ts'
import { serverThing } from '../things.ts'

export const serverHostChanged: ContractRule = {
  id: 'server-host-changed',
  verdict: 'risky',
  summary: 'A server has another host, port or path than before.',
  why: 'Where it is another broker and not only another name, applications that are not moved together do not meet, and what waits on the old one is left there.',
  mirror: { rule: 'server-host-changed' },
  *check(context) {
    for (const { system, base, head } of kept(context.pairs.servers)) {
      const [before, now] = [base, head].map(
        ({ host, pathname = '' }) => `${host}${pathname === '/' ? '' : pathname}`,
      )
      if (before === now || system.head === undefined || base.protocol !== head.protocol) continue
      yield {
        thing: serverThing(system.head.name, head),
        at: nearestTo(context.head, head.node, 'host'),
        tree: 'head',
        message: `Server ${quote(head.name)} is at ${quote(now ?? '')} now and was at ${quote(before ?? '')}.`,
        hit: [serverDeployment(context, { base, head })],
        ways: [
          { text: 'Configure every deployment for the new address before the old one is switched off.' },
          { text: 'Add it as another server beside the old one where both are to be used.' },
        ],
      }
    }
  },
}
