import type { Operation } from '../model/catalog.ts'
import { isArray, isObject } from '../model/json.ts'
import { bindingMember, ownMember } from '../model/binding-member.ts'

/** The group in which generated code consumes: what the schema of the binding allows first, else the application's name. */
export function consumerGroup(operation: Operation): string {
  const schema = bindingMember(operation, 'kafka', 'groupId')
  if (!isObject(schema)) return operation.service
  const values = ownMember(schema, 'enum')
  const stated = [
    ownMember(schema, 'const'),
    isArray(values) ? values[0] : undefined,
    ownMember(schema, 'default'),
  ]
  const group = stated.find((value) => typeof value === 'string')
  return typeof group === 'string' ? group : operation.service
}
