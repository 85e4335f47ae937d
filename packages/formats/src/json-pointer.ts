const POINTER = /^(?:\/(?:[^~/]|~[01])*)*$/
const RELATIVE_POINTER = /^(?:0|[1-9]\d*)(?:#|(?:\/(?:[^~/]|~[01])*)*)$/

/** JSON Pointer of RFC 6901, section 3. */
export function isJsonPointer(text: string): boolean {
  return POINTER.test(text)
}

/** Relative JSON Pointer, draft-handrews-relative-json-pointer-01. */
export function isRelativeJsonPointer(text: string): boolean {
  return RELATIVE_POINTER.test(text)
}
