/** Whether two JSON values are equal as JSON Schema means it (`const`, `enum`, `uniqueItems`): the order of members makes no difference. */
export function deepEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  if (Array.isArray(left) || Array.isArray(right)) {
    return Array.isArray(left) && Array.isArray(right) && equalItems(left, right)
  }
  return equalMembers(left, right)
}

function equalItems(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((item, index) => deepEqual(item, right[index]))
}

function equalMembers(left: object, right: object): boolean {
  const names = Object.keys(left)
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && deepEqual(member(left, name), member(right, name)))
  )
}

function member(value: object, name: string): unknown {
  return (value as Readonly<Record<string, unknown>>)[name]
}
