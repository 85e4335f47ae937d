import type { Json, Node } from '../../model/catalog.ts'
import { isArray, isObject } from '../../model/json.ts'
import { entries } from '../../model/node.ts'
import type { ReachedSchema } from '../schemas/reached-schemas.ts'
import type { DocumentFault } from './document-fault.ts'
import type { OpaqueVersions } from './opaque-versions.ts'

/**
 * What AsyncAPI's Schema Object does not allow in the versions that no validator of documents sees, where that is more
 * than any draft of JSON Schema forbids.
 */
export function schemaObjectFaults(
  schemas: readonly ReachedSchema[],
  opaque: OpaqueVersions,
): readonly DocumentFault[] {
  return schemas.filter(({ node }) => opaque.has(node.file)).flatMap(({ node }) => faultsIn(node))
}

function faultsIn(schema: Node): readonly DocumentFault[] {
  if (!isObject(schema.value)) return []
  const suspects = Object.keys(schema.value).filter((name) => forms.has(name))
  if (suspects.length === 0) return []
  return entries(schema).flatMap(([name, { file, pointer, value }]) => {
    const form = forms.get(name)
    if (form === undefined || form.test(value)) return []
    const message = `${JSON.stringify(name)} must be ${form.words}`
    return [{ code: 'asyncapi-document-resolved', severity: 'error' as const, message, file, pointer }]
  })
}

interface Form {
  readonly words: string
  readonly test: (value: Json) => boolean
}

const number: Form = { words: 'a number', test: (value) => typeof value === 'number' }
const distinct: Form = { words: 'a list without repetitions', test: isDistinct }

/** Values of another type than the keyword's own are told of by the rule for schemas. */
const forms: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['exclusiveMinimum', number],
  ['exclusiveMaximum', number],
  ['type', distinct],
  ['enum', distinct],
  ['required', distinct],
  [
    'dependencies',
    {
      words: 'an object of schemas and lists without repetitions',
      test: (value) => !isObject(value) || Object.values(value).every(isDistinct),
    },
  ],
  ['examples', { words: 'a list', test: isArray }],
  [
    'externalDocs',
    {
      words: 'an object with a "url"',
      test: (value) => isObject(value) && isUri(value['url']),
    },
  ],
  ['$schema', { words: 'an absolute URI', test: isUri }],
  ['$id', { words: 'a URI reference', test: isUriReference }],
])

function isDistinct(value: Json): boolean {
  return !isArray(value) || new Set(value.map((item) => JSON.stringify(item))).size === value.length
}

function isUri(value: Json | undefined): boolean {
  return typeof value === 'string' && /^[a-z][a-z0-9+.-]*:/i.test(value) && isUriReference(value)
}

/** RFC 3986, section 2: the characters of a URI, with complete percent-encodings. */
function isUriReference(value: Json): boolean {
  return typeof value !== 'string' || /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9a-f]{2})*$/i.test(value)
}
