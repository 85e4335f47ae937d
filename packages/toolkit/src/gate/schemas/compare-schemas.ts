import type { ChangeFinding, Direction, Hit, Thing, Way } from '../change.ts'
import type { ComparedSchema, ComparedSchemas } from './compared-schemas.ts'
import { describeBreak } from './describe-break.ts'
import { findBreaks } from './find-breaks.ts'

/** How schemas are read, whatever is asked about them. */
export interface SchemaSettings {
  readonly format: 'annotation' | 'assertion'
  /** Whether a publisher is held to the schema as it stands, not to what it declares. */
  readonly exact: boolean
}

export interface CompareOptions extends SchemaSettings {
  readonly thing: Thing
  /** The promises to keep. */
  readonly promises: readonly Direction[]
  readonly publishers: readonly string[]
  readonly consumers: readonly string[]
  /** Ways forward besides mending the change. */
  readonly ways: readonly Way[]
  /** Whether the reader is as strict as a publisher: then nothing may be sent on one side that is not on the other. */
  readonly sameMessages?: boolean
}

/** Every way in which a changed schema breaks a promise. */
export function compareSchemas(compared: ComparedSchemas, options: CompareOptions): readonly ChangeFinding[] {
  return options.promises.flatMap((direction) => compareOneWay(compared, direction, options))
}

function compareOneWay(
  compared: ComparedSchemas,
  direction: Direction,
  { thing, ways, format, exact, sameMessages = false, publishers, consumers }: CompareOptions,
): readonly ChangeFinding[] {
  const strict = ({ sides, schema }: ComparedSchema) => sides[exact ? 'reader' : 'writer'](schema)
  const [writes, reads] =
    direction === 'backward' ? [compared.old, compared.new] : [compared.new, compared.old]
  const reader = sameMessages ? strict(reads) : reads.sides.reader(reads.schema)
  const hit: Hit =
    direction === 'backward'
      ? { role: 'publisher', applications: publishers }
      : { role: 'consumer', applications: consumers }
  return findBreaks(strict(writes), reader, { format }).map((found) =>
    describeBreak(found, { thing, compared, direction, reader, hit, ways }),
  )
}
