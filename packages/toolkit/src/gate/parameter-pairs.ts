import type { ChannelParameter } from '../model/catalog.ts'
import type { ChannelPair } from './amqp-pairs.ts'
import type { ContractRuleContext } from './contract-rule.ts'
import { kept } from './sides.ts'

/** Parameters that an address had and has. */
export function* parameterPairs({ pairs }: ContractRuleContext): Iterable<{
  readonly channel: ChannelPair
  readonly base: ChannelParameter
  readonly head: ChannelParameter
}> {
  for (const channel of kept(pairs.channels)) {
    for (const base of channel.base.parameters) {
      const head = channel.head.parameters.find(({ name }) => name === base.name)
      if (head !== undefined) yield { channel, base, head }
    }
  }
}

/** Values that one side lists and the other excludes; a parameter without a list allows any. */
export function valuesOnlyIn(one: ChannelParameter, other: ChannelParameter): readonly string[] {
  if (other.enum.length === 0) return []
  if (one.enum.length === 0) return ['anything else']
  return one.enum.filter((value) => !other.enum.includes(value))
}
