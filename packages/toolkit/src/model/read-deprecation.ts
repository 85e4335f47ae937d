import type { Deprecation, Node } from './catalog.ts'
import { entries, isObjectNode } from './node.ts'
import type { ProblemList } from './problem-list.ts'
import { extension, readField, STRING, wrongField } from './read-field.ts'

const DAY = {
  what: 'a day, such as 2027-01-31',
  is: (value: unknown): value is string =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value),
  code: 'bad-extension',
} as const

/** Reads `deprecated` and our extension `x-deprecated`: true, or an object that says when and what comes instead. */
export function readDeprecation(
  problems: ProblemList,
  deprecated: Node | undefined,
  details: Node | undefined,
): Deprecation | undefined {
  if (isObjectNode(details)) {
    knownMembers(problems, details)
    return {
      since: readField(problems, details, 'since', DAY, undefined),
      removal: readField(problems, details, 'removal', DAY, undefined),
      successor: readField(problems, details, 'successor', extension(STRING), undefined),
    }
  }
  if (details !== undefined && typeof details.value !== 'boolean')
    wrongField(problems, details, 'true, false or an object', 'bad-extension')
  return deprecated?.value === true || details?.value === true
    ? { since: undefined, removal: undefined, successor: undefined }
    : undefined
}

/** A misspelt date would be a promise that nobody keeps. */
function knownMembers(problems: ProblemList, details: Node): void {
  for (const [key, member] of entries(details)) {
    if (['since', 'removal', 'successor'].includes(key)) continue
    problems.at(
      member,
      'bad-extension',
      `${member.pointer} is not a member of x-deprecated.`,
      'Use one of since, removal, successor.',
    )
  }
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text)
}
