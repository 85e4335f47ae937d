import type { Mode } from '../../model/compatibility-mode.ts'
import type { Policy } from './policy.ts'

/**
 * The mode that a subject is held to: what exists keeps what the base promised for it, so that no proposal lets itself
 * through; what is new is held to what the proposal says.
 */
export function modeInForce(base: Policy | undefined, head: Policy, subject: string): Mode {
  return base?.modeOfSubject(subject) ?? head.modeOfSubject(subject) ?? 'FULL'
}
