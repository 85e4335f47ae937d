import type { SchemaNode } from '../graph/schema-node.ts'
import { firstUnevaluatedItem, unevaluatedNames } from './evaluated-parts.ts'
import type { Reach } from './evaluated-parts.ts'
import type { ExpandContext, Expansion } from './expand.ts'
import type { Atom, Disjunction, Literal, NameSet } from './literal.ts'

/**
 * The keywords of a schema that speak of one type, as atoms. Where what is evaluated depends on branches, `perhaps` makes
 * them weaker than the schema and `always` stronger.
 */
export function expandParts(node: SchemaNode, context: ExpandContext, reach: Reach = 'perhaps'): Expansion {
  switch (context.type) {
    case 'number':
      return { all: numberAtoms(node), any: [] }
    case 'string':
      return { all: stringAtoms(node, context), any: [] }
    case 'array':
      return { all: arrayAtoms(node, context, reach), any: [] }
    case 'object':
      return objectParts(node, context, reach)
    case 'null':
    case 'boolean':
      break
  }
  return { all: [], any: [] }
}

/** The ways in which the keywords of a schema that speak of one type may fail. */
export function negateParts(node: SchemaNode, context: ExpandContext): Disjunction {
  const { all, any } = expandParts(node, context, 'always')
  const found = all.flatMap((literal) => negate(literal))
  for (const disjunction of any) found.push(...negateImplication(disjunction))
  return found
}

/** `dependentRequired` and `dependentSchemas` are all that is a disjunction: the first alternative or the second. */
function negateImplication(alternatives: Disjunction): Disjunction {
  return alternatives.reduce<Disjunction>(
    (ways, alternative) =>
      ways.flatMap((way) => alternative.flatMap((literal) => negate(literal).map((not) => [...way, ...not]))),
    [[]],
  )
}

function numberAtoms(node: SchemaNode): readonly Atom[] {
  const found: Atom[] = []
  if (node.minimum !== undefined) found.push({ kind: 'least', value: node.minimum, isStrict: false })
  if (node.exclusiveMinimum !== undefined)
    found.push({ kind: 'least', value: node.exclusiveMinimum, isStrict: true })
  if (node.maximum !== undefined) found.push({ kind: 'most', value: node.maximum, isStrict: false })
  if (node.exclusiveMaximum !== undefined)
    found.push({ kind: 'most', value: node.exclusiveMaximum, isStrict: true })
  if (node.multipleOf !== undefined) found.push({ kind: 'multiple', of: node.multipleOf, holds: true })
  return found
}

function stringAtoms(node: SchemaNode, { isRegular, skip }: ExpandContext): readonly Atom[] {
  if (node.pattern !== undefined && !isRegular(node.pattern)) skip('pattern', node)
  const found = sizeAtoms(node.minLength, node.maxLength)
  if (node.pattern !== undefined) found.push({ kind: 'pattern', pattern: node.pattern, holds: true })
  if (node.format !== undefined) found.push({ kind: 'format', format: node.format, holds: true })
  return found
}

function sizeAtoms(min: number | undefined, max: number | undefined): Atom[] {
  const found: Atom[] = []
  if (min !== undefined) found.push({ kind: 'size', min, max: Infinity })
  if (max !== undefined) found.push({ kind: 'size', min: 0, max })
  return found
}

function arrayAtoms(node: SchemaNode, { literal, skip }: ExpandContext, reach: Reach): readonly Atom[] {
  const found = sizeAtoms(node.minItems, node.maxItems)
  const { prefixItems = [], items, contains, minContains = 1, maxContains = Infinity } = node
  for (const [index, schema] of prefixItems.entries())
    found.push({ kind: 'every', from: index, to: index + 1, schema: literal(schema) })
  if (items !== undefined)
    found.push({ kind: 'every', from: prefixItems.length, to: Infinity, schema: literal(items) })
  if (contains !== undefined) {
    const schema = literal(contains)
    if (minContains > 0) found.push({ kind: 'count', schema, min: minContains, max: Infinity })
    if (maxContains < Infinity) found.push({ kind: 'count', schema, min: 0, max: maxContains })
  }
  if (node.uniqueItems === true) found.push({ kind: 'unique', holds: true })
  if (node.unevaluatedItems !== undefined) {
    skip('unevaluatedItems', node)
    const from = firstUnevaluatedItem(node, reach)
    const schema = literal(node.unevaluatedItems)
    if (from < Infinity) found.push({ kind: 'every', from, to: Infinity, schema })
  }
  return found
}

function objectParts(node: SchemaNode, { literal, skip }: ExpandContext, reach: Reach): Expansion {
  const all = sizeAtoms(node.minProperties, node.maxProperties)
  const any: Disjunction[] = []
  for (const name of node.required ?? []) all.push({ kind: 'has', name, holds: true })
  for (const [name, schema] of node.properties ?? [])
    all.push({ kind: 'everyMember', names: { kind: 'one', name }, schema: literal(schema) })
  for (const [pattern, schema] of node.patternProperties ?? [])
    all.push({ kind: 'everyMember', names: { kind: 'pattern', pattern }, schema: literal(schema) })
  if (node.additionalProperties !== undefined)
    all.push({ kind: 'everyMember', names: otherNames(node), schema: literal(node.additionalProperties) })
  if (node.propertyNames !== undefined) all.push({ kind: 'everyName', schema: literal(node.propertyNames) })
  for (const [name, required] of node.dependentRequired ?? [])
    for (const other of required)
      any.push([[{ kind: 'has', name, holds: false }], [{ kind: 'has', name: other, holds: true }]])
  for (const [name, schema] of node.dependentSchemas ?? [])
    any.push([[{ kind: 'has', name, holds: false }], [literal(schema)]])
  if (node.unevaluatedProperties !== undefined) {
    skip('unevaluatedProperties', node)
    const names = unevaluatedNames(node, reach)
    const schema = literal(node.unevaluatedProperties)
    if (names !== undefined) all.push({ kind: 'everyMember', names, schema })
  }
  return { all, any }
}

function otherNames(node: SchemaNode): NameSet {
  return {
    kind: 'others',
    names: new Set(node.properties?.keys()),
    patterns: [...(node.patternProperties?.keys() ?? [])],
  }
}

/** The ways in which one literal may fail. */
function negate(literal: Literal): Disjunction {
  if (typeof literal === 'number') return [[-literal]]
  switch (literal.kind) {
    case 'least':
      return [[{ kind: 'most', value: literal.value, isStrict: !literal.isStrict }]]
    case 'most':
      return [[{ kind: 'least', value: literal.value, isStrict: !literal.isStrict }]]
    case 'multiple':
    case 'pattern':
    case 'format':
    case 'unique':
    case 'has':
      return [[{ ...literal, holds: !literal.holds }]]
    case 'size':
      return outside(literal, (min, max) => ({ kind: 'size', min, max }))
    case 'count':
      return outside(literal, (min, max) => ({ ...literal, min, max }))
    case 'every':
      return [[{ ...literal, kind: 'some', schema: -literal.schema }]]
    case 'everyMember':
      return [[{ ...literal, kind: 'someMember', schema: -literal.schema }]]
    case 'everyName':
      return [[{ kind: 'someName', schema: -literal.schema }]]
    case 'some':
    case 'someMember':
    case 'someName':
    case 'language':
      break
  }
  // No keyword says the last ones without being negated; as ever, what is not known stays open.
  return [[]]
}

function outside(
  range: { readonly min: number; readonly max: number },
  make: (min: number, max: number) => Atom,
): Disjunction {
  return [
    ...(range.min > 0 ? [[make(0, range.min - 1)]] : []),
    ...(range.max < Infinity ? [[make(range.max + 1, Infinity)]] : []),
  ]
}
