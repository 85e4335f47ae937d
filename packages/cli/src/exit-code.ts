/** What the process ends with; the same for every command. */
export const exitCode = {
  /** Nothing to complain about. */
  ok: 0,
  /** Findings, drift: the contracts are readable but not in order. */
  findings: 1,
  /** Input or usage that cannot be worked with. */
  badInput: 2,
  /** A fault of ours. */
  internal: 3,
} as const

export type ExitCode = (typeof exitCode)[keyof typeof exitCode]
