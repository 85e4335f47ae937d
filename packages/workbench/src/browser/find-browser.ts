import { findProgram } from '../services/find-program.ts'

/** Names a program of the user's own. */
const browserVariable = 'CHROMIUM'

/** What to do where it cannot be installed. */
export const browserRemedy: string = `Install Chromium (Debian's package chromium), or set ${browserVariable} to the path of a Chromium or a Chrome.`

/** Path of a Chromium: the user's own, else one on the PATH. */
export function findBrowser(): string | undefined {
  const own = process.env[browserVariable]
  if (own) return own
  return ['chromium', 'chromium-browser', 'google-chrome']
    .map((name) => findProgram(name))
    .find((path) => path !== undefined)
}
