import { formats } from '@concordat/formats'
import type { Ajv, Code } from 'ajv'

export interface AjvSettings {
  /** Print source that {@link standalone code} can use instead of only functions. */
  readonly printsCode: boolean
  /** Follow `unevaluatedProperties` and `unevaluatedItems`; costs code in every object, so only where they are used. */
  readonly tracksEvaluated: boolean
  /** Look for properties on the object itself only; needed where a property has a name that every object inherits. */
  readonly ownProperties: boolean
  readonly reportsAll: boolean
  /** Code of validators in other modules, by the `$ref` that means them. */
  readonly imported: ReadonlyMap<string, Code>
}

/**
 * The one configuration of ajv, for generated validators and for those in this process. Ajv takes 30 ms to load, so it is
 * loaded when first needed. It gets schemas that `checkSchema` has passed and `SchemaVariants` has put into one dialect.
 */
export async function openAjv(settings: AjvSettings): Promise<Ajv> {
  const [{ Ajv, _ }, next, unevaluated, { ownKeywords }] = await Promise.all([
    import('ajv'),
    import('ajv/dist/vocabularies/next.js'),
    import('ajv/dist/vocabularies/unevaluated/index.js'),
    import('./ajv-keywords.ts'),
  ])
  const ajv = new Ajv({
    meta: false,
    validateSchema: false,
    addUsedSchema: false,
    strict: true,
    // `checkSchema` is as strict; what ajv adds refuses lawful schemas, such as `then` without `if`.
    strictSchema: false,
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
    allowUnionTypes: true,
    unicodeRegExp: true,
    inlineRefs: false,
    messages: !settings.printsCode,
    allErrors: settings.reportsAll,
    ownProperties: settings.ownProperties,
    logger: false,
    code: { source: settings.printsCode, esm: true, lines: true, formats: _`formats` },
    ...({ next: true, unevaluated: settings.tracksEvaluated } as object),
  })
  ajv.addVocabulary(next.default.default)
  if (settings.tracksEvaluated) ajv.addVocabulary(unevaluated.default.default)
  for (const [name, check] of Object.entries(formats)) ajv.addFormat(name, check)
  for (const keyword of ownKeywords(settings.imported)) {
    ajv.removeKeyword(keyword.keyword as string)
    ajv.addKeyword(keyword)
  }
  return ajv
}

const INHERITED =
  /"(?:constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf|__\w+__)"/

/** Whether a schema's text names a property that every object inherits. */
export function namesInheritedProperty(schemaText: string): boolean {
  return INHERITED.test(schemaText)
}
