import type { ContractTree } from '@concordat/toolkit/gate'
import { ContractError, loadCatalog, loadConfig } from '@concordat/toolkit/model'
import type { Base } from './open-base.ts'
import type { Workspace } from './workspace.ts'

/**
 * Loads what a proposal is compared with. A base that nobody named and that cannot be read is none: whoever mends broken
 * contracts must be able to.
 *
 * @param isNamed whether the user named the base
 * @throws ContractError where the base that was named cannot be read
 */
export async function loadBase(
  base: Base,
  isNamed: boolean,
  { cache }: Pick<Workspace, 'cache'>,
): Promise<ContractTree | { readonly missing: string }> {
  if (base.missing !== undefined) return { missing: base.missing }
  const { label, source } = base
  try {
    const config = await loadConfig(source)
    const catalog = await loadCatalog(source, { cache, config, allowEmpty: true })
    return { catalog: { ...catalog, source: label }, config: config.compatibility }
  } catch (error) {
    if (isNamed || !(error instanceof ContractError)) throw error
    return { missing: `${label} cannot be read: ${error.problems[0]?.message ?? error.message}` }
  }
}
