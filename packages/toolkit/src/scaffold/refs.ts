import { posix } from 'node:path'
import { joinPointer } from '../model/pointer.ts'

/** A `$ref` that leads from one file of the repository to a value in another, or in itself. */
export function refTo(from: string, to: { readonly file: string; readonly pointer: string }): string {
  const fragment = to.pointer === '' ? '' : `#${encodeURI(to.pointer)}`
  if (from === to.file) return fragment === '' ? '#' : fragment
  const path = posix.relative(posix.dirname(from), to.file)
  return `${path.startsWith('../') ? '' : './'}${encodeURI(path)}${fragment}`
}

/** JSON Pointer of the value under the keys. */
export function pointerTo(...keys: readonly string[]): string {
  return keys.reduce(joinPointer, '')
}
