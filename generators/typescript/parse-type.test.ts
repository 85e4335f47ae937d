import { expect, it } from 'vitest'
import { parseDeclaration } from './parse-type.ts'
import { StandIns } from './type-outline.ts'

it('tells the list that ends a line from the index signature that follows', () => {
  const standIns = new StandIns()
  standIns.type({ kind: 'text', text: 'Category' })
  standIns.member({ key: 'children', documentation: {} })
  const printed = 'export interface Declaration {\np0?: T0[]\n[k: string]: string | T0[] | undefined\n}'
  const categories = { kind: 'array', element: { kind: 'text', text: 'Category' } }
  expect(parseDeclaration(printed, standIns)).toEqual({
    kind: 'object',
    members: [
      { key: 'children', documentation: {}, isOptional: true, type: categories },
      {
        key: '[name: string]',
        documentation: {},
        isOptional: false,
        type: {
          kind: 'union',
          members: [{ kind: 'text', text: 'string' }, categories, { kind: 'text', text: 'undefined' }],
        },
      },
    ],
  })
})
