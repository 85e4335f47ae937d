import { join } from 'node:path'
import { cacheFolder, fingerprintCode, fingerprintFiles, noCache, openCache } from '@concordat/toolkit/cache'
import type { Cache } from '@concordat/toolkit/cache'
import { folderSource, loadCatalog, loadConfig } from '@concordat/toolkit/model'
import type { Catalog, Config, ContractSource } from '@concordat/toolkit/model'
import type { Invocation } from './command.ts'

/** A folder of contracts with its configuration and cache: what most commands work on. */
export interface Workspace {
  readonly root: string
  readonly config: Config
  readonly cache: Cache
  /** Fingerprint of Concordat's own code. */
  readonly codeVersion: string
  readonly loadCatalog: () => Promise<Catalog>
  /** Fingerprint of every file that a catalog could be read from and of those that the last one was, without reading any. */
  readonly fingerprint: () => Promise<string>
}

/** @throws ContractError where the folder does not exist or its configuration is wrong */
export async function openWorkspace(invocation: Pick<Invocation, 'root' | 'flag'>): Promise<Workspace> {
  const { root } = invocation
  const config = await loadConfig({ kind: 'folder', path: root })
  const codeVersion = fingerprintCode(codeFolders())
  const cache = invocation.flag('no-cache') ? noCache : openCache(cacheFolder(root), codeVersion)
  const source = folderSource(root)
  let listed: ReadonlySet<string> | undefined
  return {
    root,
    config,
    cache,
    codeVersion,
    loadCatalog: async () => {
      const catalog = await loadCatalog(source, { cache, config })
      if (listed !== undefined) rememberUnlisted(cache, catalog, listed)
      return catalog
    },
    fingerprint: async () => {
      listed = await listContracts(source, config)
      const paths = [...listed, ...unlisted(cache)].toSorted()
      return fingerprintFiles(paths.map((path) => join(root, path)))
    },
  }
}

/** Files that are contracts by their names and places. */
async function listContracts(source: ContractSource, config: Config): Promise<ReadonlySet<string>> {
  const paths = await source.list('', config.generated)
  return new Set(paths.filter((path) => /\.(?:ya?ml|json)$/i.test(path)))
}

/** A reference may lead to any file: `order.avsc`, or one in a folder that is not searched. */
function rememberUnlisted(cache: Cache, catalog: Catalog, listed: ReadonlySet<string>): void {
  const paths = [...catalog.files.keys()].filter((path) => !listed.has(path))
  cache.set('sources', 'unlisted', JSON.stringify(paths))
}

function unlisted(cache: Cache): readonly string[] {
  return JSON.parse(cache.get('sources', 'unlisted') ?? '[]') as string[]
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
