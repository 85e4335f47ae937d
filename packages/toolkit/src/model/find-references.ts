import type { FileReference, Json } from './catalog.ts'
import { joinPointer, toPointer } from './pointer.ts'
import { referenceTarget } from './reference-target.ts'
import { isFailure } from './references.ts'
import { visitContract } from './visit-contract.ts'

/** `$ref` of AsyncAPI and JSON Schema, and the two forms for extensible schemas of JSON Schema 2019-09 and 2020-12. */
const KEYWORDS: readonly string[] = ['$ref', '$recursiveRef', '$dynamicRef']

/** All references of a file, in the order of the file. */
export function findReferences(file: string, value: Json): readonly FileReference[] {
  const found: FileReference[] = []
  visitContract(value, (object, tokens) => {
    for (const keyword of KEYWORDS) {
      const ref = Object.hasOwn(object, keyword) ? object[keyword] : undefined
      if (typeof ref !== 'string') continue
      const target = referenceTarget({ file, ref })
      const path = isFailure(target) || target.kind === 'uri' ? undefined : target.path
      const fragment = isFailure(target) ? '' : target.fragment
      found.push({ file, pointer: joinPointer(toPointer(tokens), keyword), ref, path, fragment })
    }
  })
  return found
}
