import { resolvedChild } from '../lint/schemas/resolved-child.ts'
import type { Catalog, Channel, Json, Node } from '../model/catalog.ts'
import { isArray } from '../model/json.ts'
import type { ContractRuleContext } from './contract-rule.ts'
import { nearestTo } from './nearest-to.ts'
import { kept } from './sides.ts'

/** A setting of a topic that is another than before. */
export interface SettingChange {
  readonly channel: { readonly base: Channel; readonly head: Channel }
  readonly topic: string
  /** What holds: what the binding states, else Kafka's default. */
  readonly base: string
  readonly head: string
  /** `was 3600000`, or `was not stated, so Kafka's default 604800000 held`. */
  readonly before: string
  readonly now: string
  readonly at: Node
}

/**
 * Changes of one member of the Kafka binding, or of one of its `topicConfiguration`. `standard` is Kafka's default; a
 * member without one is compared only where both sides state it.
 */
export function* settingChanges(
  context: ContractRuleContext,
  path: readonly string[],
  standard?: string,
): Iterable<SettingChange> {
  for (const { base, head } of kept(context.pairs.channels)) {
    if (base.kafka === undefined || head.kafka === undefined) continue
    const before = statedIn(context.base, base, path)
    const now = statedIn(context.head, head, path)
    const values = { base: before ?? standard, head: now ?? standard }
    if (values.base === undefined || values.head === undefined || values.base === values.head) continue
    yield {
      channel: { base, head },
      topic: head.kafka.topic,
      base: values.base,
      head: values.head,
      before:
        before === undefined ? `was not stated, so Kafka's default ${values.base} held` : `was ${before}`,
      now: now === undefined ? `is not stated, so Kafka's default ${values.head} holds` : `is ${now}`,
      at: nearestTo(context.head, head.node, ...inBinding(path)),
    }
  }
}

/** A setting that limits: a number, or no limit. */
export function limitOf(value: string): number {
  const number = Number(value)
  return number < 0 ? Infinity : number
}

function inBinding(path: readonly string[]): readonly string[] {
  return ['bindings', 'kafka', ...path]
}

function statedIn(catalog: Catalog, { node }: Channel, path: readonly string[]): string | undefined {
  const member = resolvedChild(catalog, node, ...inBinding(path))
  return member === undefined ? undefined : toText(member.value)
}

function toText(value: Json): string {
  if (isArray(value)) return value.map(toText).toSorted().join(',')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
