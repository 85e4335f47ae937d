import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { orderCreated } from '../testing/sample-subject.ts'
import { versionRefersToUnreleased } from './version-refers-to-unreleased.ts'

function refer($ref: string, version = '1.0.0'): Promise<readonly string[]> {
  return checkRule(versionRefersToUnreleased, {
    ...orderCreated({
      [version]: { properties: { total: { $ref } }, definitions: { total: { type: 'number' } } },
    }),
    'schemas/common/money/1.0.0.json': { type: 'object' },
    'schemas/common/money/2.0.0-rc.1.json': { type: 'object' },
    'schemas/shared.json': { type: 'number' },
  })
}

test.each(['../../shared.json', '../../common/money/2.0.0-rc.1.json'])(
  'reports a reference to %s',
  async ($ref) => {
    expect(await refer($ref)).toEqual([
      'schemas/orders/order.created/1.0.0.json#/properties/total/$ref warning: The released version refers to ' +
        `"schemas/${$ref.slice('../../'.length)}", which is not released`,
    ])
  },
)

test.each([
  ['a reference to a released version', '../../common/money/1.0.0.json', '1.0.0'],
  ['a reference inside the file', '#/definitions/total', '1.0.0'],
  ['any reference of a pre-release', '../../shared.json', '2.0.0-beta.1'],
])('allows %s', async (_, $ref, version) => {
  expect(await refer($ref, version)).toEqual([])
})
