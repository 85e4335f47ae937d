import { expect, it } from 'vitest'
import type { Catalog } from '../model/catalog.ts'
import { loadCatalog } from '../model/load-catalog.ts'
import { memorySource } from '../model/sources/memory-source.ts'
import { baseOfCatalog } from './base-of-catalog.ts'
import { lint } from './lint.ts'
import { toTexts } from './testing/check-rule.ts'
import { orderCreated } from './testing/sample-subject.ts'

function load(versions: Readonly<Record<string, object>>): Promise<Catalog> {
  return loadCatalog(memorySource(toTexts(orderCreated(versions)), 'archive'))
}

it('tells what a released version was in a folder or an archive', async () => {
  const base = baseOfCatalog(await load({ '1.0.0': {}, '1.1.0': {}, '1.2.0': {} }))
  const head = await load({ '1.1.0': { description: 'Words.' }, '1.2.0': { required: ['total'] } })
  const findings = await lint(head, { base })
  expect(
    findings.map(({ rule, place, message }) => `${rule} ${place.file}#${place.pointer} ${message}`),
  ).toEqual([
    'released-version-removed schemas/orders/order.created/1.0.0.json# schemas/orders/order.created/1.0.0.json is ' +
      'released in "archive" and is gone',
    'released-version-changed schemas/orders/order.created/1.2.0.json#/required ' +
      'schemas/orders/order.created/1.2.0.json is released in "archive" and now differs at "/required"',
  ])
})
