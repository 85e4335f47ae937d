/** Export of `validators.js` for the payload of a method or handler. */
export function validatorName(side: 'read' | 'write', name: string): string {
  return `${side}${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
}

/** The same for its headers. No method has a `_` inside its name, so this cannot be a payload's. */
export function headersValidatorName(side: 'read' | 'write', name: string): string {
  return `${validatorName(side, name)}_headers`
}
