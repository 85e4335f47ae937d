import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { serverParties } from '../server-parties.ts'
import { gone } from '../sides.ts'
import { serverThing } from '../things.ts'

export const serverRemoved: ContractRule = {
  id: 'server-removed',
  verdict: 'breaking',
  summary: 'A server is gone that channels were on.',
  why: 'Who is connected to it does not meet those who moved, and what waits there is not consumed any more.',
  mirror: { none: 'Nobody is connected to a server before it is there.' },
  *check(context) {
    for (const { system, base } of gone(context.pairs.servers)) {
      const isUsed = system.base?.channels.some(({ servers }) => servers.includes(base)) === true
      if (!isUsed || system.head === undefined) continue
      yield {
        thing: serverThing(system.head.name, base),
        at: base.node,
        tree: 'base',
        message: `Server ${quote(base.name)} (${quote(base.host)}) is gone.`,
        hit: serverParties(context, { base }),
        ways: [
          { text: 'Keep it until every application has moved and every queue and topic is read to its end.' },
          { text: 'Where only its name changed, keep host and protocol as they are.' },
        ],
      }
    }
  },
}
