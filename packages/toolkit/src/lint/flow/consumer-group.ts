import type { Json, Operation } from '../../model/catalog.ts'
import { isArray, isObject } from '../../model/json.ts'

/** Group id that a Kafka operation binding states: its schema allows one value only. Undefined where it is left open. */
export function consumerGroup(operation: Operation): string | undefined {
  const kafka = member(operation.bindings, 'kafka')
  const schema = member(kafka, 'groupId')
  const values = member(schema, 'enum')
  const only = isArray(values) && values.length === 1 ? values[0] : member(schema, 'const')
  return typeof only === 'string' ? only : undefined
}

function member(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}
