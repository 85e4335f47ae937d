import { hash } from 'node:crypto'
import type { Finding } from '../../model/finding.ts'

/** 16 hexadecimal digits that stay the same wherever the lines of the file move to. */
export function lintFingerprint({ rule, place, message }: Finding): string {
  return hash('sha256', JSON.stringify([rule, place.file, place.pointer, message])).slice(0, 16)
}
