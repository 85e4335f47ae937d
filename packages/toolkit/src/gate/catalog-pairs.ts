import type { Channel, Message, Operation, Server, Service, System } from '../model/catalog.ts'

/** One thing as it was and as it is; one side is undefined where it came or went. */
export type Pair<T> =
  | { readonly base: T; readonly head: T }
  | { readonly base: T; readonly head: undefined }
  | { readonly base: undefined; readonly head: T }

/** What in one catalog is what in the other, although keys and files may have been renamed. */
export interface CatalogPairs {
  readonly systems: readonly Pair<System>[]
  readonly servers: readonly ({ readonly system: Pair<System> } & Pair<Server>)[]
  readonly channels: readonly Pair<Channel>[]
  readonly services: readonly Pair<Service>[]
  readonly operations: readonly ({ readonly service: Pair<Service> } & Pair<Operation>)[]
  /** Messages of the channels that are in both catalogs. */
  readonly messages: readonly ({
    readonly channel: { readonly base: Channel; readonly head: Channel }
  } & Pair<Message>)[]
}
