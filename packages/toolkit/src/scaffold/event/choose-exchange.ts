import { type Sending, sendings } from '../../lint/flow/operations.ts'
import { deadLetterTarget, queuesByName } from '../../lint/flow/queues.ts'
import { quote } from '../../lint/quote.ts'
import type { AmqpExchange, System } from '../../model/catalog.ts'
import { exchangeGraph } from '../../routing/exchange-graph.ts'
import { verifyAddress } from '../names.ts'
import { nearest, whatThereIs } from '../nearest.ts'
import { refusal } from '../refusal.ts'

/**
 * The exchange for a new event: the one that is named, else the only one that carries events of its domain, else the
 * only one that its sender publishes to, else the only one of the system.
 *
 * @throws ContractError `ambiguous`, `not-found`, `unsupported` for a headers exchange
 */
export function chooseExchange(
  system: System,
  sender: string,
  domain: string,
  name: string | undefined,
): AmqpExchange {
  const exchange = name === undefined ? usualExchange(system, sender, domain) : namedExchange(system, name)
  if (exchange.type !== 'headers') return exchange
  const message = `${quote(exchange.name)} is a headers exchange: which headers a queue waits for cannot be guessed.`
  throw refusal('unsupported', message, 'Name another with --exchange NAME, or write the event by hand.')
}

function usualExchange(system: System, sender: string, domain: string): AmqpExchange {
  const candidates = [
    exchangesOf(system, ({ message }) => message.version?.subject.startsWith(`${domain}/`) === true),
    exchangesOf(system, ({ service }) => service.name === sender),
    exchangesOf(system, () => true),
    publicExchanges(system),
  ]
  const [only = ''] = candidates.find((names) => names.length === 1) ?? []
  const exchange = exchangeGraph(system).exchanges.get(only)
  if (exchange !== undefined) return exchange
  const several = candidates.find((names) => names.length > 1)
  if (several === undefined)
    throw refusal(
      'ambiguous',
      `The system ${quote(system.name)} has no exchange to publish to.`,
      'Name the one to declare with --exchange NAME.',
    )
  const message = `Several exchanges of ${quote(system.name)} could take the event.`
  throw refusal('ambiguous', message, `Choose one with --exchange NAME. ${whatThereIs(several)}`)
}

/** Only a system's first exchange is declared by naming it; later a new name is more likely a mistake. */
function namedExchange(system: System, name: string): AmqpExchange {
  verifyAddress('exchange', name)
  const exchange = exchangeGraph(system).exchanges.get(name)
  if (exchange !== undefined) return exchange
  const known = publicExchanges(system)
  if (known.length === 0)
    return { name, type: 'topic', durable: true, autoDelete: false, vhost: '/', arguments: {} }
  const message = `There is no exchange ${quote(name)} in the system ${quote(system.name)}.`
  throw refusal('not-found', message, nearest(name, known))
}

function exchangesOf(system: System, isMeant: (sending: Sending) => boolean): readonly string[] {
  const names = sendings(system)
    .filter(isMeant)
    .flatMap(({ channel: { amqp } }) => (amqp?.is === 'routingKey' ? [amqp.exchange.name] : []))
  return [...new Set(names)].filter((name) => name !== '')
}

/** Declared exchanges but for those that only the broker publishes to: with dead letters, or from other exchanges. */
function publicExchanges(system: System): readonly string[] {
  const { exchanges, bindings } = exchangeGraph(system)
  const fed = new Set(
    [...bindings.values()]
      .flat()
      .flatMap(({ destination }) => (destination.kind === 'exchange' ? [destination.name] : [])),
  )
  for (const queue of queuesByName(system).values()) fed.add(deadLetterTarget(queue)?.exchange ?? '')
  return [...exchanges.keys()].filter((name) => name !== '' && !fed.has(name))
}
