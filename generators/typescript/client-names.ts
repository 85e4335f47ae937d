import type { Service } from '@concordat/toolkit/model'
import { camelCase, pascalCase } from './names.ts'

/** Names that a generated client exports. */
export interface ClientNames {
  readonly contract: string
  readonly publisher: string
  readonly createPublisher: string
  readonly handlers: string
  readonly startConsumer: string
}

export function clientNames(service: Service): ClientNames {
  const pascal = pascalCase(service.name)
  const name = pascal === '' ? 'Application' : pascal
  return {
    contract: `${camelCase(name)}Contract`,
    publisher: `${name}Publisher`,
    createPublisher: `create${name}Publisher`,
    handlers: `${name}Handlers`,
    startConsumer: `start${name}Consumer`,
  }
}
