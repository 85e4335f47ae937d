import type { Channel, Message, Operation } from '../model/catalog.ts'
import { partiesOf } from './parties.ts'
import { receiversFrom, sendersTo } from './channel-parties.ts'
import type { ContractRuleContext } from './contract-rule.ts'
import { messageIn, successorOf } from './successors.ts'
import { knowsEveryone } from './traffic.ts'

/** What became of the messages of an operation that its application does not perform any more. */
export interface Orphans {
  /** Names of messages whose other side is left alone: still in the channel, and nobody else does the same with them. */
  readonly messages: readonly string[]
  /** Name of the channel. */
  readonly channel: string
  /** Applications on the other side, before or now; empty where the contracts name none. */
  readonly left: readonly string[]
}

/**
 * The messages of an operation that had another side and that nobody sends (or receives) any more. A channel or message
 * that is gone as well is left to the rules for that, and so is an application that replaced this one.
 */
export function orphansOf(
  context: ContractRuleContext,
  { action, channel, messages }: Operation,
): Orphans | undefined {
  const successor = successorOf(context.pairs, channel)
  if (successor === undefined) return undefined
  const found = (messages.length === 0 ? [undefined] : messages).flatMap((message) => {
    const now = message === undefined ? undefined : messageIn(context.pairs, channel, message)
    if (message !== undefined && now === undefined) return []
    const left = leftAlone(context, action, { channel, message }, { channel: successor, message: now })
    return left === undefined ? [] : [{ message, left }]
  })
  if (found.length === 0) return undefined
  return {
    channel: channel.name,
    messages: [...new Set(found.flatMap(({ message }) => message?.name ?? []))],
    left: [...new Set(found.flatMap(({ left }) => left))].toSorted(),
  }
}

/** Who is on the other side of a message; undefined where somebody still does the same, or there is nobody. */
function leftAlone(
  context: ContractRuleContext,
  action: Operation['action'],
  base: Place,
  head: Place,
): readonly string[] | undefined {
  const [same, other] = action === 'send' ? [sendersTo, receiversFrom] : [receiversFrom, sendersTo]
  if (same(context.head, head.channel, head.message?.name).length > 0) return undefined
  const left = [
    ...other(context.base, base.channel, base.message?.name),
    ...other(context.head, head.channel, head.message?.name),
  ]
  if (left.length > 0) return [...new Set(left)].toSorted()
  const elsewhere = isRouted(base.channel) ? partiesByName(context, action, base) : []
  return elsewhere.length === 0 && knowsEveryone(context.base, base.channel) ? undefined : elsewhere
}

/** A message in a channel; the channel as a whole where its messages are not described. */
interface Place {
  readonly channel: Channel
  readonly message: Message | undefined
}

/** Whether it takes bindings to know who is on the other side, which not every contract states. */
function isRouted({ amqp }: Channel): boolean {
  return amqp !== undefined
}

function partiesByName(
  { base }: ContractRuleContext,
  action: Operation['action'],
  { message }: Place,
): readonly string[] {
  if (message === undefined) return []
  const parties = partiesOf(base)
  return action === 'send' ? parties.receiversOf(message) : parties.sendersOf(message)
}
