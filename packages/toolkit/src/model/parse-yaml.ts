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
  return [...document.errors, ...document.warnings].map(({ code, message, pos: [offset] }) =>
    code === 'MULTIPLE_DOCS'
      ? syntaxFault(offset, 'holds several YAML documents', 'Keep one document in a file.')
      : syntaxFault(offset, `is not valid YAML: ${message.replace(/\.$/, '')}`),
  )
}

/** What YAML's grammar allows and a contract may not hold. */
function nodeFaults(library: YamlLibrary, document: Document.Parsed): TextFault[] {
  const faults: TextFault[] = []
  const anchors = new Set<string>()
  library.visit(document, {
    Node: (_, node) => {
      const offset = node.range?.[0] ?? 0
      if (library.isAlias(node)) {
        if (!anchors.has(node.source)) faults.push(unknownAlias(offset, node.source))
        return
      }
      if (node.anchor !== undefined) anchors.add(node.anchor)
      if (library.isMap(node)) faults.push(...keyFaults(library, node))
      if (library.isScalar(node) && typeof node.value === 'number' && !Number.isFinite(node.value)) {
        faults.push(syntaxFault(offset, `holds the number ${node.source}, which JSON cannot express`))
      }
    },
  })
  return faults.toSorted((a, b) => a.offset - b.offset)
}

function unknownAlias(offset: number, name: string): TextFault {
  const fix = `Put &${name} before the value that is meant, ahead of the alias.`
  return syntaxFault(offset, `has the alias *${name} without an anchor before it`, fix)
}

function keyFaults(library: YamlLibrary, map: YAMLMap): TextFault[] {
  const faults: TextFault[] = []
  const keys = new Set<string>()
  for (const { key } of map.items) {
    const offset = (library.isNode(key) ? key.range?.[0] : undefined) ?? 0
    const name = keyName(library, key)
    if (name === undefined) {
      faults.push(syntaxFault(offset, 'has a key that is not a plain name', 'Write the key as a string.'))
    } else if (keys.has(name)) faults.push(duplicateKeyFault(offset, name))
    else keys.add(name)
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
