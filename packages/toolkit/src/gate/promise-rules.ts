import type { ChangeFinding } from './change.ts'

/** What is found about promises as such, beside what happened to one schema or one channel. */
export interface PromiseRule {
  readonly id: string
  readonly verdict: ChangeFinding['verdict']
  /** What the rule reports, one sentence for the reference. */
  readonly summary: string
  /** What happens to whom if it goes through, one sentence. */
  readonly why: string
}

export const compatibilityUndecided: PromiseRule = {
  id: 'compatibility-undecided',
  verdict: 'undecided',
  summary: 'Whether a schema keeps its promises was neither proved nor refuted.',
  why: 'Nothing proves that no message is refused, so it counts as a break until somebody accepts it.',
}

export const compatibilityWeakened: PromiseRule = {
  id: 'compatibility-weakened',
  verdict: 'risky',
  summary: 'A subject or a message promises less than before.',
  why: 'Once this is merged, changes go through that break applications which rely on the promise.',
}

export const majorsOnOneChannel: PromiseRule = {
  id: 'majors-share-channel',
  verdict: 'breaking',
  summary:
    'Two majors of a subject travel on one channel under one type, while the older one is still consumed.',
  why: 'A consumer of the older major takes messages of the newer one for its own, and refuses or misreads them.',
}

export const patchChangesMessages: PromiseRule = {
  id: 'patch-changes-messages',
  verdict: 'breaking',
  summary: 'A patch version has other messages than the version before it.',
  why: 'Whoever takes a patch release without reading what changed meets messages that did not exist before.',
}

export const payloadNotCompared: PromiseRule = {
  id: 'payload-not-compared',
  verdict: 'undecided',
  summary: 'A payload changed that is described in another language than JSON Schema.',
  why: 'Nothing proves that consumers can still read the message.',
}

/** Every one of them, in the order of the ids. */
export const promiseRules: readonly PromiseRule[] = [
  compatibilityUndecided,
  compatibilityWeakened,
  majorsOnOneChannel,
  patchChangesMessages,
  payloadNotCompared,
]
