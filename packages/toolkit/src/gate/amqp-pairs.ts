import type { AmqpChannel, AmqpExchange, AmqpQueue, Channel } from '../model/catalog.ts'
import type { ContractRuleContext } from './contract-rule.ts'
import { kept } from './sides.ts'

/** A channel as it was and as it is. */
export interface ChannelPair {
  readonly base: Channel
  readonly head: Channel
}

/** An exchange or a queue that keeps its name and its virtual host, with the channels that declare it. */
export interface DeclarationPair<T> {
  readonly channels: readonly [ChannelPair, ...ChannelPair[]]
  readonly base: T
  readonly head: T
}

/** Exchanges that are declared before and now. */
export function exchangePairs(context: ContractRuleContext): readonly DeclarationPair<AmqpExchange>[] {
  return declarationPairs(context, (amqp) => (amqp?.is === 'routingKey' ? amqp.exchange : undefined))
}

/** Queues that are declared before and now. */
export function queuePairs(context: ContractRuleContext): readonly DeclarationPair<AmqpQueue>[] {
  return declarationPairs(context, (amqp) => (amqp?.is === 'queue' ? amqp.queue : undefined))
}

/** Every channel of an exchange declares it again; one pair stands for all. */
function declarationPairs<T extends AmqpExchange | AmqpQueue>(
  { pairs }: ContractRuleContext,
  declared: (amqp: AmqpChannel | undefined) => T | undefined,
): readonly DeclarationPair<T>[] {
  const found = new Map<string, { channels: [ChannelPair, ...ChannelPair[]]; base: T; head: T }>()
  for (const channel of kept(pairs.channels)) {
    const base = declared(channel.base.amqp)
    const head = declared(channel.head.amqp)
    if (base === undefined || head === undefined || head.name === '') continue
    if (base.name !== head.name || base.vhost !== head.vhost) continue
    const key = JSON.stringify([channel.head.system, head.vhost, head.name])
    const known = found.get(key)
    if (known === undefined) found.set(key, { channels: [channel], base, head })
    else known.channels.push(channel)
  }
  return [...found.values()]
}
