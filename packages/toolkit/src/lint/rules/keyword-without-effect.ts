import type { Node } from '../../model/catalog.ts'
import { isArray } from '../../model/json.ts'
import { child, entries } from '../../model/node.ts'
import { quote } from '../quote.ts'
import type { Rule, Violation } from '../rule.ts'
import { reachedSchemas } from '../schemas/reached-schemas.ts'

export const keywordWithoutEffect: Rule = {
  id: 'keyword-without-effect',
  severity: 'warning',
  summary:
    'A keyword says nothing where it stands: `minLength` beside `type: integer`, `then` without `if`, `maxContains` ' +
    'without `contains`.',
  why: 'The schema looks stricter than it is, and messages pass that it was meant to refuse.',
  *check(context) {
    for (const { node } of reachedSchemas(context)) {
      yield* forOtherTypes(node)
      yield* withoutPartner(node)
    }
  },
}

/** The type of the values that a keyword is about. */
const typeOf: ReadonlyMap<string, string> = new Map([
  ...about('string', 'minLength maxLength pattern'),
  ...about('number', 'minimum maximum exclusiveMinimum exclusiveMaximum multipleOf'),
  ...about('array', 'items prefixItems additionalItems minItems maxItems uniqueItems contains'),
  ...about('object', 'properties patternProperties additionalProperties propertyNames required'),
  ...about('object', 'minProperties maxProperties dependencies dependentRequired dependentSchemas'),
])

function about(type: string, keywords: string): readonly (readonly [string, string])[] {
  return keywords.split(' ').map((keyword) => [keyword, type])
}

function* forOtherTypes(schema: Node): Iterable<Violation> {
  const declared = child(schema, 'type')?.value
  if (declared === undefined) return
  const types = (isArray(declared) ? declared : [declared]).map((type) =>
    type === 'integer' ? 'number' : type,
  )
  for (const [name, node] of entries(schema)) {
    const type = typeOf.get(name)
    if (type === undefined || types.includes(type)) continue
    yield {
      at: node,
      message: `${quote(name)} is about values of type ${type}, and the type here is ${JSON.stringify(declared)}`,
      fix: 'Take the keyword away, or correct the type.',
    }
  }
}

/** Keywords that count only beside one of others. */
const partners: ReadonlyMap<string, readonly string[]> = new Map([
  ['if', ['then', 'else']],
  ['then', ['if']],
  ['else', ['if']],
  ['minContains', ['contains']],
  ['maxContains', ['contains']],
  ['additionalItems', ['items']],
])

function* withoutPartner(schema: Node): Iterable<Violation> {
  for (const [name, node] of entries(schema)) {
    const wanted = partners.get(name)
    if (wanted === undefined || wanted.some((partner) => child(schema, partner) !== undefined)) continue
    yield {
      at: node,
      message: `${quote(name)} stands without ${wanted.map(quote).join(' or ')}`,
      fix: 'Add what is missing, or take the keyword away.',
    }
  }
}
