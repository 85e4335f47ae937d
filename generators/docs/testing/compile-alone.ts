import type { JsonObject } from '@concordat/toolkit/model'
import { Ajv, type ValidateFunction } from 'ajv'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { Ajv2020 } from 'ajv/dist/2020.js'

const DIALECTS = [
  ['draft-07', Ajv],
  ['2019-09', Ajv2019],
  ['2020-12', Ajv2020],
] as const

/**
 * Compiles a schema as a stranger would who has nothing but the one file, by the dialect that it names. Strict: a keyword
 * or a format that is not known, or one that has no effect where it stands, throws; how an author should rather have
 * written types, tuples and required names does not.
 */
export function compileAlone(schema: JsonObject): ValidateFunction {
  const { $schema } = schema
  const dialect = DIALECTS.find(([name]) => typeof $schema === 'string' && $schema.includes(name))
  if (dialect === undefined) throw new Error(`no validator for the dialect ${JSON.stringify($schema)}`)
  const lenient = { strictTypes: false, strictTuples: false, strictRequired: false }
  const ajv = new dialect[1]({ strict: true, ...lenient, formats: FORMATS })
  for (const [keyword] of JSON.stringify(schema).matchAll(
    /(?<=")(?:x-[\w-]+|discriminator|externalDocs)(?=":)/g,
  ))
    if (ajv.getKeyword(keyword) === false) ajv.addKeyword(keyword)
  return ajv.compile(schema)
}

/** Names alone: what a format asks for is tried where formats are. */
const FORMATS = Object.fromEntries(
  'date date-time time duration email uri uri-reference uuid hostname ipv4 ipv6 int32 int64 float double decimal'
    .split(' ')
    .map((name) => [name, true as const]),
)
