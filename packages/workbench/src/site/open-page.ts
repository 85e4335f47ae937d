import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** A page of a browser, with all that it complains about. */
export interface WatchedPage {
  readonly page: Page
  /** Errors and warnings of the console, among them what the Content-Security-Policy has blocked. */
  readonly complaints: string[]
  /** Everything that was loaded, by URL. */
  readonly requests: readonly string[]
  readonly close: () => Promise<void>
}

export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const [complaints, requests]: [string[], string[]] = [[], []]
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => void complaints.push(error.message))
  page.on('request', (request) => void requests.push(request.url()))
  return { page, complaints, requests, close: () => context.close() }
}
