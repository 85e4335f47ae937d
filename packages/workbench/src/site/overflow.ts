import type { Page } from 'playwright-core'

/** How many pixels of a page stand to the right of what can be seen without scrolling sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
