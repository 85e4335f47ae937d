import { beforeAll, expect, it } from 'vitest'
import { printSite } from '../testing/print-site.ts'

/** Begins a heading, a list, a link, an element and a code span of its own. */
const EVIL = 'a\n\n# Injected\n- [x](https://evil.example) <script>alert(1)</script> `tick`'

let files: readonly (readonly [path: string, text: string])[]

beforeAll(async () => {
  const message = {
    name: EVIL,
    title: EVIL,
    description: EVIL,
    contentType: EVIL,
    'x-deprecated': { removal: '2031-01-31', successor: EVIL },
    payload: { title: EVIL, description: EVIL, properties: { [EVIL]: { enum: [EVIL], format: EVIL } } },
    examples: [{ summary: EVIL, payload: { text: '```\n# Injected' } }],
  }
  const channel = { $ref: '#/channels/evil' }
  const site = await printSite({
    'asyncapi.json': {
      asyncapi: '3.0.0',
      info: { title: EVIL, version: '1.0.0', description: `# Injected\n\n${EVIL}` },
      channels: { evil: { address: EVIL, messages: { evil: message } } },
      operations: { send: { action: 'send', channel }, take: { action: 'receive', channel } },
    },
  })
  files = [...site].filter(([path]) => path.endsWith('.md') || path === 'llms.txt')
})

it('says what a contract says in one place, and lets it begin nothing of its own', () => {
  expect(files).toHaveLength(2)
  const headings = files.flatMap(([, text]) => text.match(/^#+ .*$/gm) ?? [])
  expect(headings.filter((heading) => heading.includes('Injected'))).toEqual([
    String.raw`# a # Injected - \[x\](https://evil.example) &lt;script>alert(1)&lt;/script> ` + '`tick`',
  ])
  for (const [, text] of files) {
    // Only in code spans, and in the body that is shown as it is.
    const bare = text.replaceAll(/```json\n.*\n```|(`+)(?:(?!\1).)+?\1/g, '')
    expect(bare).not.toContain('<script')
    expect(text).not.toMatch(/^- \[x\]/m)
  }
})

it('keeps a description of several paragraphs, as a quotation', () => {
  const text = files.find(([path]) => path.endsWith('.md'))?.[1]
  expect(text).toContain('\n> a\n>\n> # Injected\n> - [x](https://evil.example) &lt;script>')
})
