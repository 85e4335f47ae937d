import type { Json } from './catalog.ts'
import { measure, MAX_DEPTH } from './measure.ts'
import { scanJson } from './scan-json.ts'
import { syntaxFault, type Parsed } from './text-fault.ts'

/** Reads JSON (RFC 8259); unlike `JSON.parse` it refuses a key that is written twice in one object. */
export function parseJson(text: string): Parsed {
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch (error) {
    return findFault(text) ?? { faults: [syntaxFault(0, `is not valid JSON: ${String(error)}`)] }
  }
  const size = measure(value, Infinity)
  // A key written twice is one member of the value but two in the text, so equal counts prove that there is none.
  // A string that ends in a colon inside quotes may make them differ; the scan then decides.
  const isSuspicious = size.isTooDeep || countKeys(text) !== size.members
  return (isSuspicious ? findFault(text) : undefined) ?? { value }
}

function countKeys(text: string): number {
  let count = 0
  const key = /"[ \t\n\r]*:/g
  while (key.test(text)) count++
  return count
}

function findFault(text: string): Parsed | undefined {
  const scanned = scanJson(text, MAX_DEPTH)
  return 'fault' in scanned ? { faults: [scanned.fault] } : undefined
}
