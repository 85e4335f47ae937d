import type { ContractTree } from '@concordat/toolkit/gate'
import { type Catalog, ContractError, loadCatalog, loadConfig, withSource } from '@concordat/toolkit/model'
import type { Base } from './open-base.ts'
import type { Workspace } from './workspace.ts'

/**
 * Loads what a proposal is compared with. A base that nobody named and that cannot be read is none: whoever mends broken
 * contracts must be able to.
 *
 * @param isNamed whether the user named the base
 * @param proposed what it is compared with; files that are the same are taken from there
 * @throws ContractError where the base that was named cannot be read
 */
export async function loadBase(
  base: Base,
  isNamed: boolean,
  { cache }: Pick<Workspace, 'cache'>,
  proposed: Catalog,
): Promise<ContractTree | { readonly missing: string }> {
  if (base.missing !== undefined) return { missing: base.missing }
  const { label, source } = base
  try {
    return await withSource(source, async (opened) => {
      const config = await loadConfig(opened)
      const options = { cache, config, allowEmpty: true, known: proposed }
      const catalog = await loadCatalog(opened, options)
      return { catalog: { ...catalog, source: label }, config: config.compatibility }
    })
  } catch (error) {
    if (isNamed || !(error instanceof ContractError)) throw error
    return { missing: `${label} cannot be read: ${error.problems[0]?.message ?? error.message}` }
  }
}
