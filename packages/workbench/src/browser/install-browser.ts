import { join } from 'node:path'
import { aptInstall, canUseApt } from '../services/apt.ts'
import { stateFolder } from '../services/folders.ts'
import { ServiceError } from '../services/service-error.ts'
import { browserRemedy, findBrowser } from './find-browser.ts'

/** Makes sure that there is a Chromium. Throws a `ServiceError` that says what to do where there is none to be had. */
export async function installBrowser(): Promise<void> {
  if (findBrowser() !== undefined) return
  if (!canUseApt()) throw new ServiceError(`Chromium is missing. ${browserRemedy}`)
  const progress = (line: string): void => void process.stderr.write(`chromium    ${line}\n`)
  const log = join(stateFolder(), 'logs', 'chromium-install.log')
  await aptInstall({ log, progress }, ['chromium'])
}
