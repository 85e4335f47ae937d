import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeRules } from '../describe-rules.ts'
import { rules } from './index.ts'

const files = readdirSync(import.meta.dirname)

test('lists every rule file, in the order of the ids', () => {
  const ids = files
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'index.ts')
    .map((name) => name.slice(0, -'.ts'.length))
  expect(rules.map(({ id }) => id)).toEqual(ids.toSorted())
})

test.each(rules)('$id has cases', ({ id }) => {
  expect(files).toContain(`${id}.test.ts`)
})

test.each(await describeRules())('$id is described in sentences', ({ id, summary, why }) => {
  expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  expect([summary, why]).toEqual([
    expect.stringMatching(/^[A-Z].*\.$/s),
    expect.stringMatching(/^[A-Z].*\.$/s),
  ])
})
