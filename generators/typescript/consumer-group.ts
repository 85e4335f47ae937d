import type { JsonObject, Operation } from '@concordat/toolkit/model'
import { operationBinding } from './operation-binding.ts'

/** The group that a receive operation consumes in: the binding describes it by a schema, of which one value is the group. */
export function consumerGroup(operation: Operation): string {
  const schema = operationBinding(operation, 'kafka')['groupId']
  const {
    const: constant,
    enum: values,
    default: standard,
  } = typeof schema === 'object' && schema !== null ? (schema as JsonObject) : {}
  const stated = [constant, Array.isArray(values) ? values[0] : undefined, standard].find(
    (value) => typeof value === 'string',
  )
  return typeof stated === 'string' ? stated : operation.service
}
