import { type Context, createContext, Script } from 'node:vm'

const script = new Script('run()')
let context: Context | undefined

/** A machine under load may leave a process waiting for long, but not again and again. */
const MOST_ATTEMPTS = 3

/**
 * Runs a synchronous function and stops it after so many milliseconds, also in the middle of a regular expression. It
 * guards against slow code, not against hostile code. Where the time went by without the function running, as on a machine
 * under load, it is run again.
 */
export function limitTime<T>(run: () => T, milliseconds: number): T | 'timeout' {
  // Making a context takes half a millisecond, so there is one; only its function changes.
  context ??= createContext()
  context['run'] = run
  for (let attempt = 1; ; attempt++) {
    const before = process.cpuUsage()
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the script returns what `run` returns
      return script.runInContext(context, { timeout: milliseconds }) as T
    } catch (error) {
      if (!isTimeout(error)) throw error
      const { user, system } = process.cpuUsage(before)
      if ((user + system) / 1_000 > milliseconds / 4 || attempt === MOST_ATTEMPTS) return 'timeout'
    }
  }
}

/** The error may come from the context's own realm, where `instanceof Error` does not hold. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  )
}
