import type { Direction } from '../change.ts'

/** One way in which a change of a schema breaks a promise. */
export interface SchemaRule {
  /** Kebab-case, says what happened: `property-became-required`. */
  readonly id: string
  /** `backward`: the new consumer refuses what the old publisher sends; `forward`: the other way round. */
  readonly direction: Direction
  /** Id of the rule for the opposite change. */
  readonly mirror: string
  /** What the rule reports, one sentence for the reference. */
  readonly summary: string
  /** What is said of the one property that a finding is about, as a sentence that begins with its name. */
  readonly ofProperty: string | undefined
  /** What to do instead of it, one sentence. */
  readonly repair: string
}

/** The rules for one keyword that refuses: by direction. */
interface KeywordRules {
  readonly backward: Pick<SchemaRule, 'id' | 'summary' | 'repair' | 'ofProperty'>
  readonly forward: Pick<SchemaRule, 'id' | 'summary' | 'repair' | 'ofProperty'>
}

const rulesByKeyword: Readonly<Record<string, KeywordRules>> & { readonly false: KeywordRules } = {
  type: pair(
    ['type-narrowed', 'A value may have fewer types than before.', 'Keep the old types beside the new ones.'],
    [
      'type-widened',
      'A value may have types that it could not have before.',
      'Keep the type, and put the new one under another property.',
    ],
  ),
  enum: pair(
    [
      'enum-value-removed',
      'A list of values has lost one.',
      'Keep the value, and mark it as deprecated in the description.',
    ],
    [
      'enum-value-added',
      'A list of values has a new one.',
      'Have consumers take unknown values first: make the list open with "x-extensible-enum".',
    ],
  ),
  const: pair(
    ['constant-changed', 'A constant has another value.', 'Keep the constant.'],
    [
      'constant-replaced',
      'A constant has a value that was not allowed before.',
      'Keep the constant, or allow the new value one version before it is sent.',
    ],
  ),
  minimum: rangeRules(),
  maximum: rangeRules(),
  exclusiveMinimum: rangeRules(),
  exclusiveMaximum: rangeRules(),
  multipleOf: pair(
    ['multiple-narrowed', 'A number must be a multiple that it did not have to be.', 'Keep the finer step.'],
    [
      'multiple-widened',
      'A number need no longer be the multiple that it was.',
      'Keep the coarser step, or put the finer number under another property.',
    ],
  ),
  minLength: lengthRules(),
  maxLength: lengthRules(),
  pattern: pair(
    [
      'pattern-narrowed',
      'A pattern no longer matches all that it matched.',
      'Keep a pattern that matches the old texts too.',
    ],
    [
      'pattern-widened',
      'A pattern matches texts that it did not match.',
      'Keep the pattern, or let consumers accept the wider one a version earlier.',
    ],
  ),
  format: pair(
    ['format-narrowed', 'A text must have a format that it did not have to have.', 'Leave the format out.'],
    [
      'format-widened',
      'A text need no longer have the format that it had.',
      'Keep the format, or put the freer text under another property.',
    ],
  ),
  minItems: countRules('item-count', 'items'),
  maxItems: countRules('item-count', 'items'),
  minProperties: countRules('property-count', 'properties'),
  maxProperties: countRules('property-count', 'properties'),
  uniqueItems: pair(
    ['items-became-unique', 'The items of an array must differ from each other.', 'Leave "uniqueItems" out.'],
    ['items-became-repeatable', 'The items of an array may repeat.', 'Keep "uniqueItems".'],
  ),
  dependentRequired: pair(
    [
      'dependency-added',
      'A property is required beside another one that did not ask for it.',
      'Keep the property optional.',
      'is required beside another property and was not',
    ],
    [
      'dependency-removed',
      'A property is no longer required beside another one.',
      'Keep the dependency.',
      'is no longer required beside another property',
    ],
  ),
  propertyNames: pair(
    [
      'property-names-narrowed',
      'Names of properties are refused that were allowed.',
      'Keep the old names.',
      'is no longer a name that a property may have',
    ],
    [
      'property-names-widened',
      'Names of properties are allowed that were not.',
      'Keep the names as they were.',
      'may be the name of a property and could not',
    ],
  ),
  properties: pair(
    [
      'properties-closed',
      'A property is refused that was allowed.',
      'Leave the object open: consumers ignore what they do not know.',
      'is no longer allowed',
    ],
    [
      'property-added-to-closed-object',
      'A property is new in an object whose consumers refuse what they do not know.',
      'Open the object one version before the property comes.',
      'is new in an object whose consumers refuse what they do not know',
    ],
  ),
  items: pair(
    ['items-closed', 'Items are refused that were allowed.', 'Keep the old items.'],
    ['items-opened', 'Items are allowed that were not.', 'Keep the array as it was.'],
  ),
  contains: pair(
    ['contained-item-required', 'An array must hold an item that it did not have to hold.', 'Leave it out.'],
    [
      'contained-item-dropped',
      'An array need no longer hold an item that it held.',
      'Keep the item required.',
    ],
  ),
  union: pair(
    [
      'union-narrowed',
      'None of the alternatives fits a value any more, or several do where one must.',
      'Keep the old alternatives beside the new ones.',
    ],
    [
      'union-widened',
      'There is an alternative that did not exist before.',
      'Have consumers take unknown alternatives first, or send the new one as an event of its own.',
    ],
  ),
  not: pair(
    ['exclusion-added', 'Values are excluded that were allowed.', 'Leave the exclusion out.'],
    ['exclusion-removed', 'Values are allowed that were excluded.', 'Keep the exclusion.'],
  ),
  false: pair(
    ['value-forbidden', 'Values are refused that were allowed.', 'Keep the old values valid.'],
    ['value-permitted', 'Values are allowed that were not.', 'Keep the new values out.'],
  ),
}

/** What `required` refuses says more where it is known whether the property itself came or went. */
const requiredRules = {
  became: pair(
    [
      'property-became-required',
      'A property is required that was optional.',
      'Give it a default and keep it optional.',
      'is required and was optional',
    ],
    [
      'property-became-optional',
      'A property is optional that was required.',
      'Keep it required.',
      'is optional and was required',
    ],
  ),
  moved: pair(
    [
      'required-property-added',
      'A required property is new.',
      'Add it as an optional property with a default that says what its absence means.',
      'is new and required',
    ],
    [
      'property-removed',
      'A property is gone that was required.',
      'Keep sending it, and mark it as deprecated.',
      'was required and is gone',
    ],
  ),
} as const

/** Every rule, sorted by id. */
export const schemaRules: readonly SchemaRule[] = [
  ...new Map(
    [...Object.values(rulesByKeyword), ...Object.values(requiredRules)]
      .flatMap((rules) => [toRule(rules, 'backward'), toRule(rules, 'forward')])
      .map((rule) => [rule.id, rule]),
  ).values(),
].toSorted((left, right) => (left.id < right.id ? -1 : 1))

/** Which rule a keyword that refuses breaks. `isDeclared`: whether the other side declares the property it asks for. */
export function schemaRuleFor(keyword: string, direction: Direction, isDeclared: boolean): SchemaRule {
  if (keyword === 'required')
    return toRule(isDeclared ? requiredRules.became : requiredRules.moved, direction)
  return toRule(rulesByKeyword[SYNONYMS[keyword] ?? keyword] ?? rulesByKeyword.false, direction)
}

const SYNONYMS: Readonly<Record<string, string>> = {
  anyOf: 'union',
  oneOf: 'union',
  unevaluatedProperties: 'properties',
  unevaluatedItems: 'items',
}

function toRule(rules: KeywordRules, direction: Direction): SchemaRule {
  const mirror = rules[direction === 'backward' ? 'forward' : 'backward'].id
  return { ...rules[direction], direction, mirror }
}

type Words = readonly [id: string, summary: string, repair: string, ofProperty?: string]

function pair(backward: Words, forward: Words): KeywordRules {
  return { backward: inWords(backward), forward: inWords(forward) }
}

function inWords([id, summary, repair, ofProperty]: Words): KeywordRules['backward'] {
  return { id, summary, repair, ofProperty }
}

function rangeRules(): KeywordRules {
  return pair(
    ['range-narrowed', 'The range of a number is narrower.', 'Keep the old bounds.'],
    [
      'range-widened',
      'The range of a number is wider.',
      'Keep the bounds, or let consumers accept the wider range a version earlier.',
    ],
  )
}

function lengthRules(): KeywordRules {
  return pair(
    ['length-narrowed', 'The limits on the length of a text are narrower.', 'Keep the old lengths.'],
    [
      'length-widened',
      'The limits on the length of a text are wider.',
      'Keep the lengths, or let consumers accept the wider range a version earlier.',
    ],
  )
}

function countRules(id: string, parts: string): KeywordRules {
  return pair(
    [`${id}-narrowed`, `The limits on the number of ${parts} are narrower.`, 'Keep the old numbers.'],
    [
      `${id}-widened`,
      `The limits on the number of ${parts} are wider.`,
      'Keep the numbers, or let consumers accept the wider range a version earlier.',
    ],
  )
}
