import { type BothWays, decideInclusion } from '../compatibility/decide-inclusion.ts'
import type { Verdict } from '../compatibility/verdict.ts'
import type { Catalog, Json, Node } from '../model/catalog.ts'
import { ContractError } from '../model/contract-error.ts'
import { loadCatalog } from '../model/load-catalog.ts'
import { memorySource } from '../model/sources/memory-source.ts'
import { SchemaSides } from './schemas/schema-sides.ts'

/**
 * Decides whether a consumer of each of two schemas reads all that a publisher of the other sends: the publisher sends
 * only what its schema declares, the consumer ignores what it does not know, and formats are assertions.
 */
export async function decideContract(old: Json, proposed: Json): Promise<BothWays> {
  try {
    const catalog = await catalogOf(old, proposed)
    const sides = new SchemaSides(catalog)
    const [before, now] = [schemaOf(catalog, 'old'), schemaOf(catalog, 'new')]
    const isRead = (writer: Node, reader: Node): Verdict =>
      decideInclusion(sides.writer(writer).document, sides.reader(reader).document, {
        defaultDraft: 2019,
        format: 'assertion',
      })
    return { backward: isRead(before, now), forward: isRead(now, before) }
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
    const undecided: Verdict = { kind: 'undecided', keyword: '', at: '', reason: error.message }
    return { backward: undecided, forward: undecided }
  }
}

function catalogOf(old: Json, proposed: Json): Promise<Catalog> {
  const files = { 'schemas/t/old/1.0.0.json': old, 'schemas/t/new/1.0.0.json': proposed }
  const texts = Object.entries(files).map(([path, schema]) => [path, JSON.stringify(schema)])
  return loadCatalog(memorySource(Object.fromEntries(texts)))
}

function schemaOf(catalog: Catalog, name: string): Node {
  const subject = catalog.subjects.find((candidate) => candidate.name === `t/${name}`)
  const [version] = subject?.versions ?? []
  if (version === undefined) throw new Error(`the schema ${name} was loaded as no subject`)
  return version.schema
}
