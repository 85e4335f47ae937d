import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { versionFileName } from './version-file-name.ts'

function beside(name: string): Promise<readonly string[]> {
  return checkRule(versionFileName, {
    'schemas/orders/order.created/1.0.0.json': { type: 'object' },
    [`schemas/orders/order.created/${name}`]: { type: 'object' },
  })
}

test.each(['1.1.json', 'v1.1.0.json', '01.0.0.json'])('reports %s', async (name) => {
  expect(await beside(name)).toEqual([
    `schemas/orders/order.created/${name}# error: The file is named "${name}", which is not a semantic version`,
  ])
})

test.each(['1.1.0.json', '2.0.0-rc.1.json', 'README.md'])('allows %s', async (name) => {
  expect(await beside(name)).toEqual([])
})

test('allows schemas of any name where nothing is versioned', async () => {
  const files = {
    'api/asyncapi.yaml': {
      asyncapi: '3.0.0',
      info: { title: 'a', version: '1.0.0' },
      components: { schemas: { A: { $ref: './schemas/orders/created/order.json' } } },
    },
    'api/schemas/orders/created/order.json': { type: 'object' },
  }
  expect(await checkRule(versionFileName, files)).toEqual([])
})
