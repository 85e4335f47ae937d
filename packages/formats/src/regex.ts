/** A regular expression of ECMA-262, read with the `u` flag as validators run it. */
export function isRegex(text: string): boolean {
  try {
    void new RegExp(text, 'u')
    return true
  } catch {
    return false
  }
}
