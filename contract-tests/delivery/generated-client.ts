import type {
  ApplicationContract,
  Connection,
  Consumer,
  ConsumerOptions,
  Handler,
  PublishAttributes,
  Published,
  ReceivedEvent,
} from '@concordat/runtime'

/** An event of any message, as a handler gets it. */
export type AnyEvent = ReceivedEvent<unknown, Readonly<Record<string, unknown>>>

/** What the generated module of an application exports, whatever its name. */
export interface GeneratedClient {
  readonly contract: ApplicationContract
  /** Missing where the application sends nothing. */
  readonly createPublisher: CreatePublisher | undefined
  /** Missing where the application receives nothing. */
  readonly startConsumer: StartConsumer | undefined
}

type CreatePublisher = (connection: Connection) => Readonly<Record<string, PublishMethod>>

type PublishMethod = (data: unknown, attributes: PublishAttributes) => Promise<Published>

type StartConsumer = (
  connection: Connection,
  handlers: Readonly<Record<string, Handler<AnyEvent>>>,
  options: ConsumerOptions,
) => Promise<Consumer>

/** Imports the generated client of an application, as a service would. */
export async function importClient(system: string, service: string): Promise<GeneratedClient> {
  const specifier = `@concordat/generated/${system}/${service}/client`
  const module = (await import(/* @vite-ignore */ specifier)) as Readonly<Record<string, unknown>>
  const exportNamed = (pattern: RegExp): unknown =>
    Object.entries(module).find(([name]) => pattern.test(name))?.[1]
  return {
    contract: exportNamed(/Contract$/) as ApplicationContract,
    createPublisher: exportNamed(/^create.+Publisher$/) as CreatePublisher | undefined,
    startConsumer: exportNamed(/^start.+Consumer$/) as StartConsumer | undefined,
  }
}

/** The name of the publisher's method for a message. */
export function methodFor(contract: ApplicationContract, message: string): string {
  const methods = Object.entries(contract.sends).filter(([, { name }]) => name === message)
  const [method] = methods
  if (method !== undefined && methods.length === 1) return method[0]
  throw new Error(
    `the generated publisher of ${contract.application} has ${methods.length} methods for ${message}`,
  )
}
