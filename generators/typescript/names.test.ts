import { expect, it } from 'vitest'
import { methodName } from './names.ts'

it.each([
  ['order.created', 'orderCreated'],
  ['delete', 'delete'],
  ['new', 'new$'],
  ['then', 'then$'],
  ['constructor', 'constructor$'],
  ['to-string', 'toString$'],
])('calls the method of %s %s', (name, method) => {
  expect(methodName(name)).toBe(method)
})
