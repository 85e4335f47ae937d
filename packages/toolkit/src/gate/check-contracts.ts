import type { Catalog } from '../model/catalog.ts'
import { compareText } from '../model/by-name.ts'
import type { CompatibilityConfig } from '../model/config.ts'
import type { Finding } from '../model/finding.ts'
import { type Change, CHANGE_VERDICTS } from './change.ts'
import { applyExceptions } from './exceptions/apply-exceptions.ts'
import type { Exception } from './exceptions/exception.ts'
import { findChanges } from './find-changes.ts'
import { releasedChanges } from './released-changes.ts'
import type { GateReport } from './report.ts'

export interface CheckInput {
  readonly head: ContractTree
  /** What the proposal is compared with, or why there is nothing. */
  readonly base: ContractTree | { readonly missing: string }
  /** What lint found in the proposed tree. */
  readonly lint: readonly Finding[]
  readonly exceptions: readonly Exception[]
  /** `2026-11-28`: exceptions and announced removals are held against it. */
  readonly today: string
}

/** A catalog and what its configuration says of compatibility. */
export interface ContractTree {
  readonly catalog: Catalog
  readonly config: CompatibilityConfig
}

/**
 * Decides whether a proposal may be merged: every change with its verdict, whom it hits, and the message that proves it.
 * What the base has already is not told again.
 *
 * ```ts
 * const report = checkContracts({ head, base, lint: [], exceptions: [], today: '2026-11-28' })
 * if (report.verdict === 'breaking') …
 * ```
 */
export function checkContracts({ head, base, lint, exceptions, today }: CheckInput): GateReport {
  const before = 'catalog' in base ? base : undefined
  const found = findChanges(head, before, today)
  const released =
    before === undefined ? { changes: [], lint } : releasedChanges(lint, before.catalog, head.catalog)
  const { changes, findings } = applyExceptions([...found, ...released.changes], exceptions, today)
  return {
    verdict:
      CHANGE_VERDICTS.find((verdict) => changes.some((change) => change.verdict === verdict)) ?? 'compatible',
    head: head.catalog.source,
    base: 'catalog' in base ? { label: base.catalog.source } : base,
    changes: changes.toSorted(compareChanges),
    lint: [...released.lint, ...findings],
  }
}

function compareChanges(left: Change, right: Change): number {
  return (
    CHANGE_VERDICTS.indexOf(left.verdict) - CHANGE_VERDICTS.indexOf(right.verdict) ||
    compareText(left.thing.kind, right.thing.kind) ||
    compareText(left.thing.name, right.thing.name)
  )
}
