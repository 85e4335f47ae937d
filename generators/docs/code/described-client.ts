import { type Catalog, ContractError, type Service } from '@concordat/toolkit/model'
import { type Application, describeApplication } from '../../typescript/application.ts'

const described = new WeakMap<Service, Application | undefined>()

/** Names of the client that is generated for an application; undefined where none can be generated. */
export function describedClient(catalog: Catalog, service: Service): Application | undefined {
  if (!described.has(service)) described.set(service, describe(catalog, service))
  return described.get(service)
}

function describe(catalog: Catalog, service: Service): Application | undefined {
  try {
    return describeApplication(catalog, service)
  } catch (error) {
    if (error instanceof ContractError) return undefined
    throw error
  }
}
