import { expect, it } from 'vitest'

import { brokenLinks } from './broken-links.ts'

const linksOf = (text: string): readonly string[] => brokenLinks({ path: 'docs/README.md', text })

it('accepts files, folders, headings and addresses elsewhere', () => {
  const text = `# A heading: with \`code\`
[file](../package.json) [folder](adr/) [own](#a-heading-with-code) [other](adr/README.md#decisions) [url](https://example.com/x)`
  expect(linksOf(text)).toEqual([])
})

it('names links to files and headings that do not exist', () => {
  const text = '# Real\n[a](missing.md) [b](#unreal) [c](adr/README.md#unreal)'
  expect(linksOf(text)).toEqual(['missing.md', '#unreal', 'adr/README.md#unreal'])
})

it('takes nothing in code for a link', () => {
  expect(linksOf('`[a](missing.md)`\n\n```ts\nx[y](missing)\n```\n')).toEqual([])
})
