import { _, type Code, type CodeKeywordDefinition, type KeywordCxt, type Name, nil, stringify } from 'ajv'
import { not, or } from 'ajv/dist/compile/codegen/index.js'
import names from 'ajv/dist/compile/names.js'
import additionalProperties from 'ajv/dist/vocabularies/applicator/additionalProperties.js'
import { usePattern } from 'ajv/dist/vocabularies/code.js'
import ref, { callRef } from 'ajv/dist/vocabularies/core/ref.js'
import equal from 'ajv/dist/runtime/equal.js'

/**
 * Own forms of some of ajv's keywords. Ajv's print the whole schema into the compiled module as soon as an enumeration
 * or an object of more than eight properties needs a part of it; these print that part. `multipleOf` is exact for
 * decimal fractions, where ajv's refuses 19.99 as a multiple of 0.01.
 */
export function ownKeywords(imported: ReadonlyMap<string, Code>): readonly CodeKeywordDefinition[] {
  return [reference(imported), closedObject, enumeration, multipleOf]
}

/** Calls the validator of another module where one is imported under the reference. */
function reference(imported: ReadonlyMap<string, Code>): CodeKeywordDefinition {
  return {
    ...ref.default,
    code(cxt: KeywordCxt) {
      const code = imported.get(cxt.schema as string)
      if (code === undefined) return ref.default.code(cxt)
      callRef(cxt, cxt.gen.scopeValue('func', { key: cxt.schema, ref: {}, code }))
    },
  }
}

const closedObject: CodeKeywordDefinition = {
  ...additionalProperties.default,
  code(cxt: KeywordCxt) {
    if (cxt.schema !== false) return additionalProperties.default.code(cxt)
    const { gen, data, errsCount, it } = cxt
    it.props = true
    gen.forIn('key', data, (key) => {
      gen.if(not(isDeclared(cxt, key)), () => {
        cxt.setParams({ additionalProperty: key })
        cxt.error()
        if (it.allErrors !== true) gen.break()
      })
    })
    cxt.ok(_`${errsCount} === ${names.default.errors}`)
  },
}

const FEW = 5

function isDeclared(cxt: KeywordCxt, key: Name): Code {
  const declared = Object.keys((cxt.parentSchema['properties'] ?? {}) as object)
  const patterns = Object.keys((cxt.parentSchema['patternProperties'] ?? {}) as object)
  const isNamed =
    declared.length > FEW ? [isInSet(cxt, declared, key)] : declared.map((name) => _`${key} === ${name}`)
  const matches = patterns.map((pattern) => _`${usePattern(cxt, pattern)}.test(${key})`)
  const tests = [...isNamed, ...matches]
  return tests.length === 0 ? _`false` : or(...tests)
}

function isInSet(cxt: KeywordCxt, declared: readonly string[], key: Name): Code {
  const text = JSON.stringify(declared)
  const set = cxt.gen.scopeValue('obj', {
    key: text,
    ref: new Set(declared),
    code: _`new Set(${stringify(declared)})`,
  })
  return _`${set}.has(${key})`
}

const enumeration: CodeKeywordDefinition = {
  keyword: 'enum',
  schemaType: 'array',
  error: {
    message: 'must be equal to one of the allowed values',
    params: ({ params }) => _`{allowedValues: ${params['values'] ?? nil}}`,
  },
  code(cxt: KeywordCxt) {
    const { gen, data } = cxt
    const allowed = cxt.schema as readonly unknown[]
    const values = gen.scopeValue('obj', {
      key: JSON.stringify(allowed),
      ref: allowed,
      code: stringify(allowed),
    })
    cxt.setParams({ values })
    if (allowed.every((value) => typeof value !== 'object' || value === null))
      cxt.pass(_`${values}.includes(${data})`)
    else cxt.pass(_`${values}.some((value) => ${equalFunction(cxt)}(value, ${data}))`)
  },
}

function equalFunction({ gen }: KeywordCxt): Name {
  return gen.scopeValue('func', { ref: equal.default, code: _`require("ajv/dist/runtime/equal").default` })
}

/** `m / 10^d` is the double nearest to the decimal `m·10^-d`, so the comparison finds exactly the written multiples. */
const multipleOf: CodeKeywordDefinition = {
  keyword: 'multipleOf',
  type: 'number',
  schemaType: 'number',
  error: {
    message: ({ schemaCode }) => _`"must be multiple of " + ${schemaCode}`,
    params: ({ schemaCode }) => _`{multipleOf: ${schemaCode}}`,
  },
  code(cxt: KeywordCxt) {
    const { data } = cxt
    const factor = cxt.schema as number
    const scale = 10 ** decimals(factor)
    if (scale === 1) return cxt.fail(_`${data} % ${factor} !== 0`)
    const scaled = _`Math.round(${data} * ${scale})`
    cxt.fail(_`${scaled} / ${scale} !== ${data} || ${scaled} % ${Math.round(factor * scale)} !== 0`)
  },
}

/** Digits after the point in the shortest notation of a number. */
function decimals(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent))
}
