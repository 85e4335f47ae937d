import { createContext, Script } from 'node:vm'

const script = new Script('run()')

/**
 * Runs a synchronous function and stops it after so many milliseconds, also in the middle of a regular expression. It
 * guards against slow code, not against hostile code.
 */
export function limitTime<T>(run: () => T, milliseconds: number): T | 'timeout' {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the script returns what `run` returns
    return script.runInContext(createContext({ run }), { timeout: milliseconds }) as T
  } catch (error) {
    if (
      typeof error === 'object' &&
      error !== null &&
      'code' in error &&
      error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
    )
      return 'timeout'
    throw error
  }
}
