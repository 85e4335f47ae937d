import { quote, quoteList } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { lockedOut } from '../locked-out.ts'
import { nearestTo } from '../nearest-to.ts'
import { serverParties } from '../server-parties.ts'
import { kept } from '../sides.ts'
import { serverThing } from '../things.ts'

export const serverSecurityTightened: ContractRule = {
  id: 'server-security-tightened',
  verdict: 'breaking',
  summary: 'A server asks for another proof of identity than before.',
  why: 'An application that has only the old credentials is refused when it connects.',
  mirror: { none: 'Whoever was let in by one of the ways is let in by it still.' },
  *check(context) {
    for (const { system, base, head } of kept(context.pairs.servers)) {
      const ways = lockedOut(base.security, head.security)
      if (ways.length === 0 || system.head === undefined) continue
      yield {
        thing: serverThing(system.head.name, head),
        at: nearestTo(context.head, head.node, 'security'),
        tree: 'head',
        message: `Server ${quote(head.name)} does not accept ${quoteList(ways)} any more.`,
        hit: serverParties(context, { base, head }),
        ways: [
          { text: 'Accept both until every application has the new credentials.' },
          { text: 'Hand out the new credentials first.' },
        ],
      }
    }
  },
}
