import { compareText } from '../model/by-name.ts'
import type { Catalog, Channel, Message } from '../model/catalog.ts'
import type { Hit } from './change.ts'
import { receiversFrom, sendersTo } from './channel-parties.ts'
import type { ContractRuleContext } from './contract-rule.ts'
import { partiesOf } from './parties.ts'

/** A thing as it was, as it is, or both. */
interface Sides<T> {
  readonly base?: T | undefined
  readonly head?: T | undefined
}

type Catalogs = Pick<ContractRuleContext, 'base' | 'head'>

/** Those who receive a message, before or now. */
export function messageConsumers(catalogs: Catalogs, message: Sides<Message>): Hit {
  return hit(
    'consumer',
    onBothSides(catalogs, message, (catalog, one) => partiesOf(catalog).receiversOf(one)),
  )
}

/** Those who send a message, before or now. */
export function messagePublishers(catalogs: Catalogs, message: Sides<Message>): Hit {
  return hit(
    'publisher',
    onBothSides(catalogs, message, (catalog, one) => partiesOf(catalog).sendersOf(one)),
  )
}

/** Those who receive from a channel, before or now. */
export function channelConsumers(catalogs: Catalogs, channel: Sides<Channel>): Hit {
  return hit(
    'consumer',
    onBothSides(catalogs, channel, (catalog, one) => receiversFrom(catalog, one)),
  )
}

/** Those who send to a channel, before or now. */
export function channelPublishers(catalogs: Catalogs, channel: Sides<Channel>): Hit {
  return hit(
    'publisher',
    onBothSides(catalogs, channel, (catalog, one) => sendersTo(catalog, one)),
  )
}

/** The deployments that declare what a channel stands for: of all who are on either side of it. */
export function channelDeployment(catalogs: Catalogs, channel: Sides<Channel>): Hit {
  const everyone = [channelConsumers(catalogs, channel), channelPublishers(catalogs, channel)]
  return hit(
    'deployment',
    everyone.flatMap(({ applications }) => applications),
  )
}

/** Applications in one role, each once, sorted. */
export function hit(role: Hit['role'], applications: readonly string[]): Hit {
  return { role, applications: [...new Set(applications)].toSorted(compareText) }
}

function onBothSides<T>(
  catalogs: Catalogs,
  { base, head }: Sides<T>,
  find: (catalog: Catalog, thing: T) => readonly string[],
): readonly string[] {
  return [
    ...(base === undefined ? [] : find(catalogs.base, base)),
    ...(head === undefined ? [] : find(catalogs.head, head)),
  ]
}
