/** A JSON object that is being built or was parsed. */
export type JsonObject = Record<string, unknown>

/** Reference tokens of a JSON Pointer (RFC 6901, section 4); none for the empty pointer. */
export function pointerTokens(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** A member's name as a reference token. */
export function pointerToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** The value that a pointer leads to, or undefined. Only own members count, so no pointer leads into a prototype. */
export function valueAt(document: unknown, pointer: string): unknown {
  let value = document
  for (const token of pointerTokens(pointer)) {
    if (!isContainer(value) || !Object.hasOwn(value, token)) return undefined
    if (Array.isArray(value) && token === 'length') return undefined
    value = (value as JsonObject)[token]
  }
  return value
}

/** Sets the value that a non-empty pointer leads to, with the objects on the way there. */
export function setValueAt(document: JsonObject, pointer: string, value: unknown): void {
  const tokens = pointerTokens(pointer)
  const last = tokens.at(-1) ?? ''
  let parent = document
  for (const token of tokens.slice(0, -1)) {
    const next = Object.hasOwn(parent, token) ? parent[token] : undefined
    const child = isContainer(next) ? (next as JsonObject) : {}
    setMember(parent, token, child)
    parent = child
  }
  setMember(parent, last, value)
}

/** Sets an own member whatever its name; assigning to `__proto__` would change the prototype instead. */
export function setMember(target: JsonObject, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true })
}

export function isJsonObject(value: unknown): value is JsonObject {
  return isContainer(value) && !Array.isArray(value)
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
