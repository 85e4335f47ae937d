import { checkContracts, loadExceptions } from '@concordat/toolkit/gate'
import type { Exception, GateReport } from '@concordat/toolkit/gate'
import { baseOfCatalog, lint, openBaseRevision } from '@concordat/toolkit/lint'
import type { BaseRevision } from '@concordat/toolkit/lint'
import { ContractError, prepareSource } from '@concordat/toolkit/model'
import { loadBase } from './load-base.ts'
import { openBase } from './open-base.ts'
import type { Base } from './open-base.ts'
import type { Workspace } from './workspace.ts'

export interface CheckOptions {
  /** The revision, folder or archive to compare with; undefined: where the branch left the main one. */
  readonly against: string | undefined
  /** `2026-11-28` */
  readonly today: string
  /** In place of those of the workspace. */
  readonly exceptions?: readonly Exception[]
}

/**
 * Holds the contracts of a folder against their base, with lint and exceptions.
 *
 * @throws ContractError where contracts or exceptions cannot be read, where the base that was named is unknown, and in CI
 *   where the clone does not go back far enough: a gate that compares with nothing would be open
 */
export async function checkWorkspace(workspace: Workspace, options: CheckOptions): Promise<GateReport> {
  const { root, config, cache } = workspace
  const { against, today } = options
  const base = openBase(workspace, against)
  if (base.missing !== undefined && base.fix !== undefined && process.env['CI']) {
    const message = `There is nothing to compare with: ${base.missing}.`
    throw new ContractError([{ code: 'bad-revision', message, fix: base.fix, place: undefined }])
  }
  if (base.missing === undefined) await prepareSource(base.source)
  const catalog = await workspace.loadCatalog()
  const before = await loadBase(base, against !== undefined, workspace, catalog)
  const released = await lintBase(root, base, before)
  const findings = await lint(catalog, {
    cache,
    rules: config.lint.rules,
    ...(released === undefined ? {} : { base: released }),
  })
  const exceptions =
    options.exceptions ?? (await loadExceptions({ kind: 'folder', path: root }, config.exceptions))
  cache.flush()
  return checkContracts({
    // Its path is of no use to whoever reads the report somewhere else.
    head: { catalog: { ...catalog, source: 'the working tree' }, config: config.compatibility },
    base: before,
    lint: findings,
    exceptions,
    today,
  })
}

/** A revision is asked for what changed only, even where the rest of it cannot be read; a folder was read already. */
async function lintBase(
  root: string,
  base: Base,
  before: Awaited<ReturnType<typeof loadBase>>,
): Promise<BaseRevision | undefined> {
  if (base.missing !== undefined) return undefined
  if (base.source.kind === 'revision')
    return { ...(await openBaseRevision(root, base.source.revision)), label: base.label }
  return 'catalog' in before ? baseOfCatalog(before.catalog) : undefined
}

/** The day by the clock, in UTC so that it is the same for everybody: `2026-11-28`. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}
