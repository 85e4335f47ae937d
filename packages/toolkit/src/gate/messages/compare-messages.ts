import type { Message } from '../../model/catalog.ts'
import type { ChannelPair } from '../amqp-pairs.ts'
import type { Change, ChangeFinding, Party, Thing, Way } from '../change.ts'
import type { FileChanges } from '../file-changes.ts'
import type { CatalogPairs } from '../catalog-pairs.ts'
import { partiesOf } from '../parties.ts'
import { isAtLeast, promisesOf } from '../policy/promises.ts'
import { type CompareOptions, compareSchemas, type SchemaSettings } from '../schemas/compare-schemas.ts'
import type { ComparedSchema } from '../schemas/compared-schemas.ts'
import type { Tree } from '../tree.ts'
import { worstVerdict } from '../worst-verdict.ts'
import { absentParts } from './absent-parts.ts'
import { isComparable, uncomparedPayload } from './uncompared-payload.ts'

export interface MessageContext {
  readonly base: Tree
  readonly head: Tree
  readonly pairs: CatalogPairs
  readonly changes: FileChanges
  readonly settings: SchemaSettings
}

/** A message that is in both trees, with the channels on which it is in both. */
interface MessagePair {
  readonly base: Message
  readonly head: Message
  readonly channels: readonly [ChannelPair, ...ChannelPair[]]
}

/** What changed in the payloads and headers of the messages that are in both trees, as they are on the wire. */
export function compareMessages(context: MessageContext): readonly Change[] {
  return messagePairs(context)
    .filter(({ head }) => isTouched(head, context))
    .flatMap((pair) => compareMessage(pair, context))
}

/** A message is compared once, on however many channels it travels. */
function messagePairs({ pairs }: MessageContext): readonly MessagePair[] {
  const found = new Map<string, MessagePair & { channels: [ChannelPair, ...ChannelPair[]] }>()
  for (const { base, head, channel } of pairs.messages) {
    if (base === undefined || head === undefined) continue
    const key = `${base.id} ${head.id}`
    const known = found.get(key)
    if (known === undefined) found.set(key, { base, head, channels: [channel] })
    else known.channels.push(channel)
  }
  return [...found.values()]
}

/** Without a changed file below it a message is what it was, unless it refers to other files than before. */
function isTouched({ node, payload, headers }: Message, { changes }: MessageContext): boolean {
  return [node, payload, headers].some((part) => part !== undefined && changes.isChanged(part.file))
}

function compareMessage(pair: MessagePair, context: MessageContext): readonly Change[] {
  const { base, head } = context
  const thing: Thing = { kind: 'message', name: `${pair.channels[0].head.system}/${pair.head.name}` }
  // What any of its channels promises is kept.
  const modes = pair.channels.map((channel) => base.policy.modeOfMessage(pair.base, channel.base))
  const mode = modes.reduce((strictest, next) => (isAtLeast(strictest, next) ? strictest : next))
  const publishers = namesOf('sendersOf', pair, context)
  const consumers = namesOf('receiversOf', pair, context)
  const options: CompareOptions = {
    ...context.settings,
    thing,
    promises: [...new Set(modes.flatMap(promisesOf))],
    publishers,
    consumers,
    ways: WAYS,
  }
  const findings = comparedParts(pair, options, context)
  if (findings === undefined) return []
  return [
    {
      thing,
      from: base.catalog.source,
      to: head.catalog.source,
      verdict: worstVerdict(findings),
      mode,
      bump: undefined,
      parties: [...partiesIn('consumer', consumers), ...partiesIn('publisher', publishers)],
      findings,
    },
  ]
}

const WAYS: readonly Way[] = [
  { text: 'Send it as a new message, with a type or on a channel of its own, beside the old one.' },
]

/** What is found about payload and headers; undefined where neither changed. */
function comparedParts(
  pair: MessagePair,
  options: CompareOptions,
  context: MessageContext,
): readonly ChangeFinding[] | undefined {
  const found = (['payload', 'headers'] as const).map((part) => comparePart(part, pair, options, context))
  return found.every((findings) => findings === undefined)
    ? undefined
    : found.flatMap((findings) => findings ?? [])
}

function comparePart(
  part: 'payload' | 'headers',
  pair: MessagePair,
  options: CompareOptions,
  { base, head }: MessageContext,
): readonly ChangeFinding[] | undefined {
  if (part === 'payload' && !(isComparable(pair.base) && isComparable(pair.head))) {
    const { payload: old = pair.base.node } = pair.base
    const { payload: proposed = pair.head.node } = pair.head
    const next = { message: pair.head, payload: proposed, catalog: head.catalog }
    return uncomparedPayload({ message: pair.base, payload: old }, next, options)
  }
  const side = (tree: Tree, message: Message): ComparedSchema => ({
    ...tree,
    ...(message[part] === undefined ? { sides: absentParts[part] } : {}),
    schema: message[part] ?? message.node,
    name: `${part === 'payload' ? '' : 'headers of '}${pair.head.name} in ${tree.catalog.source}`,
  })
  const compared = { old: side(base, pair.base), new: side(head, pair.head) }
  return isSame(compared.old, compared.new) ? undefined : compareSchemas(compared, options)
}

function isSame(old: ComparedSchema, proposed: ComparedSchema): boolean {
  const [before, now] = [old, proposed].map(({ sides, schema }) =>
    JSON.stringify(sides.reader(schema).document),
  )
  return before === now
}

function namesOf(
  side: 'sendersOf' | 'receiversOf',
  { base, head }: MessagePair,
  trees: MessageContext,
): readonly string[] {
  const names = [...partiesOf(trees.base.catalog)[side](base), ...partiesOf(trees.head.catalog)[side](head)]
  return [...new Set(names)].toSorted()
}

function partiesIn(role: Party['role'], applications: readonly string[]): readonly Party[] {
  return applications.map((application) => ({ role, application }))
}
