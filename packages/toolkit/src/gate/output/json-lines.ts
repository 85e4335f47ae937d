import { visibleText } from './visible-text.ts'

/** A value as JSON over several lines; what a reader could not see stands in it as an escape of JSON's own. */
export function jsonLines(value: unknown): string {
  return `${JSON.stringify(value, null, 2).split('\n').map(visibleText).join('\n')}\n`
}
