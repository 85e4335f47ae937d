import type { Catalog, Message, Node } from '@concordat/toolkit/model'
import { pointerTokens } from '@concordat/toolkit/model'
import { fileName, pascalCase } from './names.ts'

/** The generated module in which a schema's types and validators stand. */
interface SchemaHome {
  /** Path without its ending, relative to the output folder. */
  readonly path: string
  /** What the module is generated from, for its first line. */
  readonly origin: string
}

/** Decides which module a schema belongs to. A module is small, so that a change of one schema changes few of them. */
export interface SchemaHomes {
  readonly homeOf: (node: Pick<Node, 'file' | 'pointer'>) => SchemaHome
  /** Names for the type of a schema, the best first; all are identifiers. */
  readonly namesOf: (node: Node) => readonly string[]
  /** Which part of its module's schema a node is, in words; empty for the schema itself. */
  readonly partOf: (node: Pick<Node, 'file' | 'pointer'>) => string
}

/**
 * - a schema in a message of a document: `<system>/messages/<message>`
 * - a schema under `#/components/schemas`: `<system>/schemas/<document>/<schema>`
 * - a schema in a file of its own: the file's path
 */
export function createSchemaHomes(catalog: Catalog): SchemaHomes {
  const messages = messageHomes(catalog)
  const systems = new Map(
    catalog.systems.flatMap((system) => system.documents.map(({ path }) => [path, system.name])),
  )

  const fileOwners = new Map<string, Owner>()

  function fileOwner(file: string): Owner {
    const owner = fileOwners.get(file) ?? { path: filePath(file), pointer: '', name: subjectName(file) }
    fileOwners.set(file, owner)
    return owner
  }

  function ownerOf(node: Pick<Node, 'file' | 'pointer'>): Owner {
    const home = messageOf(messages, node)
    if (home !== undefined) {
      const { message, path } = home
      return { path, pointer: message.node.pointer, name: message.name, message }
    }
    const [, schema] = /^\/components\/schemas\/([^/]+)/.exec(node.pointer) ?? []
    if (schema === undefined) return fileOwner(node.file)
    const name = pointerTokens(`/${schema}`)?.[0] ?? schema
    const system = systems.get(node.file)
    const folder =
      system === undefined ? fileOwner(node.file).path : `${system}/schemas/${fileName(baseName(node.file))}`
    return { path: `${folder}/${fileName(name)}`, pointer: `/components/schemas/${schema}`, name }
  }

  return {
    homeOf: (node) => {
      const { path, pointer } = ownerOf(node)
      return { path, origin: pointer === '' ? node.file : `${node.file}#${pointer}` }
    },
    namesOf: (node) => candidateNames(node, ownerOf(node)),
    partOf: (node) => {
      const owner = ownerOf(node)
      if (node.pointer === owner.pointer) return ''
      const [side] =
        owner.message === undefined ? [] : (pointerTokens(node.pointer.slice(owner.pointer.length)) ?? [])
      return [side === 'payload' ? [side] : [], nameTokens(node.pointer.slice(owner.pointer.length), owner)]
        .flat()
        .join(' ')
    },
  }
}

interface Owner {
  readonly path: string
  readonly pointer: string
  readonly name: string
  readonly message?: Message
}

interface MessageHome {
  readonly message: Message
  readonly path: string
}

/** By file and pointer. */
type MessageHomes = ReadonlyMap<string, ReadonlyMap<string, MessageHome>>

/** Where messages are at home. Those of one system that share a name are told apart by their place. */
function messageHomes(catalog: Catalog): MessageHomes {
  const homes = new Map<string, Map<string, MessageHome>>()
  for (const { name: system, messages } of catalog.systems) {
    const byName = Map.groupBy(messages, ({ name }) => name.toLowerCase())
    for (const message of messages) {
      const isAlone = byName.get(message.name.toLowerCase())?.length === 1
      const folder = isAlone ? `${system}/messages` : `${system}/messages/${fileName(message.id)}`
      const { file, pointer } = message.node
      const ofFile = homes.get(file) ?? new Map<string, MessageHome>()
      homes.set(file, ofFile.set(pointer, { message, path: `${folder}/${fileName(message.name)}` }))
    }
  }
  return homes
}

/** The message in which a node stands. */
function messageOf(
  messages: MessageHomes,
  { file, pointer }: Pick<Node, 'file' | 'pointer'>,
): MessageHome | undefined {
  const ofFile = messages.get(file)
  if (ofFile === undefined) return undefined
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
    const home = ofFile.get(pointer.slice(0, end))
    if (home !== undefined) return home
  }
  return undefined
}

function filePath(file: string): string {
  const path = file.endsWith('.json') ? file.slice(0, -'.json'.length) : file
  const safe = path.split('/').map((part) => fileName(part))
  return safe[0] === 'schemas' ? safe.join('/') : ['files', ...safe].join('/')
}

function baseName(file: string): string {
  return (file.split('/').at(-1) ?? file).replace(/\.(?:json|ya?ml)$/, '')
}

/** `schemas/orders/order.created/1.0.0.json` is a version of `order.created`; any other file is named for itself. */
function subjectName(file: string): string {
  const base = baseName(file)
  return /^\d/.test(base) ? (file.split('/').at(-2) ?? base) : base
}

function candidateNames(node: Node, owner: Owner): readonly string[] {
  const title = titleOf(node)
  const tokens = nameTokens(node.pointer.slice(owner.pointer.length), owner)
  const own = pascalCase(owner.name)
  const isData = owner.message?.data?.pointer === node.pointer
  if (isData || tokens.length === 0) return identifiers(isData ? [own, title] : [title, own], own)
  return identifiers(
    [title, tokens.at(-1) ?? '', tokens.slice(-2).join(''), own + tokens.join('')],
    own + tokens.join(''),
  )
}

function titleOf({ value }: Node): string {
  const title =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)['title']
      : ''
  return typeof title === 'string' && title.length <= 80 ? pascalCase(title) : ''
}

/** Names used by generated code itself, and the global ones that a type would shadow for its readers. */
const TAKEN: ReadonlySet<string> = new Set(
  'Formatted Pick Required Readonly Record Array Object String Number Boolean Date Promise Symbol Map Set Function'.split(
    ' ',
  ),
)

function identifiers(names: readonly string[], fallback: string): readonly string[] {
  const found = names.filter((name) => name !== '').map((name) => (TAKEN.has(name) ? `${name}Schema` : name))
  return found.length === 0 ? [fallback === '' ? 'Schema' : fallback] : [...new Set(found)]
}

const STRUCTURE: ReadonlySet<string> = new Set(
  [
    'payload schema properties patternProperties definitions $defs dependentSchemas dependencies allOf anyOf oneOf'.split(
      ' ',
    ),
  ].flat(),
)

/** The parts of a pointer that say what a schema is about, in Pascal case. */
function nameTokens(pointer: string, owner: Owner): readonly string[] {
  const tokens = pointerTokens(pointer) ?? []
  const isPayload = owner.message !== undefined && tokens[0] === 'payload'
  return (isPayload ? tokens.slice(1) : tokens).flatMap((token) => {
    if (STRUCTURE.has(token)) return []
    if (token === 'items' || token === 'additionalItems' || token === 'prefixItems') return ['Item']
    const index = /^\d+$/.test(token) ? `Option${Number(token) + 1}` : pascalCase(token)
    return index === '' ? [] : [index]
  })
}
