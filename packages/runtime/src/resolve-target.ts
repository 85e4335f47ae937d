import type { Protocol, SentMessage } from './contract.ts'
import type { OutgoingMessage } from './transport.ts'
import { UsageError } from './usage-error.ts'

/**
 * Where a message goes over the transport's protocols, with the `{parameters}` of its address filled in.
 * @throws UsageError `parameter-missing`
 */
export function resolveTarget(
  message: SentMessage,
  protocols: readonly Protocol[],
  parameters: Readonly<Record<string, string>>,
): OutgoingMessage['target'] {
  const { amqp, kafka } = message.targets
  const resolve = (address: string): string => resolveAddress(message.name, address, parameters)
  return {
    ...(amqp && protocols.includes('amqp') && { amqp: { ...amqp, routingKey: resolve(amqp.routingKey) } }),
    ...(kafka && protocols.includes('kafka') && { kafka: { ...kafka, topic: resolve(kafka.topic) } }),
  }
}

/** Parameters of an AsyncAPI 3 channel address are names between braces. */
function resolveAddress(
  messageName: string,
  address: string,
  parameters: Readonly<Record<string, string>>,
): string {
  return address.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined
    if (typeof value === 'string' && value !== '') return value
    throw new UsageError(
      'parameter-missing',
      `${messageName} was not published: its address ${address} needs the parameter '${name}'. ` +
        `Give it beside the attributes: { parameters: { ${name}: '…' } }.`,
    )
  })
}
