/**
 * Which promises a new version must keep (Confluent Schema Registry, "Schema Evolution and Compatibility").
 *
 * - BACKWARD: the new consumer reads what the old publisher sends: writer(old) ⊆ reader(new)
 * - FORWARD: the old consumer reads what the new publisher sends: writer(new) ⊆ reader(old)
 * - FULL: both
 * - …_TRANSITIVE: with every earlier version of the same major, not only the one before
 */
export type Mode =
  | 'BACKWARD'
  | 'BACKWARD_TRANSITIVE'
  | 'FORWARD'
  | 'FORWARD_TRANSITIVE'
  | 'FULL'
  | 'FULL_TRANSITIVE'
  | 'NONE'

export const MODES: readonly Mode[] = [
  'BACKWARD',
  'BACKWARD_TRANSITIVE',
  'FORWARD',
  'FORWARD_TRANSITIVE',
  'FULL',
  'FULL_TRANSITIVE',
  'NONE',
]

export function isMode(text: string): text is Mode {
  return (MODES as readonly string[]).includes(text)
}
