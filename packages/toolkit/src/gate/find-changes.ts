import type { Change } from './change.ts'
import { changedPairs } from './changed-pairs.ts'
import type { ContractTree } from './check-contracts.ts'
import { contractChanges } from './contract-changes.ts'
import { fileChanges } from './file-changes.ts'
import { joinChanges } from './join-changes.ts'
import { compareMessages } from './messages/compare-messages.ts'
import { pairCatalogs } from './pair-catalogs.ts'
import { policyInForce } from './policy/policy-in-force.ts'
import { policyOf } from './policy/policy.ts'
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
function changesWithin({ catalog, config }: ContractTree): readonly Change[] {
  const versions = compareSubjects({
    head: openTree(catalog),
    base: undefined,
    changes: fileChanges(undefined, catalog),
    settings: settingsOf(config),
    policy: policyOf(catalog, config),
  })
  return [...versions, ...majorsShareChannel(catalog)].filter(({ findings }) => findings.length > 0)
}

function changesBetween(base: ContractTree, head: ContractTree, today: string): readonly Change[] {
  const changes = fileChanges(base.catalog, head.catalog)
  const promised = { base: policyOf(base.catalog, base.config), head: policyOf(head.catalog, head.config) }
  const pairs = pairCatalogs(base.catalog, head.catalog)
  const context = {
    base: openTree(base.catalog),
    head: openTree(head.catalog),
    pairs,
    changes,
    settings: settingsOf(base.config),
    policy: policyInForce(promised.base, promised.head),
  }
  const compared = { base: base.catalog, head: head.catalog, pairs, changes }
  return joinChanges([
    ...tellOnce(compareSubjects(context), compareMessages(context)),
    ...contractChanges(base.catalog, head.catalog, changedPairs(compared), today),
    ...withoutFindings(majorsShareChannel(head.catalog), majorsShareChannel(base.catalog)),
    ...weakenedModes(promised.base, promised.head, head.catalog),
  ])
}

function settingsOf({ exact, format }: ContractTree['config']): {
  readonly exact: boolean
  readonly format: 'annotation' | 'assertion'
} {
  return { exact, format: exact ? 'annotation' : format }
}
