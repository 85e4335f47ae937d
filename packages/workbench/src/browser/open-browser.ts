import { type Browser, chromium } from 'playwright-core'
import { isRoot } from '../services/system-user.ts'
import { browserRemedy, findBrowser } from './find-browser.ts'

/**
 * Starts a real headless Chromium. Throws where there is none, so that the test fails and says what to install instead of
 * being skipped.
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === undefined)
    throw new Error(
      `This test needs a real Chromium, and there is none. \`npm test\` installs it as root on Debian. ${browserRemedy}`,
    )
  // Chromium's own sandbox does not start for root.
  return chromium.launch({ executablePath, args: isRoot() ? ['--no-sandbox'] : [] })
}
