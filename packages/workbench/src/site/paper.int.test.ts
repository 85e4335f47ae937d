import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../browser/open-browser.ts'
import { buildSite } from './build-site.ts'
import { openPage, type WatchedPage } from './open-page.ts'

/** A sheet of A4 between its margins, in pixels of a style sheet. */
const SHEET = { width: 680, height: 1009 }

let browser: Browser
let folder: string

beforeAll(async () => {
  ;[browser, folder] = await Promise.all([openBrowser(), buildSite()])
})

afterAll(async () => {
  await browser?.close()
})

describe.each([
  'systems/event-bus/events/order-created.html',
  'systems/event-bus/applications/notification-service.html',
  'systems/event-bus/brokers.html',
  'schemas/orders/order-created/index.html',
])('%s on paper', (path) => {
  let opened: WatchedPage

  beforeAll(async () => {
    opened = await openPage(browser, { colorScheme: 'dark', viewport: SHEET })
    await opened.page.goto(pathToFileURL(`${folder}/${path}`).href)
    // Another page may have left the choice.
    await opened.page.evaluate(() => void (document.documentElement.dataset['theme'] = 'dark'))
    await opened.page.emulateMedia({ media: 'print' })
  })

  afterAll(async () => {
    await opened.close()
  })

  it('is light, whatever theme was chosen', async () => {
    const colours = await opened.page.evaluate(() =>
      [document.body, ...document.querySelectorAll('pre, h1, .facts')].map((element) => {
        const { color, backgroundColor } = getComputedStyle(element)
        return [brightness(color), brightness(backgroundColor)]

        function brightness(colour: string): number {
          const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
          return alpha === 0 ? 255 : (red + green + blue) / 3
        }
      }),
    )
    for (const [ink = 0, ground = 0] of colours) {
      expect(ink).toBeLessThan(100)
      expect(ground).toBeGreaterThan(200)
    }
  })

  it('leaves out what only a screen can do, and folds nothing away', async () => {
    const { page } = opened
    for (const tool of ['.top', '.copy', '.contents', 'form[data-choose]'])
      expect([tool, await page.locator(tool).filter({ visible: true }).count()]).toEqual([tool, 0])
    const folded = await page
      .locator('details > *:not(summary)')
      .evaluateAll(
        (all) =>
          all.filter((one) => !one.closest('[hidden]') && one.getBoundingClientRect().height === 0).length,
      )
    expect(folded).toBe(0)
  })

  it('fills its sheets', async () => {
    const { page } = opened
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    const margin = '15mm'
    const pdf = await page.pdf({
      format: 'A4',
      margin: { top: margin, bottom: margin, left: margin, right: margin },
    })
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
    expect(sheets).toBeGreaterThan(0)
    expect(sheets).toBeLessThanOrEqual(Math.ceil((height / SHEET.height) * 1.2))
  })
})
