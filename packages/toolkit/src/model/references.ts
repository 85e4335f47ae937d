import { fragmentPointer } from './anchors.ts'
import type { ContractFile, FileReference, Json, Node } from './catalog.ts'
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

/** A chain of more references than this is refused, so that following one may recurse. */
const MAX_CHAIN = 100

export function isFailure(result: Node | ReferenceTarget | ReferenceFailure): result is ReferenceFailure {
  return 'code' in result
}

/** The `$ref` of a reference object. */
export function referenceOf(value: Json | undefined): string | undefined {
  if (!isObject(value) || !Object.hasOwn(value, '$ref')) return undefined
  return typeof value['$ref'] === 'string' ? value['$ref'] : undefined
}

export function createReferences(files: ReadonlyMap<string, ContractFile>): References {
  const graph: Graph = { files, ids: fileIds(files), results: new Map() }
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
  /** Results by file and `$ref`: each reference is followed once; `undefined`: it is being followed. */
  readonly results: Map<string, Map<string, Node | ReferenceFailure | undefined>>
}

function fileIds(files: ReadonlyMap<string, ContractFile>): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const { path, value } of files.values()) {
    const id = isObject(value) && Object.hasOwn(value, '$id') ? value['$id'] : undefined
    if (typeof id === 'string') ids.set(id.replace(/#$/, ''), path)
  }
  return ids
}

/** `trail` holds the references on the way here. */
function followReference(
  graph: Graph,
  reference: Reference,
  trail: readonly string[],
): Node | ReferenceFailure {
  const { file, ref } = reference
  const results = graph.results.get(file) ?? new Map<string, Node | ReferenceFailure | undefined>()
  const known = results.get(ref)
  if (known !== undefined) return known
  if (results.has(ref)) return circular(reference, [...trail, ref])
  graph.results.set(file, results.set(ref, undefined))
  const isTooLong = trail.length >= MAX_CHAIN
  const found = isTooLong ? tooLong(reference) : findTarget(graph, reference, [...trail, ref])
  results.set(ref, found)
  return found
}

function findTarget(
  graph: Graph,
  reference: Reference | FileReference,
  trail: readonly string[],
): Node | ReferenceFailure {
  const target = namedTarget(reference)
  if (isFailure(target)) return target
  const path = target.kind === 'file' ? target.path : graph.ids.get(target.uri)
  if (path === undefined) return remote(reference)
  const file = graph.files.get(path)
  if (file === undefined) return dangling(reference, `the file ${path} does not exist`)
  const found = walk(graph, file, target.fragment, reference, trail)
  const ref = isFailure(found) ? undefined : referenceOf(found.value)
  return ref === undefined || isFailure(found)
    ? found
    : followReference(graph, { file: found.file, ref }, trail)
}

/** What a reference of a file names was worked out when the file was read. */
function namedTarget(reference: Reference | FileReference): ReferenceTarget | ReferenceFailure {
  return 'path' in reference && reference.path !== undefined
    ? { kind: 'file', path: reference.path, fragment: reference.fragment }
    : referenceTarget(reference)
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
  const cycle = trail.slice(trail.indexOf(reference.ref)).map((ref) => JSON.stringify(ref))
  return {
    code: 'circular-reference',
    reference,
    message: `The reference ${JSON.stringify(reference.ref)} resolves to itself: ${cycle.join(' -> ')}.`,
    fix: 'Let one reference of the chain name a definition. A schema may contain itself, but not be itself.',
  }
}

function tooLong(reference: Reference): ReferenceFailure {
  return {
    code: 'too-deep',
    reference,
    message: `The reference ${JSON.stringify(reference.ref)} ends a chain of more than ${MAX_CHAIN} references.`,
    fix: 'Refer to the definition itself.',
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
