import type { ContractFile } from './catalog.ts'
import { joinPointer, toPointer } from './pointer.ts'
import type { Reference } from './reference-target.ts'
import { visitContract } from './visit-contract.ts'

/** A reference and the JSON Pointer of its keyword in the file. */
export interface FoundReference {
  readonly reference: Reference
  readonly pointer: string
}

/** `$ref` of AsyncAPI and JSON Schema, and the two forms for extensible schemas of JSON Schema 2019-09 and 2020-12. */
const KEYWORDS: readonly string[] = ['$ref', '$recursiveRef', '$dynamicRef']

/** All references of a file, in the order of the file. */
export function findReferences(file: ContractFile): readonly FoundReference[] {
  const found: FoundReference[] = []
  visitContract(file.value, (object, tokens) => {
    for (const keyword of KEYWORDS) {
      const ref = Object.hasOwn(object, keyword) ? object[keyword] : undefined
      if (typeof ref !== 'string') continue
      found.push({ reference: { file: file.path, ref }, pointer: joinPointer(toPointer(tokens), keyword) })
    }
  })
  return found
}
