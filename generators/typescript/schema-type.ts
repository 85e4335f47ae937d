import type { JSONSchema } from 'json-schema-to-typescript'
import { parseDeclaration } from './parse-type.ts'
import type { Outline, StandIns } from './type-outline.ts'
import type { TypeSyntax } from './type-syntax.ts'

/** What was printed for an outline. It depends on nothing else, and schemas of the same structure have the same outline. */
const printed = new Map<string, Promise<string>>()

/** Has json-schema-to-typescript make the type of an outline. It takes 0.1 s to load, so it is loaded when first needed. */
export async function typeOfOutline(outline: Outline, standIns: StandIns): Promise<TypeSyntax> {
  const key = JSON.stringify(outline)
  const text = printed.get(key) ?? printOutline(outline)
  printed.set(key, text)
  return parseDeclaration(await text, standIns)
}

async function printOutline(outline: Outline): Promise<string> {
  const { compile } = await import('json-schema-to-typescript')
  return compile({ ...outline, title: 'Declaration' } as JSONSchema, 'Declaration', {
    bannerComment: '',
    format: false,
    additionalProperties: false,
  })
}
