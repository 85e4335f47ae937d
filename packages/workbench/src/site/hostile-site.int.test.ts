import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../browser/open-browser.ts'
import { buildSite } from './build-site.ts'
import { openPage } from './open-page.ts'
import { overflow } from './overflow.ts'

const SCRIPTS = `<script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1)) "><svg onload=alert(1)>`
const LONG = 'x'.repeat(300)

/** Texts that would do something where they are not shown as text, and names that no line can hold. */
const contract = {
  asyncapi: '3.0.0',
  info: { title: SCRIPTS, version: '1.0.0', description: SCRIPTS, contact: { name: LONG } },
  servers: { [LONG]: { host: 'localhost', protocol: 'amqp', description: SCRIPTS } },
  channels: {
    [LONG]: {
      address: `${LONG} ${SCRIPTS}`,
      description: SCRIPTS,
      messages: {
        hostile: {
          name: `Hostile ${SCRIPTS}`,
          title: LONG,
          summary: SCRIPTS,
          payload: {
            type: 'object',
            description: SCRIPTS,
            properties: { [LONG]: { type: 'string', const: SCRIPTS }, [SCRIPTS]: { enum: [LONG, SCRIPTS] } },
          },
          examples: [{ summary: SCRIPTS, payload: { [LONG]: SCRIPTS } }],
        },
      },
    },
  },
  operations: { send: { action: 'send', channel: { $ref: `#/channels/${LONG}` }, description: SCRIPTS } },
}

let browser: Browser
let root: string
let folder: string

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'concordat-hostile-'))
  writeFileSync(join(root, 'hostile.json'), JSON.stringify(contract))
  ;[browser, folder] = await Promise.all([openBrowser(), buildSite(root, '--lint')])
})

afterAll(async () => {
  await browser?.close()
  for (const path of [root, folder]) rmSync(path, { recursive: true, force: true })
})

it('runs nothing that a contract says, and lets no name break out of a page', async () => {
  const { page, complaints, close } = await openPage(browser, { viewport: { width: 390, height: 844 } })
  page.on('dialog', () => complaints.push('a script of the contract ran'))
  const visited = new Set<string>()
  const pending = [`${pathToFileURL(folder).href}/index.html`]
  for (let url = pending.pop(); url !== undefined; url = pending.pop()) {
    if (visited.has(url)) continue
    visited.add(url)
    await page.goto(url)
    expect([url, await overflow(page)]).toEqual([url, 0])
    pending.push(
      ...(await page
        .locator('a[href$=".html"]')
        .evaluateAll((links) =>
          links.map((link) => new URL(link.getAttribute('href') ?? '', document.baseURI).href),
        )),
    )
  }
  expect(visited.size).toBeGreaterThan(7)
  await page.keyboard.press('/')
  await page.getByRole('combobox').fill('script')
  expect(await page.getByRole('option').count()).toBeGreaterThan(0)
  expect(complaints).toEqual([])
  await close()
})
