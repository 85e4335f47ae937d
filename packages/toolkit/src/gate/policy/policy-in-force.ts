import type { Policy } from './policy.ts'

/**
 * The policy that a proposal is held to: what exists keeps what the base promised for it, so that no proposal lets itself
 * through; what is new is held to what the proposal says.
 */
export function policyInForce(base: Policy | undefined, head: Policy): Policy {
  if (base === undefined) return head
  return {
    modeOfSubject: (name) => base.modeOfSubject(name) ?? head.modeOfSubject(name),
    modeOfMessage: head.modeOfMessage,
  }
}
