import type { Json } from '../model/catalog.ts'
import { isArray, isObject } from '../model/json.ts'

const WIDTH = 100

/** Prints a JSON file the way people write schemas: lists of plain values on one line. Ends with a line feed. */
export function jsonFile(value: Json): string {
  return `${print(value, '')}\n`
}

function print(value: Json, indent: string): string {
  const inner = `${indent}  `
  if (isArray(value)) {
    const line = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`
    const isPlain = value.every((item) => !isArray(item) && !isObject(item))
    if (isPlain && indent.length + line.length <= WIDTH) return line
    return `[\n${value.map((item) => `${inner}${print(item, inner)}`).join(',\n')}\n${indent}]`
  }
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.entries(value).map(
    ([key, member]) => `${inner}${JSON.stringify(key)}: ${print(member, inner)}`,
  )
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`
}
