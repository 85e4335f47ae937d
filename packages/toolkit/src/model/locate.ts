import type { Document } from 'yaml'
import type { ContractFile, Place } from './catalog.ts'
import { MAX_DEPTH } from './measure.ts'
import { isJsonPath } from './parse-file.ts'
import { pointerTokens } from './pointer.ts'
import { scanJson, type JsonPlace } from './scan-json.ts'
import { lineStarts, positionAt } from './text-position.ts'
import { keyName, parseYamlDocument, yamlLibrary } from './yaml-library.ts'

export type Locate = (node: { readonly file: string; readonly pointer: string }) => Place

/**
 * Finds the line and column of a node: of its key where it is a member, else of the value. What is not there has the
 * position of the nearest thing around it. A file is read again on the first question about it.
 */
export function createLocate(files: ReadonlyMap<string, ContractFile>): Locate {
  const finders = new Map<string, (pointer: string) => { line: number; column: number }>()
  return ({ file, pointer }) => {
    let find = finders.get(file)
    if (find === undefined) {
      find = createFinder(files.get(file))
      finders.set(file, find)
    }
    return { file, ...find(pointer), pointer }
  }
}

function createFinder(file: ContractFile | undefined): (pointer: string) => { line: number; column: number } {
  if (file === undefined) return () => ({ line: 1, column: 1 })
  const starts = lineStarts(file.text)
  const offsetOf = isJsonPath(file.path) ? jsonOffsets(file.text) : yamlOffsets(file.text)
  return (pointer) => positionAt(starts, offsetOf(pointer))
}

function jsonOffsets(text: string): (pointer: string) => number {
  const root = scanJson(text, MAX_DEPTH)
  if ('fault' in root) return () => root.fault.offset
  return (pointer) => {
    let place: JsonPlace = root
    for (const token of pointerTokens(pointer) ?? []) {
      const inner = place.inner?.get(token)
      if (inner === undefined) break
      place = inner
    }
    return place.offset
  }
}

function yamlOffsets(text: string): (pointer: string) => number {
  const document = parseYamlDocument(yamlLibrary(), text)
  return (pointer) => yamlOffset(document, pointerTokens(pointer) ?? [])
}

function yamlOffset(document: Document.Parsed, tokens: readonly string[]): number {
  const { isAlias, isMap, isSeq, isNode } = yamlLibrary()
  let node: unknown = document.contents
  let offset = document.contents?.range[0] ?? 0
  for (const token of tokens) {
    if (isAlias(node)) node = node.resolve(document)
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => keyName(yamlLibrary(), key) === token)
      if (pair === undefined) return offset
      offset = (isNode(pair.key) ? pair.key.range?.[0] : undefined) ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(token)]
      if (!isNode(node)) return offset
      offset = node.range?.[0] ?? offset
    } else return offset
  }
  return offset
}
