import { beforeAll, expect, it } from 'vitest'
import { printSite } from '../testing/print-site.ts'

const schema = (id: object): object => ({ type: 'object', required: ['id'], properties: { id } })

/** An application `Search` of a system, which receives an event of its own. */
function document(version: string): object {
  return {
    asyncapi: '3.0.0',
    info: { title: 'Search', version: '1.0.0' },
    channels: {
      created: {
        address: 'created',
        messages: { Created: { payload: { $ref: `../../schemas/orders/created/${version}.json` } } },
      },
    },
    operations: { receive: { action: 'receive', channel: { $ref: '#/channels/created' } } },
  }
}

let site: ReadonlyMap<string, string>

beforeAll(async () => {
  site = await printSite({
    'asyncapi/bus/search.json': document('1.0.0'),
    'asyncapi/shop/search.json': document('2.0.0'),
    'schemas/orders/created/1.0.0.json': schema({ $ref: '../../common/id/1.0.0.json' }),
    'schemas/orders/created/2.0.0.json': schema({ $ref: '../../common/id/2.0.0.json' }),
    'schemas/common/id/1.0.0.json': { type: 'string' },
    'schemas/common/id/2.0.0.json': { type: 'integer' },
  })
})

it('tells things of one name in several systems apart, but on the pages of their own', () => {
  expect(site.get('schemas/orders/created/index.html')).toContain('>Created (bus)</a>')
  expect(site.get('fields.html')).toContain('>Search (shop)</a>')
  expect(site.get('systems/bus/events/created.html')).toContain('>Search</a>')
})

it('names those who are hit by a type through the events that it is part of', () => {
  const page = site.get('schemas/common/id/index.html')
  expect(page).toContain(
    'Hit: consumers <a href="../../../systems/bus/applications/search.html">bus/search</a>',
  )
})
