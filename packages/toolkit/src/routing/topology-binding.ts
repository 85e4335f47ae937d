import type { BrokerArguments } from '../model/catalog.ts'

/** A binding as it is declared on the broker. */
export interface TopologyBinding {
  /** Source exchange. */
  readonly exchange: string
  readonly destination: { readonly kind: 'queue' | 'exchange'; readonly name: string }
  readonly routingKey: string
  readonly arguments: BrokerArguments
}
