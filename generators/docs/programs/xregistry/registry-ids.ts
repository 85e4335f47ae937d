import { hash } from 'node:crypto'
import { UniqueNames } from '../../site/unique-names.ts'

/**
 * Ids of siblings in an xRegistry document by their names: characters that a URL takes as they are, of one another's case
 * not alone different, at most 128 (xRegistry core 1.0, `<SINGULAR>id`).
 */
export function registryIds(names: readonly string[]): ReadonlyMap<string, string> {
  const unique = new UniqueNames()
  return new Map([...new Set(names)].map((name) => [name, unique.claim(registryId(name))]))
}

/** A tilde is allowed, and left out all the same: a JSON Pointer would have to escape it. */
function registryId(name: string): string {
  const id = name.replaceAll(/[^A-Za-z0-9._:@-]+/g, '-').replace(/^(?![A-Za-z0-9_])/, '_')
  return id.length <= LONGEST ? id : `${id.slice(0, LONGEST)}-${hash('sha256', name).slice(0, 8)}`
}

/** Leaves room for what tells two names apart. */
const LONGEST = 100
