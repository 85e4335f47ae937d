import type { ValidationFailure } from './contract.ts'
import { printable } from './printable.ts'
import { quote } from './quote.ts'

/** Lines that are printed before the rest is only counted. */
const MOST_LINES = 10

/** Failures as indented lines, one each: pointer, keyword, message. Values are left out, for they may be secret. */
export function failureLines(failures: readonly ValidationFailure[]): string {
  const lines = failures.slice(0, MOST_LINES).map(failureLine)
  if (failures.length > MOST_LINES) lines.push(`  and ${failures.length - MOST_LINES} more`)
  return lines.join('\n')
}

function failureLine({ instancePath, keyword, message, params }: ValidationFailure): string {
  const place = instancePath === '' ? '(root)' : instancePath
  const reason = message ?? reasonOf(params)
  return printable(`  ${place}  ${keyword}${reason === undefined ? '' : `: ${reason}`}`)
}

/** What ajv gives as parameters of a failed keyword: all from the schema, but for names of additional properties. */
interface KeywordParams {
  readonly missingProperty?: string
  readonly additionalProperty?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly pattern?: string
  readonly allowedValue?: unknown
  readonly allowedValues?: readonly unknown[]
  readonly comparison?: string
  readonly limit?: number
}

/** The reason in words: generated validators leave messages out to be small, but keep the parameters. */
function reasonOf(params: unknown): string | undefined {
  const {
    missingProperty,
    additionalProperty,
    type,
    format,
    pattern,
    allowedValue,
    allowedValues,
    comparison,
    limit,
  } = (params ?? {}) as KeywordParams
  if (missingProperty !== undefined) return `${quote(missingProperty)} is missing`
  if (additionalProperty !== undefined) return `the schema does not have ${quote(additionalProperty)}`
  if (type !== undefined) return `must be ${[type].flat().join(' or ')}`
  if (format !== undefined) return `must be in the format ${quote(format)}`
  if (pattern !== undefined) return `must match ${quote(pattern)}`
  if (allowedValue !== undefined) return `must be ${JSON.stringify(allowedValue)}`
  if (allowedValues !== undefined)
    return `must be one of ${allowedValues.map((value) => JSON.stringify(value)).join(', ')}`
  if (limit !== undefined)
    return comparison === undefined ? `the limit is ${limit}` : `must be ${comparison} ${limit}`
  return undefined
}
