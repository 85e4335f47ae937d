/** UUID of RFC 4122, section 3, in either case. */
export function isUuid(text: string): boolean {
  if (text.length !== 36) return false
  for (let index = 0; index < 36; index++) {
    const code = text.charCodeAt(index)
    const isHyphenPlace = index === 8 || index === 13 || index === 18 || index === 23
    if (isHyphenPlace ? code !== 45 : !isHexDigit(code)) return false
  }
  return true
}

function isHexDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102)
}
