import type { ContractFile } from './catalog.ts'
import { toPointer } from './pointer.ts'
import { visitContract } from './visit-contract.ts'

const anchorsByFile = new WeakMap<ContractFile, ReadonlyMap<string, string>>()

/** The JSON Pointer of a decoded fragment: the pointer itself, or the place of an anchor with that name. */
export function fragmentPointer(file: ContractFile, fragment: string): string | undefined {
  return fragment === '' || fragment.startsWith('/') ? fragment : anchorsOf(file).get(fragment)
}

/** Anchors of a file: `$anchor` and `$dynamicAnchor` of JSON Schema 2019-09 and later, `$id: "#name"` of draft-07. */
function anchorsOf(file: ContractFile): ReadonlyMap<string, string> {
  const known = anchorsByFile.get(file)
  if (known !== undefined) return known
  const anchors = new Map<string, string>()
  visitContract(file.value, (object, tokens) => {
    for (const key of ['$anchor', '$dynamicAnchor', '$id']) {
      const name = Object.hasOwn(object, key) ? object[key] : undefined
      if (typeof name !== 'string' || (key === '$id' && !name.startsWith('#'))) continue
      anchors.set(key === '$id' ? name.slice(1) : name, toPointer(tokens))
    }
  })
  anchorsByFile.set(file, anchors)
  return anchors
}
