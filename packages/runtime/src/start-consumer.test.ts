import { randomUUID } from 'node:crypto'

import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { connect } from './connect.ts'
import type { Connection } from './connection.ts'
import type { ConsumerOptions } from './consumer.ts'
import type { ApplicationContract, ReceiveOperation } from './contract.ts'
import { createPublisher, type Published } from './create-publisher.ts'
import type { DeliveryFailure } from './delivery-failure.ts'
import type { ReceivedEvent } from './received-event.ts'
import { type Consumer, startConsumer } from './start-consumer.ts'
import { closedGate } from './testing/gate.ts'
import { sampleContract, sampleNames } from './testing/sample-contract.ts'
import type { IncomingMessage, Subscription } from './transport.ts'

type OrderEvent = ReceivedEvent<{ readonly order_id: string }>

interface OrderPublisher {
  orderCreated(data: { readonly order_id: string }): Promise<Published>
}

describe.each(['amqp', 'kafka'] as const)('a consumer over %s', (protocol) => {
  it('hands each event to its handler and acknowledges it', async () => {
    const app = await openApplication(protocol)
    const events: OrderEvent[] = []
    const consumer = await app.consume((event) => void events.push(event))
    const { id } = await app.publish('ord_1')
    await vi.waitFor(() => expect(events).toHaveLength(1))
    expect(events[0]).toMatchObject({
      id,
      type: 'order.created',
      source: 'oms-service',
      data: { order_id: 'ord_1' },
      redelivered: false,
      attempt: 1,
    })
    await consumer.close()
    const next: OrderEvent[] = []
    await app.consume((event) => void next.push(event))
    await app.publish('ord_2')
    await vi.waitFor(() => expect(next.map(({ data }) => data.order_id)).toEqual(['ord_2']))
  })

  it('calls a failing handler again, in order, and then goes on', async () => {
    const app = await openApplication(protocol)
    const seen: string[] = []
    await app.publish('ord_1')
    await app.publish('ord_1')
    await app.consume(
      ({ attempt, id }) => {
        seen.push(`${id} ${attempt}`)
        if (attempt < 3) throw new Error(`attempt ${attempt}`)
      },
      { delivery: { prefetch: 1 } },
    )
    await vi.waitFor(() => expect(seen).toHaveLength(6))
    expect(seen).toEqual(['evt_1 1', 'evt_1 2', 'evt_1 3', 'evt_2 1', 'evt_2 2', 'evt_2 3'])
    expect(app.failures.map(({ action, attempt, delay, id }) => ({ action, attempt, delay, id }))).toEqual([
      { action: 'retry', attempt: 1, delay: 1, id: 'evt_1' },
      { action: 'retry', attempt: 2, delay: 2, id: 'evt_1' },
      { action: 'retry', attempt: 1, delay: 1, id: 'evt_2' },
      { action: 'retry', attempt: 2, delay: 2, id: 'evt_2' },
    ])
  })

  it('dead-letters a message whose handler keeps failing', async () => {
    const app = await openApplication(protocol)
    const error = new Error('no mail server')
    await app.consume(async () => {
      throw error
    })
    await app.publish('ord_1')
    expect(await app.deadLetters(1)).toMatchObject([{ id: 'evt_1', data: { order_id: 'ord_1' } }])
    expect(app.failures.map(({ action }) => action)).toEqual(['retry', 'retry', 'dead-letter'])
    expect(app.failures.at(-1)).toMatchObject({
      action: 'dead-letter',
      error,
      operation: 'receiveOrders',
      messageName: 'OrderCreated',
      attempt: 3,
    })
  })

  it('survives a handler that throws what cannot be shown', async () => {
    const print = vi.spyOn(console, 'error').mockReturnValue()
    onTestFinished(() => print.mockRestore())
    const app = await openApplication(protocol)
    await startConsumer(app.connection, app.contract, {
      orderCreated: () => {
        throw Object.create(null)
      },
    })
    await app.publish('ord_1')
    expect(await app.deadLetters(1)).toMatchObject([{ id: 'evt_1' }])
    expect(print).toHaveBeenLastCalledWith(expect.stringContaining('cannot be shown'))
  })

  it('waits for a handler without a limit where it is told to', async () => {
    const app = await openApplication(protocol)
    const gate = closedGate()
    const called = Promise.withResolvers<void>()
    const handler = async (): Promise<void> => {
      called.resolve()
      await gate.opened
    }
    const consumer = await app.consume(handler, { closeTimeout: Infinity })
    await app.publish('ord_1')
    await called.promise
    const closing = consumer.close()
    // A timer that Node cannot set that far fires after a millisecond.
    await new Promise((resolve) => setTimeout(resolve, 10))
    gate.open()
    await closing
    expect(app.failures).toEqual([])
  })

  it('dead-letters a message that breaks the contract, at once', async () => {
    const app = await openApplication(protocol)
    const events: OrderEvent[] = []
    await app.consume((event) => void events.push(event))
    await app.publishRaw('{"type":"order.deleted"}')
    await app.publish('ord_1')
    expect(await app.deadLetters(1)).toEqual([{ type: 'order.deleted' }])
    await vi.waitFor(() => expect(events).toHaveLength(1))
    expect(app.failures).toMatchObject([
      { action: 'dead-letter', attempt: 0, error: { name: 'InvalidMessageError', code: 'unknown-type' } },
    ])
  })

  it('keeps calling where there are no dead letters', async () => {
    const app = await openApplication(protocol, withoutDeadLetters)
    const attempts: number[] = []
    await app.consume(({ attempt }) => {
      attempts.push(attempt)
      if (attempt < 6) throw new Error('not yet')
    })
    await app.publish('ord_1')
    await vi.waitFor(() => expect(attempts).toEqual([1, 2, 3, 4, 5, 6]))
    expect(app.failures.map(({ action, delay }) => `${action} ${delay}`)).toEqual([
      'retry 1',
      'retry 2',
      'retry 4',
      'retry 4',
      'retry 4',
    ])
  })

  it('holds a message that breaks the contract where there are no dead letters', async () => {
    const app = await openApplication(protocol, withoutDeadLetters)
    const consumer = await app.consume(() => {})
    await app.publishRaw('not JSON')
    await vi.waitFor(() => expect(app.failures).toMatchObject([{ action: 'hold' }]))
    await consumer.close()
    await app.consume(() => {})
    await vi.waitFor(() => expect(app.failures).toHaveLength(2))
  })

  it('gives up the wait between attempts when it is closed, and the message to the next one', async () => {
    const app = await openApplication(protocol)
    const consumer = await app.consume(
      () => {
        throw new Error('down')
      },
      { delivery: { delay: 3_600_000, maxDelay: 3_600_000 } },
    )
    await app.publish('ord_1')
    await vi.waitFor(() => expect(app.failures).toHaveLength(1))
    await consumer.close()
    const events: OrderEvent[] = []
    await app.consume((event) => void events.push(event))
    await vi.waitFor(() => expect(events).toMatchObject([{ id: 'evt_1', attempt: 1 }]))
  })

  it('waits for the handler in flight when the connection is closed', async () => {
    const app = await openApplication(protocol)
    const gate = closedGate()
    const steps: string[] = []
    await app.consume(async () => {
      steps.push('called')
      await gate.opened
      await app.publish('ord_2')
      steps.push('handled')
    })
    await app.publish('ord_1')
    await vi.waitFor(() => expect(steps).toEqual(['called']))
    const closing = app.connection.close()
    gate.open()
    await closing
    expect(steps).toEqual(['called', 'handled'])
    expect(app.failures).toEqual([])
  })

  it('leaves a handler behind that does not end in time', async () => {
    const app = await openApplication(protocol)
    const gate = closedGate()
    onTestFinished(gate.open)
    const consumer = await app.consume(() => gate.opened, { closeTimeout: 1 })
    await app.publish('ord_1')
    await app.publish('ord_1')
    await vi.waitFor(() => expect(app.calls()).toBeGreaterThan(0))
    await consumer.close()
    expect(app.failures[0]).toMatchObject({ action: 'release', id: 'evt_1' })
    const events: OrderEvent[] = []
    await app.consume((event) => void events.push(event))
    await vi.waitFor(() => expect(events.map(({ id }) => id)).toEqual(['evt_1', 'evt_2']))
  })
})

describe('startConsumer', () => {
  it('names the handlers that are missing', async () => {
    const app = await openApplication('amqp')
    await expect(
      startConsumer(app.connection, app.contract, { orderCreated: 'no function' }),
    ).rejects.toMatchObject({
      name: 'UsageError',
      code: 'handler-missing',
      message:
        'The consumer of order-service has no handler for orderCreated. ' +
        'Give one function for each message that the application receives.',
    })
  })

  it('takes nothing that every object inherits for a handler', async () => {
    const app = await openApplication('amqp')
    const messages = { constructor: app.operation.messages['orderCreated']! }
    const contract = { ...app.contract, receives: { receiveOrders: { ...app.operation, messages } } }
    await expect(startConsumer(app.connection, contract, {})).rejects.toMatchObject({
      code: 'handler-missing',
    })
  })

  it('takes an object with methods', async () => {
    class Handlers {
      readonly ids: string[] = []
      orderCreated(event: OrderEvent): void {
        this.ids.push(event.id)
      }
    }
    const app = await openApplication('amqp')
    const handlers = new Handlers()
    await startConsumer(app.connection, app.contract, handlers)
    await app.publish('ord_1')
    await vi.waitFor(() => expect(handlers.ids).toEqual(['evt_1']))
  })

  it('closes what it opened where one subscription fails', async () => {
    const app = await openApplication('amqp')
    const missing = {
      ...app.operation,
      name: 'missing',
      sources: { amqp: { queue: 'missing', deadLetters: false } },
    }
    const contract = { ...app.contract, receives: { ...app.contract.receives, missing } }
    const handlers = { orderCreated: (): void => {} }
    await expect(startConsumer(app.connection, contract, handlers)).rejects.toMatchObject({
      code: 'not-found',
    })
    const events: OrderEvent[] = []
    await app.consume((event) => void events.push(event))
    await app.publish('ord_1')
    await vi.waitFor(() => expect(events).toHaveLength(1))
  })

  it('prints failures to stderr where nobody listens, or the listener throws', async () => {
    const print = vi.spyOn(console, 'error').mockReturnValue()
    onTestFinished(() => print.mockRestore())
    for (const onFailure of [undefined, throwingListener]) {
      const app = await openApplication('amqp')
      await startConsumer(
        app.connection,
        app.contract,
        { orderCreated: () => {} },
        onFailure && { onFailure },
      )
      await app.publishRaw('not JSON')
      await app.deadLetters(1)
    }
    const text = 'receiveOrders: a message from queue'
    expect(print.mock.calls.map(([first]) => String(first))).toEqual([
      expect.stringContaining(text),
      expect.stringContaining('onFailure threw: Error: listener'),
      expect.stringContaining(text),
    ])
  })
})

function throwingListener(): void {
  throw new Error('listener')
}

function withoutDeadLetters({ sources }: ReceiveOperation): ReceiveOperation['sources'] {
  const { amqp, kafka } = sources
  if (amqp !== undefined) return { amqp: { ...amqp, deadLetters: false } }
  if (kafka === undefined) return {}
  const { deadLetterTopic: _, ...source } = kafka
  return { kafka: source }
}

interface OpenedApplication {
  readonly connection: Connection
  readonly contract: ApplicationContract
  readonly operation: ReceiveOperation
  readonly failures: readonly DeliveryFailure[]
  /** Calls of handlers so far. */
  readonly calls: () => number
  readonly consume: (
    handler: (event: OrderEvent) => Promise<void> | void,
    options?: ConsumerOptions,
  ) => Promise<Consumer>
  readonly publish: (orderId: string) => Promise<Published>
  readonly publishRaw: (body: string) => Promise<void>
  /** Waits for dead letters and returns their payloads. */
  readonly deadLetters: (count: number) => Promise<readonly unknown[]>
}

/** The sample application on a broker of its own; ids count from `evt_1`. */
async function openApplication(
  protocol: 'amqp' | 'kafka',
  sourcesOf: (operation: ReceiveOperation) => ReceiveOperation['sources'] = ({ sources }) => sources,
): Promise<OpenedApplication> {
  const name = randomUUID()
  const connection = await connect(`memory:${name}`)
  const observer = await connect(`memory:${name}`)
  onTestFinished(async () => {
    await Promise.all([connection.close(), observer.close()])
  })
  const sample = sampleContract(name, protocol)
  const operation = sample.receives['receiveOrders'] as ReceiveOperation
  const contract = { ...sample, receives: { receiveOrders: { ...operation, sources: sourcesOf(operation) } } }
  await observer.declare(contract.topology)
  let ids = 0
  let calls = 0
  const publisher = createPublisher<OrderPublisher>(observer, contract, { newId: () => `evt_${++ids}` })
  const failures: DeliveryFailure[] = []
  return {
    connection,
    contract,
    operation,
    failures,
    calls: () => calls,
    consume: (handler, options) => {
      const orderCreated = async (event: OrderEvent): Promise<void> => {
        calls += 1
        await handler(event)
      }
      const onFailure = (failure: DeliveryFailure): void => void failures.push(failure)
      return startConsumer(connection, contract, { orderCreated }, { onFailure, ...options })
    },
    publish: (orderId) => publisher.orderCreated({ order_id: orderId }),
    publishRaw: (body) =>
      observer.transport.publish({
        target: contract.sends['orderCreated']?.targets ?? {},
        body: Buffer.from(body),
        contentType: 'application/json',
        headers: {},
        key: 'ord_1',
      }),
    deadLetters: (count) => deadLettersOf(observer, protocol, sampleNames(name).dead, count),
  }
}

async function deadLettersOf(
  { transport }: Connection,
  protocol: 'amqp' | 'kafka',
  dead: string,
  count: number,
): Promise<readonly unknown[]> {
  const letters: unknown[] = []
  const source: Subscription['source'] =
    protocol === 'amqp'
      ? { amqp: { queue: dead, deadLetters: false } }
      : { kafka: { topic: dead, groupId: 'observer', start: 'earliest' } }
  const onLost = (error: Error): void => {
    throw error
  }
  await transport.subscribe({ source, prefetch: 10, onLost }, async ({ body }: IncomingMessage) => {
    const text = Buffer.from(body).toString()
    letters.push(text.startsWith('{') ? JSON.parse(text) : text)
    return 'ack'
  })
  await vi.waitFor(() => expect(letters).toHaveLength(count))
  return letters
}
