import { join } from 'node:path'
import { cacheFolder, fingerprintCode, fingerprintFiles, noCache, openCache } from '@concordat/toolkit/cache'
import type { Cache } from '@concordat/toolkit/cache'
import { folderSource, loadCatalog, loadConfig } from '@concordat/toolkit/model'
import type { Catalog, Config } from '@concordat/toolkit/model'
import type { Invocation } from './command.ts'

/** A folder of contracts with its configuration and cache: what most commands work on. */
export interface Workspace {
  readonly root: string
  readonly config: Config
  readonly cache: Cache
  /** Fingerprint of Concordat's own code. */
  readonly codeVersion: string
  readonly loadCatalog: () => Promise<Catalog>
  /** Fingerprint of every file that a catalog could be read from, without reading any. */
  readonly fingerprint: () => Promise<string>
}

/** @throws ContractError where the folder does not exist or its configuration is wrong */
export async function openWorkspace(invocation: Invocation): Promise<Workspace> {
  const { root } = invocation
  const config = await loadConfig({ kind: 'folder', path: root })
  const codeVersion = fingerprintCode(codeFolders())
  const cache = invocation.flag('no-cache') ? noCache : openCache(cacheFolder(root), codeVersion)
  return {
    root,
    config,
    cache,
    codeVersion,
    loadCatalog: () => loadCatalog({ kind: 'folder', path: root }, { cache, config }),
    fingerprint: () => fingerprintSources(root, config),
  }
}

async function fingerprintSources(root: string, config: Config): Promise<string> {
  const paths = await folderSource(root).list('')
  const generated = `${config.generated}/`
  const contracts = paths.filter((path) => /\.(?:ya?ml|json)$/.test(path) && !path.startsWith(generated))
  return fingerprintFiles(contracts.toSorted().map((path) => join(root, path)))
}

/** Folders of the code that runs: one when it is bundled, several when it runs from its sources. */
function codeFolders(): string[] {
  const here = import.meta.dirname
  if (import.meta.filename.endsWith('.js')) return [here]
  return [
    here,
    ...['../../toolkit/src', '../../formats/src', '../../../generators'].map((folder) => join(here, folder)),
  ]
}
