import type { Topology } from './contract.ts'
import type { Transport } from './transport.ts'

/** What a connection closes before its transport. */
interface Closeable {
  close(): Promise<void>
}

/** A connection to a broker that publishers and consumers share; {@link connect} opens it. */
export class Connection {
  readonly transport: Transport
  readonly #consumers: Set<Closeable> = new Set()
  readonly #declared: Map<Topology, Promise<void>> = new Map()
  #closing: Promise<void> | undefined

  constructor(transport: Transport) {
    this.transport = transport
  }

  /**
   * Declares what is missing on the broker, once for each topology.
   * @throws TransportError `topology-mismatch`, `not-found`, `closed`; the next call tries again
   */
  async declare(topology: Topology): Promise<void> {
    const declaring = this.#declared.get(topology) ?? this.transport.declare(topology)
    this.#declared.set(topology, declaring)
    try {
      await declaring
    } catch (error) {
      this.#declared.delete(topology)
      throw error
    }
  }

  /** Closes a consumer with the connection. */
  attach(consumer: Closeable): void {
    this.#consumers.add(consumer)
  }

  /** Forgets a consumer that is closed. */
  detach(consumer: Closeable): void {
    this.#consumers.delete(consumer)
  }

  /** Closes its consumers, waits for messages in flight, then disconnects. Calling it again does nothing. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    await Promise.all([...this.#consumers].map((consumer) => consumer.close()))
    await this.transport.close()
  }
}
