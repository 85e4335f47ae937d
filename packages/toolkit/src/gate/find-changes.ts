import type { Change } from './change.ts'
import { changedPairs } from './changed-pairs.ts'
import type { ContractTree } from './check-contracts.ts'
import { contractChanges } from './contract-changes.ts'
import { fileChanges } from './file-changes.ts'
import { joinChanges } from './join-changes.ts'
import { compareMessages } from './messages/compare-messages.ts'
import { pairCatalogs } from './pair-catalogs.ts'
import { weakenedModes } from './policy/weakened-modes.ts'
import { compareSubjects } from './subjects/compare-subjects.ts'
import { majorsShareChannel } from './subjects/majors-share-channel.ts'
import { tellOnce, withoutFindings } from './tell-once.ts'
import { openTree } from './tree.ts'

/** Every change of a proposal, each told once; without a base, what is wrong within the tree itself. */
export function findChanges(
  head: ContractTree,
  base: ContractTree | undefined,
  today: string,
): readonly Change[] {
  return base === undefined ? changesWithin(head) : changesBetween(base, head, today)
}

/** What does not keep its promises within one tree; what does is no change. */
function changesWithin(contracts: ContractTree): readonly Change[] {
  const { catalog, config } = contracts
  const versions = compareSubjects({
    head: openTree(contracts),
    base: undefined,
    changes: fileChanges(undefined, catalog),
    settings: settingsOf(config),
  })
  return [...versions, ...majorsShareChannel(catalog)].filter(({ findings }) => findings.length > 0)
}

function changesBetween(before: ContractTree, now: ContractTree, today: string): readonly Change[] {
  const changes = fileChanges(before.catalog, now.catalog)
  const pairs = pairCatalogs(before.catalog, now.catalog)
  const [base, head] = [openTree(before), openTree(now)]
  const context = { base, head, pairs, changes, settings: settingsOf(before.config) }
  const compared = { base: before.catalog, head: now.catalog, pairs, changes }
  return joinChanges([
    ...tellOnce(compareSubjects(context), compareMessages(context)),
    ...contractChanges(before.catalog, now.catalog, changedPairs(compared), today),
    ...withoutFindings(majorsShareChannel(now.catalog), majorsShareChannel(before.catalog)),
    ...weakenedModes(base, head, pairs),
  ])
}

function settingsOf({ exact, format }: ContractTree['config']): {
  readonly exact: boolean
  readonly format: 'annotation' | 'assertion'
} {
  return { exact, format: exact ? 'annotation' : format }
}
