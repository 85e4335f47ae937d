import { printable } from './printable.ts'

/** Quotes what a stranger wrote for a message of ours: short, and on one line. */
export function quote(value: string | number | boolean): string {
  const text = String(value)
  return printable(JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text))
}
