import { expect, it } from 'vitest'

import { blockProblem } from './block-problem.ts'
import { codeBlocks } from './code-blocks.ts'

/** The problem of a block with this comment before it. */
function problemOf(origin: string, language: string, text: string): string | undefined {
  const [block] = codeBlocks(`${origin}\n\n\`\`\`${language}\n${text}\n\`\`\`\n`)
  return block === undefined ? 'no block' : blockProblem(block)
}

it('refuses TypeScript that comes from nowhere', () => {
  expect(problemOf('Text.', 'ts', 'const a = 1')).toContain('names no file')
  expect(problemOf('Text.', 'sh', 'ls')).toBeUndefined()
})

it('compares a block with its file to the letter', () => {
  const origin = '<!-- file: .gitattributes -->'
  const text =
    '* text=auto eol=lf\ngenerated/** linguist-generated=true\npackage-lock.json linguist-generated=true'
  expect(problemOf(origin, 'text', text)).toBeUndefined()
  expect(problemOf(origin, 'text', text.replace('lf', 'crlf'))).toContain('differs from')
  expect(problemOf('<!-- file: nowhere.ts -->', 'ts', text)).toContain('does not exist')
})

it('takes an excerpt by what it says, not by how it is written', () => {
  const origin = '<!-- excerpt: asyncapi/event-bus/order-service.yaml -->'
  expect(problemOf(origin, 'yaml', 'info: { x-source: oms-service }')).toBeUndefined()
  expect(problemOf(origin, 'yaml', 'info: { x-source: other }')).toContain('is not a part of')
  expect(problemOf(origin, 'yaml', 'info: { x-sauce: oms-service }')).toContain('is not a part of')
})

it('runs an example to compare what it prints', () => {
  const origin = '<!-- output: docs/examples/quick-start.ts -->'
  expect(problemOf(origin, 'text', 'Pick and pack ord_1 for shop_1')).toBeUndefined()
  expect(problemOf(origin.replace('.ts', '.ts#part'), 'text', 'Pick and pack ord_1 for shop_1')).toContain(
    'is not what',
  )
  expect(problemOf(origin, 'text', 'Pick and pack ord_2 for shop_1')).toContain('is not what')
})
