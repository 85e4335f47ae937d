import { decideBothWays } from '../../compatibility/decide-inclusion.ts'
import type { Verdict } from '../../compatibility/verdict.ts'
import { resolvedChild } from '../../lint/schemas/resolved-child.ts'
import { quote } from '../../lint/quote.ts'
import type { Catalog, Json, Message, Node } from '../../model/catalog.ts'
import type { ContractRule } from '../contract-rule.ts'
import { messageConsumers, messagePublishers } from '../hits.ts'
import { messagePairs } from '../message-pairs.ts'
import { nearestTo } from '../nearest-to.ts'
import { sameJson } from '../../compatibility/evaluate/same-json.ts'
import { SchemaSides } from '../schemas/schema-sides.ts'
import { messageThing } from '../things.ts'

export const kafkaKeySchemaChanged: ContractRule = {
  id: 'kafka-key-schema-changed',
  verdict: 'breaking',
  summary: 'The key of a record on Kafka may have other values than before.',
  why: 'One side writes a key that the other cannot read; and because a key is compared and partitioned by its bytes, the records of one thing are apart from then on.',
  mirror: { rule: 'kafka-key-schema-changed' },
  *check(context) {
    for (const { channel, base, head } of messagePairs(context)) {
      const before = keyNode(context.base, base)
      const now = keyNode(context.head, head)
      if (isSame(before, now)) continue
      const old = keySchema(context.base, before)
      const proposed = keySchema(context.head, now)
      const { backward, forward } = decideBothWays(old, proposed, { defaultDraft: 2019 })
      if (backward.kind === 'included' && forward.kind === 'included') continue
      const isProved = backward.kind === 'excluded' || forward.kind === 'excluded'
      yield {
        thing: messageThing(channel.head, head),
        at: nearestTo(context.head, head.node, 'bindings', 'kafka', 'key'),
        tree: 'head',
        message: `The key of message ${quote(head.name)} ${describe(backward, forward)}.`,
        hit: [
          ...(forward.kind === 'included' ? [] : [messageConsumers(context, { base, head })]),
          ...(backward.kind === 'included' ? [] : [messagePublishers(context, { base, head })]),
        ],
        ...(isProved ? {} : UNDECIDED),
        ways: [
          { text: 'Keep the schema of the key; another description or title is no change.' },
          {
            text: 'Send the message with the new key to a topic of its own, and move the consumers when they have read the old one to its end.',
          },
        ],
      }
    }
  },
}

const UNDECIDED = {
  verdict: 'undecided',
  why: 'Nothing proved that both schemas allow the same keys, so one side may write a key that the other cannot read.',
} as const

function keyNode(catalog: Catalog, { node }: Message): Node | undefined {
  return resolvedChild(catalog, node, 'bindings', 'kafka', 'key')
}

/** What refers elsewhere may have changed there. */
function isSame(before: Node | undefined, now: Node | undefined): boolean {
  if (before === undefined || now === undefined) return before === now
  return sameJson(before.value, now.value) && !JSON.stringify(now.value).includes('"$ref"')
}

/** With all that it refers to. A key that is not described may be anything. */
function keySchema(catalog: Catalog, node: Node | undefined): Json {
  return node === undefined ? true : sidesOf(catalog).reader(node).document
}

const opened = new WeakMap<Catalog, SchemaSides>()

function sidesOf(catalog: Catalog): SchemaSides {
  const sides = opened.get(catalog) ?? new SchemaSides(catalog)
  opened.set(catalog, sides)
  return sides
}

function describe(backward: Verdict, forward: Verdict): string {
  if (backward.kind === 'excluded') return `can not be ${shown(backward.witness)} any more`
  if (forward.kind === 'excluded') return `can be ${shown(forward.witness)} now`
  return 'has another schema'
}

function shown(value: Json): string {
  const text = JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
