import { expect, it } from 'vitest'

import { regionOf } from './region-of.ts'

const source = `// #region outer
start()
function f() {
  // #region inner
  if (x) {
    y()
  }
  // #endregion inner
}
// #endregion outer
`

it('leaves out the lines that mark regions', () => {
  const text = 'start()\nfunction f() {\n  if (x) {\n    y()\n  }\n}'
  expect(regionOf(source, undefined)).toBe(text)
  expect(regionOf(source, 'outer')).toBe(text)
})

it('takes the shared indentation away', () => {
  expect(regionOf(source, 'inner')).toBe('if (x) {\n  y()\n}')
})

it('finds no region of another name', () => {
  expect(regionOf(source, 'inne')).toBeUndefined()
})
