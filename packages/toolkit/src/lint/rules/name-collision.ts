import type { Catalog, Node } from '../../model/catalog.ts'
import { quote } from '../quote.ts'
import type { Rule, Violation } from '../rule.ts'

export const nameCollision: Rule = {
  id: 'name-collision',
  severity: 'error',
  summary:
    'Two names of one scope (messages, services or operations of a system, subjects) differ only in case or punctuation.',
  why: 'Names and files generated for them are the same, at the latest on a disk that ignores case.',
  *check({ catalog }) {
    for (const { what, names } of scopes(catalog)) yield* collisions(what, names)
  },
}

interface Named {
  readonly name: string
  readonly at: Pick<Node, 'file' | 'pointer'>
}

interface Scope {
  readonly what: string
  readonly names: readonly Named[]
}

function scopes(catalog: Catalog): readonly Scope[] {
  const subjects = catalog.subjects.flatMap(({ name, versions: [version] }) =>
    version === undefined ? [] : [{ name, at: version.schema }],
  )
  const ofSystems = catalog.systems.flatMap((system): Scope[] => [
    { what: 'messages', names: system.messages.map(named) },
    { what: 'services', names: system.services.map(({ name, document }) => ({ name, at: document.node })) },
    ...system.services.map(({ operations }) => ({ what: 'operations', names: operations.map(named) })),
  ])
  return [{ what: 'subjects', names: subjects }, ...ofSystems]
}

function named({ name, node }: { readonly name: string; readonly node: Node }): Named {
  return { name, at: node }
}

function* collisions(what: string, list: readonly Named[]): Iterable<Violation> {
  const first = new Map<string, string>()
  for (const { name, at } of list) {
    const key = name.toLowerCase().replaceAll(/[^\p{L}\p{N}/]+/gu, '')
    const other = first.get(key)
    if (other === undefined) first.set(key, name)
    else if (other !== name)
      yield {
        at,
        message: `The ${what} ${quote(other)} and ${quote(name)} differ only in case or punctuation`,
        fix: 'Rename one of them.',
      }
  }
}
