import type { Page } from 'playwright-core'

/** Titles of the pictures of a page that are cut off, or drawn so small that their type cannot be read. */
export function unreadablePictures(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.picture')].flatMap((picture) => {
      const drawn = picture.querySelector('svg')
      const shown = drawn?.getClientRects()[0]
      const scale = shown === undefined ? 1 : shown.width / (drawn?.viewBox.baseVal.width ?? 0)
      const isReadable = scale > 0.65 && picture.scrollWidth <= picture.clientWidth
      return isReadable ? [] : [picture.querySelector('title')?.textContent ?? '']
    }),
  )
}
