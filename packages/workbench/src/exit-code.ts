/** How a command of this repository ends. */
export const exitCode = {
  ok: 0,
  /** A service is not healthy, a test failed, a build is broken. */
  failed: 1,
  /** The command was called in a way it does not know. */
  badUsage: 2,
  /** A fault of the command itself. */
  internal: 3,
} as const
