import { rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { serveFolder } from '../../../cli/src/serve-folder.ts'
import { openBrowser } from '../browser/open-browser.ts'
import { accessibilityProblems } from './accessibility-problems.ts'
import { buildSite } from './build-site.ts'
import { openPage, type WatchedPage } from './open-page.ts'

let browser: Browser
let folder: string
let server: Server
const bases = { http: '', file: '' }

beforeAll(async () => {
  ;[browser, folder] = await Promise.all([openBrowser(), buildSite()])
  const served = await serveFolder(folder, 0)
  server = served.server
  bases.http = served.url
  bases.file = `${pathToFileURL(folder).href}/`
})

afterAll(async () => {
  await browser?.close()
  server?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe.each(['http', 'file'] as const)('the site by %s', (scheme) => {
  let opened: WatchedPage

  beforeEach(async () => {
    opened = await openPage(browser, { colorScheme: 'light' })
    await opened.page.goto(`${bases[scheme]}index.html`)
  })

  afterEach(async () => {
    await opened.close()
    if (opened.complaints.length > 0) throw new Error(opened.complaints.join('\n'))
  })

  const theme = (): Promise<string> =>
    opened.page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)

  it('leads from the overview to an event, to its sender and back', async () => {
    const { page } = opened
    await page.getByRole('link', { name: 'event-bus' }).click()
    await page.getByRole('link', { name: 'OrderCreated' }).first().click()
    expect(await page.title()).toBe('OrderCreated · Event contracts')
    await page.getByRole('link', { name: 'Order service' }).first().click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Order service')
    await page.getByRole('link', { name: 'Event contracts' }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Event contracts')
  })

  it('finds by keyboard alone: a name, a field, a routing key, an owner', async () => {
    const { page } = opened
    const first = async (query: string): Promise<string | null> => {
      await page.getByRole('combobox').fill(query)
      return page.getByRole('option', { selected: true }).textContent()
    }
    await page.keyboard.press('/')
    expect(await first('OrderCrea')).toContain('OrderCreated')
    expect(await first('payment.refund')).toContain('payment.refund')
    expect(await first('carrier')).toContain('OrderShipped')
    expect(await first('ordrcreatd')).toContain('OrderCreated')
    await page.getByRole('combobox').fill('Order management')
    expect(await page.getByRole('option').allTextContents()).toContainEqual(
      expect.stringContaining('Order service'),
    )
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('combobox').fill('customer')
    await page.keyboard.press('ArrowDown')
    const second = await page.getByRole('option').nth(1).locator('b').textContent()
    await page.keyboard.press('Enter')
    await page.waitForURL(/customer/)
    expect(await page.title()).toContain(second)
  })

  it('closes search with Escape and gives the focus back', async () => {
    const { page } = opened
    await page.getByRole('button', { name: 'Search' }).focus()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('combobox').isVisible()).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Search')
  })

  it('starts anew when it is opened again, and says how many it does not show', async () => {
    const { page } = opened
    await page.keyboard.press('/')
    await page.getByRole('combobox').fill('order')
    expect(await page.getByRole('status').textContent()).toMatch(/^\d+ found, the best 20 of them:$/)
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.activeElement?.tagName !== 'INPUT')
    await page.keyboard.press('/')
    await page.keyboard.type('carrier')
    expect(await page.getByRole('combobox').inputValue()).toBe('carrier')
    await page.keyboard.press('Escape')
  })

  it('keeps the theme that was chosen', async () => {
    const { page } = opened
    const light = await theme()
    await page.getByRole('button', { name: 'Dark theme' }).click()
    const dark = await theme()
    expect(dark).not.toBe(light)
    await page.getByRole('link', { name: 'Events', exact: true }).click()
    await page.waitForURL(/events/)
    expect(await theme()).toBe(dark)
    await page.getByRole('button', { name: 'Light theme' }).click()
    expect(await theme()).toBe(light)
  })

  it('copies a message', async () => {
    const { page } = opened
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(`${bases[scheme]}systems/event-bus/events/order-created.html`)
    await page.getByRole('button', { name: 'Copy: Body' }).click()
    await page.getByText('Copied').waitFor()
    const text = await page.evaluate(() => navigator.clipboard.readText())
    expect(JSON.parse(text)).toMatchObject({ type: 'order.created' })
  })

  it('holds any two versions of a schema against each other', async () => {
    const { page } = opened
    await page.goto(`${bases[scheme]}schemas/orders/order-created/index.html`)
    const shown = page.locator('#pair > section:visible')
    expect(await shown.count()).toBe(1)
    await page.getByLabel('Compare').selectOption('1.0.0..2.0.0')
    expect(await shown.getByRole('heading').textContent()).toBe('1.0.0 → 2.0.0')
    expect(await shown.textContent()).toContain('breaking')
    await page.goto(`${page.url()}#pair-1.0.0..1.1.0`)
    expect(await shown.getByRole('heading').textContent()).toBe('1.0.0 → 1.1.0')
  })

  it('gets to the content past the header with the first key', async () => {
    const { page } = opened
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  })
})
