import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { nearestTo } from '../nearest-to.ts'
import { serverParties } from '../server-parties.ts'
import { kept } from '../sides.ts'
import { serverThing } from '../things.ts'

export const serverProtocolChanged: ContractRule = {
  id: 'server-protocol-changed',
  verdict: 'breaking',
  summary: 'A server speaks another protocol than before.',
  why: 'A client of the old protocol cannot connect; one that speaks it over TLS needs another port and certificates.',
  mirror: { rule: 'server-protocol-changed' },
  *check(context) {
    for (const { system, base, head } of kept(context.pairs.servers)) {
      if (base.protocol.toLowerCase() === head.protocol.toLowerCase() || system.head === undefined) continue
      yield {
        thing: serverThing(system.head.name, head),
        at: nearestTo(context.head, head.node, 'protocol'),
        tree: 'head',
        message: `Server ${quote(head.name)} speaks ${quote(head.protocol)} now and spoke ${quote(base.protocol)}.`,
        hit: serverParties(context, { base, head }),
        ways: [
          {
            text: `Add a server that speaks ${quote(head.protocol)} beside it, move every application, and remove the old one.`,
          },
          { text: `Keep ${quote(base.protocol)}.` },
        ],
      }
    }
  },
}
