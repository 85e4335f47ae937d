/** Length of a string as JSON Schema counts it (`minLength`, `maxLength`): Unicode code points (RFC 8259). */
export function countCodePoints(text: string): number {
  let length = 0
  for (let index = 0; index < text.length; length++) index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1
  return length
}
