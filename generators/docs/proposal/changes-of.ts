import type { Change, GateReport, ThingKind } from '@concordat/toolkit/gate'

/** The changes of a proposal by what they change. */
export type ChangesOf = (kind: ThingKind, name: string) => readonly Change[]

export function changesOf(proposal: GateReport | undefined): ChangesOf {
  const changes = Map.groupBy(proposal?.changes ?? [], ({ thing }) => keyOf(thing.kind, thing.name))
  return (kind, name) => changes.get(keyOf(kind, name)) ?? []
}

function keyOf(kind: ThingKind, name: string): string {
  return `${kind} ${name}`
}
