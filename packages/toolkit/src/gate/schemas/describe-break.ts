import type { Refusal } from '../../compatibility/explain/explain-refusal.ts'
import type { Node, Place } from '../../model/catalog.ts'
import { child } from '../../model/node.ts'
import type { ChangeFinding, Direction, Hit, Thing, Way } from '../change.ts'
import { fingerprint } from '../fingerprint.ts'
import { compatibilityUndecided } from '../promise-rules.ts'
import type { ComparedSchema, ComparedSchemas } from './compared-schemas.ts'
import { counterpart } from './counterpart.ts'
import type { SchemaBreak } from './find-breaks.ts'
import { refusalText } from './refusal-text.ts'
import { type SchemaRule, schemaRuleFor } from './schema-rules.ts'
import type { SideSchema } from './schema-sides.ts'

/** What is known of a comparison besides what it found. */
export interface BreakContext {
  readonly thing: Thing
  readonly compared: ComparedSchemas
  readonly direction: Direction
  /** The reader's schema, in which a refusal has its place. */
  readonly reader: SideSchema
  /** Whose messages are refused, or who refuses them. */
  readonly hit: Hit
  /** Ways forward besides mending the change. */
  readonly ways: readonly Way[]
}

/** Tells a break to people: what it is, where, whom it hits and what to do. */
export function describeBreak(found: SchemaBreak, context: BreakContext): ChangeFinding {
  return found.kind === 'excluded' ? describeRefusal(found, context) : describeDoubt(found, context)
}

function describeRefusal(
  { witness, refusal }: Extract<SchemaBreak, { kind: 'excluded' }>,
  context: BreakContext,
): ChangeFinding {
  const { thing, compared, direction, reader } = context
  const refusing = reader.placeOf(refusal.at)
  const assertion = refusing && assertionIn(refusing, refusal)
  const rule = schemaRuleFor(refusal.keyword, direction, declaresProperty(refusal, context))
  const [writes, reads] = sidesOf(compared, direction)
  return {
    ...commonTo(rule.id, context),
    place: placeOfRefusal(refusal, assertion ?? refusing, context),
    verdict: 'breaking',
    message: sentence(rule, refusal),
    why: whyOf(compared, direction),
    witness: {
      value: witness,
      sentBy: writes.name,
      refusedBy: reads.name,
      at: refusal.instancePath,
      error: refusalText(refusal, assertion?.value),
    },
    ways: [{ text: rule.repair }, ...context.ways],
    fingerprint: fingerprint(
      rule.id,
      thing.kind,
      thing.name,
      direction,
      refusing && `${refusing.file}#${refusing.pointer}`,
      refusal.property,
    ),
  }
}

function describeDoubt(
  { keyword, at, reason }: Extract<SchemaBreak, { kind: 'undecided' }>,
  context: BreakContext,
): ChangeFinding {
  const { thing, direction, reader } = context
  const doubtful = reader.placeOf(at)
  const what = keyword === '' ? '' : `, because of "${keyword}"`
  return {
    ...commonTo(compatibilityUndecided.id, context),
    place: placeOfDoubt(doubtful, context),
    verdict: compatibilityUndecided.verdict,
    message: `Whether the change is compatible could not be decided${what}: ${reason}.`,
    why: compatibilityUndecided.why,
    witness: undefined,
    ways: [{ text: 'Write the schema with keywords that can be compared.' }, ...context.ways],
    fingerprint: fingerprint(
      compatibilityUndecided.id,
      thing.kind,
      thing.name,
      direction,
      doubtful && `${doubtful.file}#${doubtful.pointer}`,
      keyword,
    ),
  }
}

function commonTo(
  rule: string,
  { direction, hit }: BreakContext,
): Pick<ChangeFinding, 'rule' | 'tree' | 'direction' | 'hit' | 'exception'> {
  return { rule, tree: 'head', direction, hit: [hit], exception: undefined }
}

/** An old consumer refuses at a place of the old schema; people look at what they wrote. */
function placeOfRefusal(
  refusal: Refusal,
  refusing: Node | undefined,
  { compared, direction }: BreakContext,
): Place {
  const { new: proposed } = compared
  const schema = counterpart(proposed, refusal.way)
  const written = direction === 'backward' && refusing !== undefined ? refusing : within(schema, refusal)
  const { property } = refusal
  return proposed.catalog.locate((property === undefined ? undefined : declared(schema, property)) ?? written)
}

function within(schema: Node, refusal: Refusal): Node {
  return assertionIn(schema, refusal) ?? schema
}

/** A place of the proposed tree where there is one. */
function placeOfDoubt(doubtful: Node | undefined, { compared, direction }: BreakContext): Place {
  const { new: proposed } = compared
  const isProposed = doubtful !== undefined && direction === 'backward'
  return proposed.catalog.locate(isProposed ? doubtful : proposed.schema)
}

function declared(schema: Node, property: string): Node | undefined {
  const properties = child(schema, 'properties')
  return properties && child(properties, property)
}

/** Writer and reader of a direction. */
function sidesOf(
  { old, new: proposed }: ComparedSchemas,
  direction: Direction,
): readonly [ComparedSchema, ComparedSchema] {
  return direction === 'backward' ? [old, proposed] : [proposed, old]
}

function assertionIn(schema: Node, { keyword }: Refusal): Node | undefined {
  const spellings = keyword === 'properties' ? ['additionalProperties'] : [keyword]
  return spellings.map((spelling) => child(schema, spelling)).find((node) => node !== undefined)
}

/** Whether the side that sends declares the property that the other one asks for. */
function declaresProperty({ property, way }: Refusal, { compared, direction }: BreakContext): boolean {
  if (property === undefined) return false
  const [writes] = sidesOf(compared, direction)
  return declared(counterpart(writes, way), property) !== undefined
}

function sentence({ summary, ofProperty }: SchemaRule, { property, instancePath }: Refusal): string {
  const said =
    property === undefined || ofProperty === undefined
      ? summary
      : `${JSON.stringify(property)} ${ofProperty}.`
  return instancePath === '' ? said : `At ${instancePath}: ${said.charAt(0).toLowerCase()}${said.slice(1)}`
}

function whyOf({ old, new: proposed }: ComparedSchemas, direction: Direction): string {
  return direction === 'backward'
    ? `A consumer built from ${proposed.name} refuses messages that publishers of ${old.name} send.`
    : `A consumer built from ${old.name} refuses messages that publishers of ${proposed.name} send.`
}
