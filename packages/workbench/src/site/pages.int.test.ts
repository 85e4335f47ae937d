import { readFileSync, rmSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../browser/open-browser.ts'
import { accessibilityProblems } from './accessibility-problems.ts'
import { buildSite } from './build-site.ts'
import { changedContracts } from './changed-contracts.ts'
import { kindsOfPages } from './kinds-of-pages.ts'
import { overflow } from './overflow.ts'
import { openPage, type WatchedPage } from './open-page.ts'
import { unreadablePictures } from './unreadable-pictures.ts'

let browser: Browser
let folder: string
let base: string

beforeAll(async () => {
  base = changedContracts()
  ;[browser, folder] = await Promise.all([openBrowser(), buildSite(undefined, '--lint', '--against', base)])
})

afterAll(async () => {
  await browser?.close()
  for (const path of [folder, base]) rmSync(path, { recursive: true, force: true })
})

describe.each(kindsOfPages)('%s', (path) => {
  let opened: WatchedPage

  beforeAll(async () => {
    opened = await openPage(browser, { colorScheme: 'light', reducedMotion: 'reduce' })
    await opened.page.goto(`${pathToFileURL(folder).href}/${path}`)
  })

  afterAll(async () => {
    await opened.close()
  })

  it('is light: at most 30 KB, 5 requests and 10 KB of script', () => {
    const read = (url: string): Buffer => readFileSync(new URL(url))
    const files = opened.requests.filter((url) => url.startsWith('file:'))
    expect(files.length).toBeLessThanOrEqual(5)
    expect(sum(files.map((url) => gzipSync(read(url)).length))).toBeLessThan(30_000)
    const scripts = files.filter((url) => url.endsWith('.js'))
    expect(sum(scripts.map((url) => read(url).length))).toBeLessThan(10_000)
  })

  it('breaks no rule of accessibility, on a desk and on a telephone, in either theme', async () => {
    expect(await accessibilityProblems(opened.page)).toEqual([])
    const desk = opened.page.viewportSize()
    await opened.page.setViewportSize({ width: 390, height: 844 })
    expect(await accessibilityProblems(opened.page)).toEqual([])
    if (desk !== null) await opened.page.setViewportSize(desk)
    // Colours are all that another theme changes.
    await opened.page.emulateMedia({ colorScheme: 'dark' })
    expect(await accessibilityProblems(opened.page, ['color-contrast'])).toEqual([])
  })

  it('fits a telephone, a tablet, a desk and paper', async () => {
    const { page } = opened
    for (const screen of [320, 390, 820, 1440]) {
      await page.setViewportSize({ width: screen, height: 900 })
      expect([screen, await overflow(page)]).toEqual([screen, 0])
      expect([screen, await unreadablePictures(page)]).toEqual([screen, []])
    }
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 700, height: 900 })
    expect(await overflow(page)).toBe(0)
  })

  it('does not keep a slow machine busy', async () => {
    const { page } = opened
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    // What else the machine has to do only ever adds to it.
    const times: number[] = []
    while (times.length < 5 && !times.some((time) => time < 50)) {
      await page.reload()
      times.push(await page.evaluate(blockingTime))
    }
    expect(Math.min(...times)).toBeLessThan(50)
  })

  it('has nothing to complain about', () => {
    expect(opened.complaints).toEqual([])
  })
})

/** Total blocking time, in milliseconds: what tasks took beyond 50 ms each. Runs in the page. */
function blockingTime(): Promise<number> {
  return new Promise((resolve) => {
    const tasks: number[] = []
    const observer = new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ duration }) => duration))
    })
    observer.observe({ type: 'longtask', buffered: true })
    setTimeout(() => resolve(tasks.reduce((total, duration) => total + Math.max(0, duration - 50), 0)), 200)
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
