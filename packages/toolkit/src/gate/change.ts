import type { Json, Place } from '../model/catalog.ts'
import type { Mode } from '../model/compatibility-mode.ts'

/**
 * What a change means for those who are on either side of it, most serious first. `breaking` has a witness or follows
 * from what the broker does; `undecided` blocks like it, because nothing proved the change harmless.
 */
export type ChangeVerdict = 'breaking' | 'undecided' | 'risky' | 'compatible'

/** Every verdict, most serious first. */
export const CHANGE_VERDICTS: readonly ChangeVerdict[] = ['breaking', 'undecided', 'risky', 'compatible']

/** One thing that is not what it was before, with all that was found about it. */
export interface Change {
  readonly thing: Thing
  /** What it was and what it is now: versions, where the thing is a subject; labels of the trees else. */
  readonly from: string
  readonly to: string
  /** The most serious of the findings that no exception accepts. */
  readonly verdict: ChangeVerdict
  /** What was asked; undefined where no schema was compared. */
  readonly mode: Mode | undefined
  /** What the version number says about the change, and what it would have to say; subjects only. */
  readonly bump: { readonly claimed: Bump; readonly needed: Bump } | undefined
  /** Every application that sends or receives the thing, before or now, sorted by role and name. */
  readonly parties: readonly Party[]
  readonly findings: readonly ChangeFinding[]
}

/** What changed. */
export interface Thing {
  readonly kind: ThingKind
  /** Unique among things of the kind: `orders/order.created`, `event-bus/orders`. */
  readonly name: string
}

export type ThingKind = 'subject' | 'message' | 'channel' | 'operation' | 'server' | 'application'

/** Every kind of thing that can change. */
export const THING_KINDS: readonly ThingKind[] = [
  'subject',
  'message',
  'channel',
  'operation',
  'server',
  'application',
]

export type Bump = 'none' | 'patch' | 'minor' | 'major'

/** An application on one side of a message. */
export interface Party {
  readonly role: 'publisher' | 'consumer'
  /** `event-bus/order-service`. */
  readonly application: string
}

/** Why a change may not go through as it is, or only with care. */
export interface ChangeFinding {
  /** Kebab-case, says what happened: `property-became-required`. */
  readonly rule: string
  readonly verdict: Exclude<ChangeVerdict, 'compatible'>
  /** What changed, quoting what the user wrote. One sentence. */
  readonly message: string
  /** What happens to whom if it goes through. One sentence. */
  readonly why: string
  /** Where it stands: in the proposed tree, or in the base where it is gone from the proposed one. */
  readonly place: Place
  readonly tree: 'head' | 'base'
  /** Which promise of the mode is broken; undefined where no schema was compared. */
  readonly direction: Direction | undefined
  readonly witness: Witness | undefined
  readonly hit: readonly Hit[]
  /** What can be done about it, best first. */
  readonly ways: readonly Way[]
  /**
   * 16 hexadecimal digits: the same as long as the same thing breaks in the same way, wherever the lines move to. An
   * exception names it.
   */
  readonly fingerprint: string
  /** The exception that accepts the finding. */
  readonly exception: AcceptedBy | undefined
}

/** `backward`: the new consumer reads what the old publisher sends; `forward`: the old consumer what the new one sends. */
export type Direction = 'backward' | 'forward'

/** A value that proves an incompatibility: one side sends it and the other refuses it. */
export interface Witness {
  readonly value: Json
  /** The schema whose publisher lets it through: `orders/order.created 1.0.0`. */
  readonly sentBy: string
  /** The schema whose consumer refuses it. */
  readonly refusedBy: string
  /** JSON Pointer into the value. */
  readonly at: string
  /** What the consumer says: `must have required property 'currency'`. */
  readonly error: string
}

/** Who is hit by a finding. */
export interface Hit {
  readonly role: 'publisher' | 'consumer' | 'deployment'
  /** `event-bus/order-service`; empty where the contracts name none. */
  readonly applications: readonly string[]
}

/** A way forward: one sentence, and the command line that takes it where there is one. */
export interface Way {
  readonly text: string
  readonly command?: string
}

export interface AcceptedBy {
  /** Path of the exception's file, relative to the root. */
  readonly file: string
  readonly owner: string
  readonly reason: string
  /** Last day on which it holds, `2027-01-31`. */
  readonly expires: string
}
