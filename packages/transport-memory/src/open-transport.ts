import type { OpenTransport, Transport } from '@concordat/runtime'

import { Broker } from './broker.ts'
import { MemoryTransport } from './transport.ts'

/** Brokers by name. They live as long as the process, as a server outlives its connections. */
const brokers = new Map<string, Broker>()

/**
 * Opens a connection to a broker inside this process. `memory:shop` leads to the broker named shop, which all
 * connections of the process share; `memory:` to the one without a name. A test that wants a broker of its own takes a name of its own.
 *
 * @example
 * const transport = await openTransport('memory:shop', {})
 */
export const openTransport: OpenTransport = async (url): Promise<Transport> => {
  const name = url.replace(/^memory:(\/\/)?/, '')
  const broker = brokers.get(name) ?? new Broker()
  brokers.set(name, broker)
  return new MemoryTransport(broker)
}
