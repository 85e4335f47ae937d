import { decideInclusion } from '../../compatibility/decide-inclusion.ts'
import { explainRefusal } from '../../compatibility/explain/explain-refusal.ts'
import type { Refusal } from '../../compatibility/explain/explain-refusal.ts'
import { relaxSchema } from '../../compatibility/explain/relax-schema.ts'
import { openSchema } from '../../compatibility/graph/open-schema.ts'
import type { Json } from '../../model/catalog.ts'
import type { SideSchema } from './schema-sides.ts'

/** One reason why a reader refuses what a writer sends, or why that could not be told. */
export type SchemaBreak =
  | { readonly kind: 'excluded'; readonly witness: Json; readonly refusal: Refusal }
  | { readonly kind: 'undecided'; readonly keyword: string; readonly at: string; readonly reason: string }

export interface BreakOptions {
  readonly format: 'annotation' | 'assertion'
}

/** A change that breaks in more ways than this is told by the first of them. */
const MOST_BREAKS = 20

/**
 * Every way in which a reader refuses what a writer lets through, each with a witness of its own: the assertion that
 * refuses a witness is taken out of the reader's schema, and the question is asked again.
 */
export function findBreaks(
  writer: SideSchema,
  reader: SideSchema,
  { format }: BreakOptions,
): readonly SchemaBreak[] {
  const options = { defaultDraft: 2019, format } as const
  const breaks: SchemaBreak[] = []
  let document: Json | undefined = reader.document
  while (document !== undefined && breaks.length < MOST_BREAKS) {
    const verdict = decideInclusion(writer.document, document, options)
    if (verdict.kind === 'included') break
    if (verdict.kind === 'undecided') {
      breaks.push(verdict)
      break
    }
    const { witness } = verdict
    const refusal: Refusal = explainRefusal(openSchema(document, options), witness) ?? refusedAsAWhole
    breaks.push({ kind: 'excluded', witness, refusal })
    document = relaxSchema(document, refusal)
  }
  return breaks
}

const refusedAsAWhole: Refusal = { keyword: 'false', at: '', way: [], instancePath: '', property: undefined }
