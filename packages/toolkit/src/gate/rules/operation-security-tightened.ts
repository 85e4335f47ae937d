import { quote, quoteList } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { hit } from '../hits.ts'
import { applicationOf } from '../channel-parties.ts'
import { lockedOut } from '../locked-out.ts'
import { nearestTo } from '../nearest-to.ts'
import { kept } from '../sides.ts'
import { operationThing } from '../things.ts'

export const operationSecurityTightened: ContractRule = {
  id: 'operation-security-tightened',
  verdict: 'breaking',
  summary: 'An operation asks for another proof of identity than before.',
  why: 'An application that has only the old credentials is refused when it connects.',
  mirror: { none: 'Whoever was let in by one of the ways is let in by it still.' },
  *check(context) {
    for (const { service, base, head } of kept(context.pairs.operations)) {
      const ways = lockedOut(base.security, head.security)
      if (ways.length === 0 || service.head === undefined) continue
      yield {
        thing: operationThing(service.head, head),
        at: nearestTo(context.head, head.node, 'security'),
        tree: 'head',
        message: `Operation ${quote(head.name)} does not accept ${quoteList(ways)} any more.`,
        hit: [hit(head.action === 'send' ? 'publisher' : 'consumer', [applicationOf(service.head)])],
        ways: [
          { text: 'Accept both until every application has the new credentials.' },
          { text: 'Hand out the new credentials first.' },
        ],
      }
    }
  },
}
