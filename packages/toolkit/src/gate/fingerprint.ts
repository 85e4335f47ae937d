import { hash } from 'node:crypto'

/** 16 hexadecimal digits that stand for a finding: for what breaks and how, not for where the lines are. */
export function fingerprint(...parts: readonly (string | undefined)[]): string {
  return hash('sha256', JSON.stringify(parts.map((part) => part ?? null))).slice(0, 16)
}
