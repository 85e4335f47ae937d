import type { Document, YAMLMap } from 'yaml'

import type { Json } from './catalog.ts'
import { measure, MAX_DEPTH } from './measure.ts'
import { MAX_FILE_BYTES } from './sources/contract-source.ts'
import { duplicateKeyFault, syntaxFault, tooDeepFault, type Parsed, type TextFault } from './text-fault.ts'
import { keyName, loadYamlLibrary, parseYamlDocument, type YamlLibrary } from './yaml-library.ts'

/** Aliases of aliases may multiply a value so many times; more is a "billion laughs" attack. */
const MAX_ALIAS_COUNT = 1000

/** Values and characters of one file, its aliases written out: a few times what the largest file holds without any. */
const MAX_WEIGHT = 3 * MAX_FILE_BYTES

/** Reads one YAML 1.2 document as JSON values; what JSON cannot express is a fault. */
export async function parseYaml(text: string): Promise<Parsed> {
  const library = await loadYamlLibrary()
  const document = parseYamlDocument(library, text)
  const faults = [...documentFaults(document), ...nodeFaults(library, document)]
  return faults.length > 0 ? { faults } : toJson(document)
}

function documentFaults(document: Document.Parsed): TextFault[] {
  const exhausted = document.errors.find((error) => error.code === 'RESOURCE_EXHAUSTION')
  if (exhausted !== undefined) return [tooDeepFault(exhausted.pos[0], MAX_DEPTH)]
  return [...document.errors, ...document.warnings].map((error) =>
    syntaxFault(error.pos[0], `is not valid YAML: ${error.message.replace(/\.$/, '')}`),
  )
}

function nodeFaults(library: YamlLibrary, document: Document.Parsed): TextFault[] {
  const faults: TextFault[] = []
  library.visit(document, {
    Map: (_, map) => {
      faults.push(...keyFaults(library, map))
    },
    Scalar: (_, scalar) => {
      if (typeof scalar.value !== 'number' || Number.isFinite(scalar.value)) return
      faults.push(
        syntaxFault(scalar.range?.[0] ?? 0, `holds the number ${scalar.source}, which JSON cannot express`),
      )
    },
  })
  return faults
}

function keyFaults(library: YamlLibrary, map: YAMLMap): TextFault[] {
  const faults: TextFault[] = []
  const keys = new Set<string>()
  for (const { key } of map.items) {
    const offset = (library.isNode(key) ? key.range?.[0] : undefined) ?? 0
    const name = keyName(library, key)
    if (name === undefined) {
      faults.push(syntaxFault(offset, 'has a key that is not a plain name', 'Write the key as a string.'))
      continue
    }
    if (keys.has(name)) faults.push(duplicateKeyFault(offset, name))
    keys.add(name)
  }
  return faults
}

function toJson(document: Document.Parsed): Parsed {
  try {
    const value = document.toJS({ maxAliasCount: MAX_ALIAS_COUNT }) as Json
    const size = measure(value, MAX_WEIGHT)
    if (size.isTooDeep) return { faults: [tooDeepFault(0, MAX_DEPTH)] }
    return size.weight > MAX_WEIGHT ? { faults: [aliasBomb] } : { value }
  } catch (error) {
    return { faults: [conversionFault(error)] }
  }
}

const aliasBomb: TextFault = {
  offset: 0,
  code: 'alias-bomb',
  message: 'repeats its values by aliases of aliases until they fill the memory',
  fix: 'Write the values out, or refer to them by $ref.',
}

function conversionFault(error: unknown): TextFault {
  const message = error instanceof Error ? error.message : String(error)
  if (message.startsWith('Excessive alias count')) return aliasBomb
  if (error instanceof RangeError) return tooDeepFault(0, MAX_DEPTH)
  return syntaxFault(0, `is not valid YAML: ${message}`)
}
