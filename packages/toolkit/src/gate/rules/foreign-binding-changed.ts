import { isDeepStrictEqual } from 'node:util'
import { resolvedChild } from '../../lint/schemas/resolved-child.ts'
import { quote } from '../../lint/quote.ts'
import type { Json, Node } from '../../model/catalog.ts'
import { isObject } from '../../model/json.ts'
import { entries } from '../../model/node.ts'
import type { Hit, Thing } from '../change.ts'
import type { ContractRule, ContractRuleContext } from '../contract-rule.ts'
import { channelDeployment, hit } from '../hits.ts'
import { nearestTo } from '../nearest-to.ts'
import { operationPairs } from '../operation-pairs.ts'
import { serverDeployment } from '../server-parties.ts'
import { kept } from '../sides.ts'
import { channelThing, serverThing } from '../things.ts'

export const foreignBindingChanged: ContractRule = {
  id: 'foreign-binding-changed',
  verdict: 'risky',
  summary: 'A binding changed for a protocol other than AMQP and Kafka, or the binding of a server.',
  why: 'Concordat does not know what the broker makes of it, so nothing shows that both sides still meet.',
  mirror: { rule: 'foreign-binding-changed' },
  *check(context) {
    for (const { thing, base, head, hits } of boundThings(context)) {
      for (const protocol of changedBindings(context, base, head, thing.kind)) {
        yield {
          thing,
          at: nearestTo(context.head, head, 'bindings', protocol),
          tree: 'head',
          key: protocol,
          message: `The binding ${quote(protocol)} of ${thing.kind} ${quote(thing.name)} is not what it was.`,
          hit: [hits()],
          ways: [
            {
              text: 'Look up what the broker does with a declaration that differs, and deploy both sides in that order.',
            },
            { text: 'Keep the binding as it was.' },
          ],
        }
      }
    }
  },
}

interface BoundThing {
  readonly thing: Thing
  readonly base: Node
  readonly head: Node
  readonly hits: () => Hit
}

function* boundThings(context: ContractRuleContext): Iterable<BoundThing> {
  for (const { base, head } of kept(context.pairs.channels))
    yield {
      thing: channelThing(head),
      base: base.node,
      head: head.node,
      hits: () => channelDeployment(context, { base, head }),
    }
  for (const action of ['send', 'receive'] as const)
    for (const { base, head, thing, itself } of operationPairs(context, action))
      yield {
        thing,
        base: base.node,
        head: head.node,
        hits: () => hit('deployment', itself.applications),
      }
  for (const { system, base, head } of kept(context.pairs.servers))
    if (system.head !== undefined)
      yield {
        thing: serverThing(system.head.name, head),
        base: base.node,
        head: head.node,
        hits: () => serverDeployment(context, { base, head }),
      }
}

function changedBindings(
  context: ContractRuleContext,
  base: Node,
  head: Node,
  kind: Thing['kind'],
): readonly string[] {
  const before = bindingsOf(resolvedChild(context.base, base, 'bindings'))
  const now = bindingsOf(resolvedChild(context.head, head, 'bindings'))
  const protocols = [...new Set([...before.keys(), ...now.keys()])].toSorted()
  return protocols.filter(
    (protocol) =>
      (kind === 'server' || !KNOWN.has(protocol)) &&
      !isDeepStrictEqual(before.get(protocol), now.get(protocol)),
  )
}

/** Bindings that other rules look into. */
const KNOWN: ReadonlySet<string> = new Set(['amqp', 'kafka'])

function bindingsOf(node: Node | undefined): ReadonlyMap<string, Json> {
  return new Map(entries(node).map(([protocol, { value }]) => [protocol, withoutVersion(value)]))
}

function withoutVersion(binding: Json): Json {
  if (!isObject(binding)) return binding
  return Object.fromEntries(Object.entries(binding).filter(([key]) => key !== 'bindingVersion'))
}
