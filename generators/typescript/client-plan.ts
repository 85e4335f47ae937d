import type { Catalog, Message, Service, System } from '@concordat/toolkit/model'
import { type Application, describeApplication } from './application.ts'
import { hasJsonSchema } from './json-schema-payload.ts'
import { allowsText } from './text-headers.ts'
import { headersValidatorName, validatorName } from './validator-names.ts'
import type { ValidatorPlan } from './validator-plan.ts'

/** One application's client before it is printed. */
export interface ClientPlan {
  readonly system: System
  readonly service: Service
  readonly application: Application
  /** Folder of its files, relative to the output folder. */
  readonly folder: string
  /** Exports of its `validators.js`: where each validator stands. */
  readonly validators: ReadonlyMap<string, { readonly path: string; readonly name: string }>
}

/** @throws ContractError `name-collision` */
export function planClient(
  catalog: Catalog,
  validators: ValidatorPlan,
  system: System,
  service: Service,
): ClientPlan {
  const application = describeApplication(catalog, service)
  const exports = new Map<string, { path: string; name: string }>()
  const require = (name: string, message: Message, side: 'read' | 'write'): void => {
    const { payload, headers } = message
    if (hasJsonSchema(message) && payload !== undefined) {
      exports.set(validatorName(side, name), validators.require(payload, side))
    }
    if (headers !== undefined && allowsText(catalog, headers))
      exports.set(headersValidatorName(side, name), validators.require(headers, side))
  }
  for (const { method, message } of application.sends) require(method, message, 'write')
  for (const { messages } of application.receives) {
    for (const { handler, message } of messages) require(handler, message, 'read')
  }
  return { system, service, application, folder: `${system.name}/${service.name}`, validators: exports }
}
