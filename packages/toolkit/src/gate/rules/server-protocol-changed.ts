import { quote } from '../../lint/quote.ts'
import type { Server } from '../../model/catalog.ts'
import { text } from '../../model/node.ts'
import type { ContractRule } from '../contract-rule.ts'
import { nearestTo } from '../nearest-to.ts'
import { serverParties } from '../server-parties.ts'
import { kept } from '../sides.ts'
import { serverThing } from '../things.ts'

export const serverProtocolChanged: ContractRule = {
  id: 'server-protocol-changed',
  verdict: 'breaking',
  summary: 'A server speaks another protocol, or another version of it, than before.',
  why: 'A client of the old protocol cannot connect; one that speaks it over TLS needs another port and certificates.',
  mirror: { rule: 'server-protocol-changed' },
  *check(context) {
    for (const { system, base, head } of kept(context.pairs.servers)) {
      const isOnlyVersion = base.protocol.toLowerCase() === head.protocol.toLowerCase()
      if (isOnlyVersion && !isOtherVersion(base, head)) continue
      if (system.head === undefined) continue
      yield {
        thing: serverThing(system.head.name, head),
        at: nearestTo(context.head, head.node, 'protocol'),
        tree: 'head',
        message: `Server ${quote(head.name)} speaks ${quote(speech(head))} now and spoke ${quote(speech(base))}.`,
        ...(isOnlyVersion ? OTHER_VERSION : {}),
        hit: serverParties(context, { base, head }),
        ways: [
          {
            text: `Add a server that speaks ${quote(speech(head))} beside it, move every application, and remove the old one.`,
          },
          { text: `Keep ${quote(speech(base))}.` },
        ],
      }
    }
  },
}

const OTHER_VERSION = {
  verdict: 'risky',
  why: 'Whether clients of one version can talk to a server of another depends on the protocol: AMQP 1.0 and 0-9-1 have nothing in common.',
} as const

/** A version that only one side states says nothing about the other. */
function isOtherVersion(base: Server, head: Server): boolean {
  const [before, now] = [versionOf(base), versionOf(head)]
  return before !== undefined && now !== undefined && before !== now
}

/** `amqp 0.9.1`. */
function speech(server: Server): string {
  return [server.protocol, versionOf(server)].filter((part) => part !== undefined).join(' ')
}

/** Versions are written with dots or dashes. */
function versionOf({ node }: Server): string | undefined {
  return text(node, 'protocolVersion')?.replaceAll('-', '.')
}
