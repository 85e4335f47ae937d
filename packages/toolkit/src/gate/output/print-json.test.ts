import type { ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { CHANGE_VERDICTS, THING_KINDS } from '../change.ts'
import { MODES } from '../../model/compatibility-mode.ts'
import { hostileReport } from '../testing/hostile-report.ts'
import { largeReport, quietReport, sampleReport } from '../testing/sample-report.ts'
import { printJson } from './print-json.ts'
import schema from './report.schema.json' with { type: 'json' }

/** The schema lets readers ignore what later versions add; what is printed now must all stand in it. */
function closed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(closed)
  const members = Object.entries(value).map(([key, member]) => [key, closed(member)] as const)
  const isObjectSchema = 'type' in value && value.type === 'object'
  return Object.fromEntries(isObjectSchema ? [...members, ['additionalProperties', false]] : members)
}

const compile = (of: object): ValidateFunction =>
  new Ajv2020({ strict: true, strictRequired: false, allErrors: true }).compile(of)
const validate = compile(closed(schema) as object)

function errorsOf(text: string): unknown {
  return validate(JSON.parse(text)) ? [] : validate.errors
}

describe('printJson', () => {
  it.each(Object.entries({ sampleReport, quietReport, hostileReport, large: largeReport(30) }))(
    'is valid under its published schema: %s',
    (_, report) => {
      expect(errorsOf(printJson(report))).toEqual([])
    },
  )

  it('is valid where there was nothing to compare with', () => {
    const report = { ...quietReport, base: { missing: 'HEAD is the first commit' } }
    expect(errorsOf(printJson(report))).toEqual([])
  })

  it('loses no field of the report', () => {
    expect(JSON.parse(printJson(sampleReport))).toMatchObject(
      JSON.parse(JSON.stringify(sampleReport)) as object,
    )
  })

  it('says whether the proposal may be merged', () => {
    const passes = (text: string): unknown => (JSON.parse(text) as { passes: boolean }).passes
    expect(passes(printJson(sampleReport))).toBe(false)
    expect(passes(printJson(quietReport))).toBe(true)
    expect(passes(printJson({ ...quietReport, verdict: 'risky' }))).toBe(true)
    expect(passes(printJson({ ...quietReport, verdict: 'undecided' }))).toBe(false)
    expect(passes(printJson({ ...quietReport, lint: sampleReport.lint.slice(0, 1) }))).toBe(false)
    expect(passes(printJson({ ...quietReport, lint: sampleReport.lint.slice(1) }))).toBe(true)
  })
})

it('has a schema that knows every verdict, kind and mode', () => {
  const { change, changeVerdict } = schema.$defs
  expect(changeVerdict.enum).toEqual(CHANGE_VERDICTS)
  expect(change.properties.thing.properties.kind.enum).toEqual(THING_KINDS)
  expect(change.properties.mode.enum).toEqual(MODES)
})

it('has a schema that lets later versions add fields, and refuses values that it does not know', () => {
  const report = JSON.parse(printJson(sampleReport)) as { changes: { findings: { fingerprint: string }[] }[] }
  expect(compile(schema)({ ...report, extra: 1 })).toBe(true)
  const [first] = report.changes
  if (first?.findings[0] !== undefined) first.findings[0].fingerprint = 'short'
  expect(compile(schema)(report)).toBe(false)
})
