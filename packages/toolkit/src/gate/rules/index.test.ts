import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contractRules } from './index.ts'

const files = readdirSync(import.meta.dirname)

test('lists every rule file, in the order of the ids', () => {
  const ids = files
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'index.ts')
    .map((name) => name.slice(0, -'.ts'.length))
  expect(contractRules.map(({ id }) => id)).toEqual(ids.toSorted())
})

test.each(contractRules)('$id has cases', ({ id }) => {
  expect(files).toContain(`${id}.test.ts`)
})

test.each(contractRules)('$id is described in sentences', ({ id, summary, why, mirror }) => {
  expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  for (const text of [summary, why, ...('none' in mirror ? [mirror.none] : [])])
    expect(text).toMatch(/^[A-Z].*\.$/s)
})

test.each(contractRules)(
  '$id names the rule for the other direction, which names it back',
  ({ id, mirror }) => {
    if ('none' in mirror) return
    const other = contractRules.find((rule) => rule.id === mirror.rule)
    expect(other?.mirror).toEqual({ rule: id })
  },
)
