import type { Operation, Service } from '../model/catalog.ts'
import { applicationOf } from './channel-parties.ts'
import type { Hit, Thing } from './change.ts'
import type { ContractRuleContext } from './contract-rule.ts'
import { hit } from './hits.ts'
import { kept } from './sides.ts'
import { operationThing } from './things.ts'

/** An operation that does the same as before, with the application that performs it. */
export interface OperationPair {
  readonly base: Operation
  readonly head: Operation
  readonly service: Service
  readonly thing: Thing
  /** The application itself, as what it is in the operation. */
  readonly itself: Hit
}

/** Operations of one action that were there before. */
export function* operationPairs(
  { pairs }: ContractRuleContext,
  action: Operation['action'],
): Iterable<OperationPair> {
  for (const { service, base, head } of kept(pairs.operations)) {
    if (base.action !== action || head.action !== action || service.head === undefined) continue
    const role = action === 'send' ? 'publisher' : 'consumer'
    yield {
      base,
      head,
      service: service.head,
      thing: operationThing(service.head, head),
      itself: hit(role, [applicationOf(service.head)]),
    }
  }
}
