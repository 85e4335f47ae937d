import { decideInclusion } from '../../compatibility/decide-inclusion.ts'
import type { Json } from '../../model/catalog.ts'
import type { SchemaSettings } from './compare-schemas.ts'
import type { ComparedSchema, ComparedSchemas } from './compared-schemas.ts'

/** Whether publishers of both schemas are proved to let the same messages through. */
export function sendsTheSame(compared: ComparedSchemas, { exact, format }: SchemaSettings): boolean {
  const sent = ({ sides, schema }: ComparedSchema): Json =>
    sides[exact ? 'reader' : 'writer'](schema).document
  const [old, proposed] = [sent(compared.old), sent(compared.new)]
  const options = { defaultDraft: 2019, format } as const
  const isIncluded = (a: Json, b: Json): boolean => decideInclusion(a, b, options).kind === 'included'
  // A new version mostly sends something new, so that is asked first.
  return isIncluded(proposed, old) && isIncluded(old, proposed)
}
