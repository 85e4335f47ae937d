import { afterAll, describe } from 'vitest'

import type { BrokerArguments, Protocol, Topology } from '../contract.ts'
import type { Transport } from '../transport.ts'
import { closeSuite } from './close-suite.ts'
import { contentSuite } from './content-suite.ts'
import { declarationSuite } from './declaration-suite.ts'
import { deliverySuite } from './delivery-suite.ts'
import { errorSuite } from './error-suite.ts'
import { exchangeSuite } from './exchange-suite.ts'
import { Fixture } from './fixture.ts'
import { groupSuite } from './group-suite.ts'
import { partitionSuite } from './partition-suite.ts'
import { queueSuite } from './queue-suite.ts'

export interface TransportSuiteOptions {
  /** Protocols that the transport says it has. */
  readonly protocols: readonly Protocol[]
  /** Opens one more connection; all of them lead to the same broker. The suite closes what it opened. */
  readonly open: () => Promise<Transport>
  /** Deletes what the suite declared, once, after the last test; queues are also left to `x-expires`. */
  readonly remove?: (topology: Topology) => Promise<void>
  /** Added to every queue, to run the suite on quorum queues for example. */
  readonly queueArguments?: BrokerArguments
  /** Limit for each wait, milliseconds; a whole test may take twice that. 60 000 if left out. */
  readonly timeout?: number
}

/**
 * The behaviour that every transport owes the runtime, as vitest tests. Call it in a test file of the transport, against a
 * real broker. Names are unique per run, so the broker can be shared.
 *
 * @example
 * transportSuite({ protocols: ['amqp'], open: () => openTransport(process.env.RABBITMQ_URL, {}) })
 */
export function transportSuite(options: TransportSuiteOptions): void {
  const fixture = new Fixture(options)
  describe('transport', { timeout: 2 * fixture.timeout }, () => {
    afterAll(() => fixture.removeDeclared(), fixture.timeout)
    for (const protocol of options.protocols) {
      describe(`over ${protocol}`, () => {
        declarationSuite(fixture, protocol)
        contentSuite(fixture, protocol)
        deliverySuite(fixture, protocol)
        closeSuite(fixture, protocol)
        errorSuite(fixture, protocol)
        if (protocol === 'amqp') {
          exchangeSuite(fixture)
          queueSuite(fixture)
        } else {
          partitionSuite(fixture)
          groupSuite(fixture)
        }
      })
    }
  })
}
