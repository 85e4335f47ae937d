import type { Catalog, Message } from '../model/catalog.ts'
import type { CatalogPairs } from './catalog-pairs.ts'
import type { FileChanges } from './file-changes.ts'

/**
 * The pairs that may differ. Most proposals touch schemas of subjects and nothing else: then channels, operations and
 * servers are what they were, and of the messages only those whose schemas lead to a changed file may not be.
 */
export function changedPairs({ base, head, pairs, changes }: Compared): CatalogPairs {
  if (!onlySubjectsChanged(base, head)) return pairs
  const messages = pairs.messages.filter(({ head }) => head !== undefined && isTouched(head, changes))
  return { systems: [], servers: [], channels: [], services: [], operations: [], messages }
}

interface Compared {
  readonly base: Catalog
  readonly head: Catalog
  readonly pairs: CatalogPairs
  readonly changes: FileChanges
}

function onlySubjectsChanged(base: Catalog, head: Catalog): boolean {
  const subjects = new Set(
    [base, head].flatMap((catalog) =>
      catalog.subjects.flatMap(({ versions }) => versions.map(({ path }) => path)),
    ),
  )
  const paths = new Set([...base.files.keys(), ...head.files.keys()])
  return [...paths].every(
    (path) => subjects.has(path) || base.files.get(path)?.hash === head.files.get(path)?.hash,
  )
}

/** The schema of a key stands in the bindings, and may refer to a file. */
function isTouched({ payload, headers, bindings, node }: Message, changes: FileChanges): boolean {
  const key = Object.hasOwn(bindings, 'kafka') ? node : undefined
  return [payload, headers, key].some((part) => part !== undefined && changes.isChanged(part.file))
}
