import type { JSONSchema } from 'json-schema-to-typescript'
import { parseDeclaration } from './parse-type.ts'
import type { Outline, StandIns } from './type-outline.ts'
import type { TypeSyntax } from './type-syntax.ts'

/** Has json-schema-to-typescript make the type of an outline. It takes 0.1 s to load, so it is loaded when first needed. */
export async function typeOfOutline(outline: Outline, standIns: StandIns): Promise<TypeSyntax> {
  const { compile } = await import('json-schema-to-typescript')
  const schema = { ...outline, title: 'Declaration' } as JSONSchema
  const printed = await compile(schema, 'Declaration', {
    bannerComment: '',
    format: false,
    additionalProperties: false,
  })
  return parseDeclaration(printed, standIns)
}
