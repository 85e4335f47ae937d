import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { firstSentence, markdown } from './markdown.ts'

const print = (text: string): string => {
  const element = markdown(text)
  return element === undefined ? '' : renderToString(element)
}

describe('markdown', () => {
  it('sets emphasis, code, lists and tables', () => {
    expect(print('*Paid* in `UAH`')).toBe(
      '<div class="prose"><p><em>Paid</em> in <code>UAH</code></p>\n</div>',
    )
    expect(print('1. one\n2. two')).toContain('<ol>')
    expect(print('- one\n- two')).toContain('<ul>')
    expect(print('|a|b|\n|-|-|\n|1|2|')).toContain('<table>')
  })

  it('sets a plain paragraph as the parser would', () => {
    expect(print('An order "was" created (once).')).toBe(
      '<div class="prose"><p>An order &quot;was&quot; created (once).</p></div>',
    )
  })

  it('keeps headings out of the outline of the page', () => {
    expect(print('# Title')).toBe('<div class="prose"><p><strong>Title</strong></p>\n</div>')
  })

  it('lets links lead to the web and to mail', () => {
    expect(print('[a](https://example.org/?a=1&b=2)')).toContain('href="https://example.org/?a=1&amp;b=2"')
    expect(print('<mailto:a@example.org>')).toContain('href="mailto:a@example.org"')
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java&#115;cript:alert(1))',
    '[x](java&Tab;script:alert(1))',
    '[x](\u0001javascript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](vbscript:msgbox(1))',
    '[x](file:///etc/passwd)',
    '[x](//evil.example)',
    '![x](https://evil.example/track.png)',
    '![x](data:image/svg+xml;base64,PHN2Zz4=)',
    '<javascript:alert(1)>',
    '[x]: javascript:alert(1)\n\n[x]',
    '[x](https://a.example "\\"onmouseover=alert(1) ")',
    '```"><script>alert(1)</script>\nx\n```',
    '<svg><style>*{}</style></svg>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
  ])('keeps %s inert', (text) => {
    const html = print(text)
    expect(html).not.toMatch(/<(?:script|img|svg|style|iframe)/i)
    expect(html).not.toMatch(/<[^>]* on\w+=[^>]*>/i)
    expect(html.match(/href="[^"]*"/g) ?? []).toEqual(
      text.includes('https://a.example')
        ? ['href="https://a.example"']
        : text.startsWith('![x](https')
          ? ['href="https://evil.example/track.png"']
          : [],
    )
  })

  it('prints nothing for nothing', () => {
    expect(markdown(undefined)).toBeUndefined()
    expect(markdown('  \n ')).toBeUndefined()
  })
})

it.each([
  ['One. Two.', 'One.'],
  ['Version 1.2 of it. Two.', 'Version 1.2 of it.'],
  ['No end', 'No end'],
  ['A line\nand another. More', 'A line and another.'],
  [
    'Not before `dueAt` in the **last** [state](https://example.org/x.y). More',
    'Not before dueAt in the last state.',
  ],
  ['', undefined],
])('takes the first sentence of %j', (text, sentence) => {
  expect(firstSentence(text)).toBe(sentence)
})

it('cuts a sentence without an end', () => {
  expect(firstSentence('word '.repeat(1000))).toMatch(/^(?:word )+…$|^(?:word )+word?…$/)
  expect(firstSentence('word '.repeat(1000))?.length).toBeLessThanOrEqual(1001)
})

it.each(['[', '![', '[x](', '[a', '[](', '*', '`', '<', '> ', '- ', '|', '&', '\\', 'a\n', 'x\n\n'])(
  'reads a hundred thousand characters of %j in no time',
  (part) => {
    const text = part.repeat(100_000 / part.length)
    const started = process.cpuUsage()
    firstSentence(text)
    print(text)
    const { user } = process.cpuUsage(started)
    expect(user / 1e6).toBeLessThan(1)
  },
)
