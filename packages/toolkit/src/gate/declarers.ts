import { perSystem } from '../lint/flow/per-system.ts'
import type { AmqpExchange, AmqpQueue, Catalog, Channel } from '../model/catalog.ts'
import { type ApplicationTopology, applicationTopology } from '../routing/application-topology.ts'
import type { DeclarationPair } from './amqp-pairs.ts'
import type { Hit } from './change.ts'
import { applicationOf, systemsOf } from './channel-parties.ts'
import type { ContractRuleContext } from './contract-rule.ts'
import { channelDeployment, hit } from './hits.ts'

/** The deployments that declare an exchange, before or now: of all that send to it or have a queue behind it. */
export function exchangeDeclarers(context: ContractRuleContext, pair: DeclarationPair<AmqpExchange>): Hit {
  return declarers(context, pair, ({ exchanges }) => exchanges.some(({ name }) => name === pair.head.name))
}

/** The deployments that declare a queue, before or now: of all that consume it or that send their dead letters to it. */
export function queueDeclarers(context: ContractRuleContext, pair: DeclarationPair<AmqpQueue>): Hit {
  return declarers(context, pair, ({ queues }) => queues.some(({ name }) => name === pair.head.name))
}

/** Where no application needs it for its own messages, those on either side of its channels. */
function declarers(
  context: ContractRuleContext,
  { channels }: DeclarationPair<AmqpExchange | AmqpQueue>,
  declares: (topology: ApplicationTopology) => boolean,
): Hit {
  const [{ base, head }] = channels
  const found = [...declaredBy(context.base, base, declares), ...declaredBy(context.head, head, declares)]
  return found.length > 0
    ? hit('deployment', found)
    : hit(
        'deployment',
        channels.flatMap((channel) => channelDeployment(context, channel).applications),
      )
}

function declaredBy(
  catalog: Catalog,
  channel: Channel,
  declares: (topology: ApplicationTopology) => boolean,
): readonly string[] {
  return systemsOf(catalog, channel).flatMap((system) =>
    topologies(system)
      .filter(({ topology }) => declares(topology))
      .map(({ application }) => application),
  )
}

const topologies = perSystem((system) =>
  system.services.map((service) => ({
    application: applicationOf(service),
    topology: applicationTopology(system, service),
  })),
)
