import { hash } from 'node:crypto'

/** SHA-256 of a JSON value, hexadecimal: what a plan compares, in place of texts that are as long as the contracts. */
export function digest(value: unknown): string {
  return hash('sha256', JSON.stringify(value))
}
