import { chromium } from 'playwright-core'
const [, , base, ...pages] = process.argv
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const scheme of (process.env.SCHEMES ?? 'light,dark').split(','))
  for (const width of (process.env.WIDTHS ?? '1440,820,390').split(',').map(Number)) {
    const context = await browser.newContext({
      viewport: { width, height: width < 500 ? 844 : 900 },
      colorScheme: scheme,
    })
    const page = await context.newPage()
    page.on('console', (m) => console.log('console', m.type(), m.text()))
    page.on('pageerror', (e) => console.log('pageerror', e.message))
    for (const p of pages) {
      await page.goto(`${base}/${p}`)
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (over > 0)
        console.log(
          'OVERFLOW',
          p,
          width,
          over,
          await page.evaluate(() =>
            [...document.querySelectorAll('body *')]
              .filter(
                (e) =>
                  e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 &&
                  !e.closest('pre,.scroll,.top nav'),
              )
              .slice(0, 5)
              .map((e) => e.tagName + '.' + e.className),
          ),
        )
      await page.screenshot({
        path: `/tmp/shots/${p.replace(/[/.]/g, '_')}-${scheme}-${width}.png`,
        ...(process.env.CLIP
          ? {
              fullPage: true,
              clip: {
                x: 0,
                y: Number(process.env.CLIP.split(',')[0]),
                width,
                height: Number(process.env.CLIP.split(',')[1]),
              },
            }
          : { fullPage: true }),
      })
    }
    await context.close()
  }
await browser.close()
