import { fragmentPointer } from './anchors.ts'
import type { ContractFile, Json, Node } from './catalog.ts'
import { isObject } from './json.ts'
import { child, nodeId } from './node.ts'
import { pointerTokens } from './pointer.ts'
import {
  referenceTarget,
  type Reference,
  type ReferenceFailure,
  type ReferenceTarget,
} from './reference-target.ts'

/** The `$ref` graph of the files that were read. */
export interface References {
  /** Follows one `$ref` through chains of references to their end. */
  readonly follow: (reference: Reference) => Node | ReferenceFailure
  /** What a reference object refers to; any other node, or one whose reference leads nowhere, itself. */
  readonly target: (node: Node) => Node
}

export function isFailure(result: Node | ReferenceTarget | ReferenceFailure): result is ReferenceFailure {
  return 'code' in result
}

/** The `$ref` of a reference object. */
export function referenceOf(value: Json | undefined): string | undefined {
  if (!isObject(value) || !Object.hasOwn(value, '$ref')) return undefined
  return typeof value['$ref'] === 'string' ? value['$ref'] : undefined
}

export function createReferences(files: ReadonlyMap<string, ContractFile>): References {
  const graph = { files, ids: fileIds(files) }
  const follow: References['follow'] = (reference) => followReference(graph, reference, [])
  return {
    follow,
    target: (node) => {
      const ref = referenceOf(node.value)
      const found = ref === undefined ? node : follow({ file: node.file, ref })
      return isFailure(found) ? node : found
    },
  }
}

interface Graph {
  readonly files: ReadonlyMap<string, ContractFile>
  /** Paths by `$id` of the whole file. */
  readonly ids: ReadonlyMap<string, string>
}

function fileIds(files: ReadonlyMap<string, ContractFile>): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const { path, value } of files.values()) {
    const id = isObject(value) && Object.hasOwn(value, '$id') ? value['$id'] : undefined
    if (typeof id === 'string') ids.set(id.replace(/#$/, ''), path)
  }
  return ids
}

/** `trail` holds the targets on the way here: meeting one again means that the reference resolves to itself. */
function followReference(
  graph: Graph,
  reference: Reference,
  trail: readonly string[],
): Node | ReferenceFailure {
  const target = referenceTarget(reference)
  if (isFailure(target)) return target
  const path = target.kind === 'file' ? target.path : graph.ids.get(target.uri)
  if (path === undefined) return remote(reference)
  const step = nodeId({ file: path, pointer: target.fragment })
  if (trail.includes(step)) return circular(reference, [...trail, step])
  const file = graph.files.get(path)
  if (file === undefined) return dangling(reference, `the file ${path} does not exist`)
  const found = walk(graph, file, target.fragment, reference, [...trail, step])
  if (isFailure(found)) return found
  const ref = referenceOf(found.value)
  return ref === undefined ? found : followReference(graph, { file: found.file, ref }, [...trail, step])
}

function walk(
  graph: Graph,
  file: ContractFile,
  fragment: string,
  reference: Reference,
  trail: readonly string[],
): Node | ReferenceFailure {
  const pointer = fragmentPointer(file, fragment)
  const tokens = pointer === undefined ? undefined : pointerTokens(pointer)
  if (tokens === undefined)
    return dangling(reference, `${file.path} has no anchor ${JSON.stringify(fragment)}`)
  let node: Node = { file: file.path, pointer: '', value: file.value }
  for (const token of tokens) {
    // A pointer may lead through a reference: `#/channels/orders/messages/created` where the channel itself is a `$ref`.
    const through = child(node, token) === undefined ? referenceOf(node.value) : undefined
    const base =
      through === undefined ? node : followReference(graph, { file: node.file, ref: through }, trail)
    if (isFailure(base)) return base
    const next = child(base, token)
    if (next === undefined) return dangling(reference, `${nodeId(base)} has no ${JSON.stringify(token)}`)
    node = next
  }
  return node
}

function dangling(reference: Reference, why: string): ReferenceFailure {
  return {
    code: 'dangling-reference',
    reference,
    message: `The reference ${JSON.stringify(reference.ref)} leads nowhere: ${why}.`,
    fix: 'Correct the path or the pointer, or add what it names.',
  }
}

function circular(reference: Reference, trail: readonly string[]): ReferenceFailure {
  return {
    code: 'circular-reference',
    reference,
    message: `The reference ${JSON.stringify(reference.ref)} resolves to itself: ${trail.join(' -> ')}.`,
    fix: 'Let one reference of the chain name a definition. A schema may contain itself, but not be itself.',
  }
}

function remote(reference: Reference): ReferenceFailure {
  return {
    code: 'remote-reference',
    reference,
    message: `The reference ${JSON.stringify(reference.ref)} goes outside the repository, and Concordat never reads from the network.`,
    fix: 'Copy the file into the repository and refer to it by a relative path.',
  }
}
