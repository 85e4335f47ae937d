import type { Json } from '@concordat/toolkit/model'

/** A JSON file for programs: a site has hundreds, and people read its pages. */
export function jsonText(value: Json): string {
  return `${JSON.stringify(value)}\n`
}
