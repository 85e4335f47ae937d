import type { Json, JsonObject } from './catalog.ts'
import { isObject } from './json.ts'

/** A member of one protocol's binding of a message or an operation, as the contract writes it. */
export function bindingMember(
  { bindings }: { readonly bindings: JsonObject },
  protocol: string,
  key: string,
): Json | undefined {
  const binding = ownMember(bindings, protocol)
  return isObject(binding) ? ownMember(binding, key) : undefined
}

/** An own member of an object of a contract, whose keys may be anything. */
export function ownMember(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}
