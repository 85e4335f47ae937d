import type { Catalog, Server } from '../model/catalog.ts'
import { receivings, sendings } from '../lint/flow/operations.ts'
import type { Hit } from './change.ts'
import { applicationOf } from './channel-parties.ts'
import type { ContractRuleContext } from './contract-rule.ts'
import { hit } from './hits.ts'

/** The consumers and publishers whose channels are on a server, before or now. */
export function serverParties(
  { base, head }: ContractRuleContext,
  server: { readonly base?: Server; readonly head?: Server },
): readonly [Hit, Hit] {
  const find = (uses: typeof receivings | typeof sendings): readonly string[] => [
    ...usersOf(base, server.base, uses),
    ...usersOf(head, server.head, uses),
  ]
  return [hit('consumer', find(receivings)), hit('publisher', find(sendings))]
}

/** All who connect to a server, as deployments. */
export function serverDeployment(
  context: ContractRuleContext,
  server: { readonly base?: Server; readonly head?: Server },
): Hit {
  return hit(
    'deployment',
    serverParties(context, server).flatMap(({ applications }) => applications),
  )
}

function usersOf(
  { systems }: Catalog,
  server: Server | undefined,
  uses: typeof receivings | typeof sendings,
): readonly string[] {
  if (server === undefined) return []
  return systems.flatMap((system) =>
    uses(system)
      .filter(({ channel }) => channel.servers.includes(server))
      .map(({ service }) => applicationOf(service)),
  )
}
