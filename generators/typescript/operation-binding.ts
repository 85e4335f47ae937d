import type { JsonObject, Operation } from '@concordat/toolkit/model'

/** What the operation binds for a protocol; empty where it says nothing. */
export function operationBinding(operation: Operation, protocol: string): JsonObject {
  const binding = Object.hasOwn(operation.bindings, protocol) ? operation.bindings[protocol] : undefined
  return typeof binding === 'object' && binding !== null && !Array.isArray(binding)
    ? (binding as JsonObject)
    : {}
}
