import type { Json } from '@concordat/toolkit/model'

/** A JSON file as people read it too. */
export function jsonText(value: Json): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
