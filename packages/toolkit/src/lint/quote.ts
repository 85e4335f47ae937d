const longest = 80

/** What a user wrote, in double quotes, on one line, with control characters escaped and cut where it is long. */
export function quote(text: string): string {
  return JSON.stringify(text.length > longest ? `${text.slice(0, longest - 1)}…` : text)
}

/** `"a", "b" and 3 more`. */
export function quoteList(texts: readonly string[], most = 3): string {
  const shown = texts.length > most + 1 ? texts.slice(0, most) : texts
  const parts = shown.map(quote)
  if (shown.length < texts.length) parts.push(`${texts.length - shown.length} more`)
  const last = parts.pop() ?? ''
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`
}
