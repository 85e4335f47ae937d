/** Appends a token to a JSON Pointer (RFC 6901). */
export function joinPointer(pointer: string, token: string): string {
  const isPlain = !token.includes('~') && !token.includes('/')
  return `${pointer}/${isPlain ? token : token.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** The JSON Pointer with some tokens. */
export function toPointer(tokens: readonly string[]): string {
  return tokens.reduce((pointer, token) => joinPointer(pointer, token), '')
}

/** Tokens of a JSON Pointer; undefined where the text is not one. */
export function pointerTokens(pointer: string): readonly string[] | undefined {
  if (pointer === '') return []
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return undefined
  const tokens = pointer.slice(1).split('/')
  return pointer.includes('~')
    ? tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    : tokens
}
