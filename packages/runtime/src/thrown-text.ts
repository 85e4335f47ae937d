/** What was thrown as text for a log, with the stack where it has one. Never throws, though anything can be thrown. */
export function thrownText(thrown: unknown): string {
  try {
    return String(thrown instanceof Error ? (thrown.stack ?? thrown.message) : thrown)
  } catch {
    return 'Something was thrown that cannot be shown as text.'
  }
}
