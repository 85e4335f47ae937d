import { globSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, afterEach, expect, it } from 'vitest'
import { openBrowser } from '../browser/open-browser.ts'
import { buildSite } from './build-site.ts'
import { ATTACK, hostileContracts, LONG } from './hostile-contract.ts'
import { openPage, type WatchedPage } from './open-page.ts'
import { overflow } from './overflow.ts'

let browser: Browser
let folder: string
let opened: WatchedPage

const contractsWith = (required: readonly string[]): string => {
  const root = mkdtempSync(join(tmpdir(), 'concordat-hostile-'))
  for (const [path, content] of Object.entries(hostileContracts(required))) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), JSON.stringify(content))
  }
  return root
}

beforeAll(async () => {
  const site = buildSite(contractsWith([LONG, ATTACK]), '--lint', '--against', contractsWith([]))
  ;[browser, folder] = await Promise.all([openBrowser(), site])
})

afterAll(async () => {
  await browser?.close()
})

beforeEach(async () => {
  opened = await openPage(browser, { viewport: { width: 390, height: 844 } })
  opened.page.on('dialog', (dialog) => {
    opened.complaints.push('a script of the contract ran')
    void dialog.dismiss()
  })
})

afterEach(async () => {
  await opened.close()
})

const urlOf = (path: string): string => pathToFileURL(join(folder, path)).href

it('has a page for everything that the contract says, also for what it changes', () => {
  const pages = globSync('**/*.html', { cwd: folder })
  for (const kind of [
    /^changes/,
    /^lint/,
    /^types\//,
    /events\//,
    /channels\//,
    /applications\//,
    /brokers/,
    /^schemas\//,
  ])
    expect(pages).toContainEqual(expect.stringMatching(kind))
})

it('runs nothing, loads nothing and links to nothing that a contract says, and lets no name break out', async () => {
  const { page, complaints, requests } = opened
  for (const path of globSync('**/*.html', { cwd: folder })) {
    await page.goto(urlOf(path))
    expect({ path, overflow: await overflow(page), ...(await page.evaluate(suspects)) }).toEqual({
      path,
      overflow: 0,
      elements: [],
      attributes: [],
      links: [],
    })
    expect(page.url()).toBe(urlOf(path))
  }
  expect(requests.filter((url) => !url.startsWith(urlOf('')) && url !== 'data:,')).toEqual([])
  expect(complaints).toEqual([])
})

it('shows what a proposal changes as text', async () => {
  await opened.page.goto(urlOf('changes.html'))
  const text = (await opened.page.locator('main').textContent()) ?? ''
  expect(text).toContain('<img src=x onerror=alert(1)>')
  expect(text).toContain('property-became-required')
})

it('shows what a version changes as text', async () => {
  await opened.page.goto(urlOf('schemas/evil/evil/index.html'))
  const text = (await opened.page.locator('#changelog').textContent()) ?? ''
  expect(text).toContain('enum-value-removed')
  expect(text).toContain('<img src=x onerror=alert(1)>')
})

it('shows what search finds as text, and goes there', async () => {
  const { page, complaints } = opened
  await page.goto(urlOf('index.html'))
  await page.keyboard.press('/')
  for (const query of ['script', 'hostile', '<img src=x onerror=alert(1)>', 'onerror']) {
    await page.getByRole('combobox').fill(query)
    const first = page.getByRole('option').first()
    await first.waitFor()
    const tags = await page
      .getByRole('listbox')
      .evaluate((list) => [...list.querySelectorAll('*')].map(({ localName }) => localName))
    expect(new Set(tags)).toEqual(new Set(['a', 'b', 'small', 'i']))
  }
  // What is not found is quoted.
  await page.getByRole('combobox').fill('<img src=x onerror=alert(2)>zzz')
  await page.getByText('Nothing found').waitFor()
  expect(await page.locator('dialog img').count()).toBe(0)
  await page.getByRole('combobox').fill('hostile')
  await page.keyboard.press('Enter')
  await page.waitForURL(/hostile/)
  expect(complaints).toEqual([])
})

/** What stands in a page and no page of ours prints. Runs in the page. */
function suspects(): {
  readonly elements: readonly string[]
  readonly attributes: readonly string[]
  readonly links: readonly string[]
} {
  const all = [...document.querySelectorAll('*')]
  const isOurs = (element: Element): boolean =>
    element.localName === 'script' && /(?:^|\/)site\.js$/.test(element.getAttribute('src') ?? '')
  const forbidden =
    'script img iframe object embed base style video audio link[rel~=import] meta[http-equiv=refresh]'
  return {
    elements: [...document.querySelectorAll(forbidden.replaceAll(' ', ','))]
      .filter((element) => !isOurs(element))
      .map(({ outerHTML }) => outerHTML.slice(0, 200)),
    attributes: all.flatMap((element) =>
      element
        .getAttributeNames()
        .filter((name) => name.startsWith('on') || name === 'srcdoc' || name === 'style'),
    ),
    links: all
      .flatMap((element) => element.getAttribute('href') ?? [])
      .filter(
        (href) => href !== 'data:,' && !/^(?:https?|file):$/.test(new URL(href, document.baseURI).protocol),
      ),
  }
}
