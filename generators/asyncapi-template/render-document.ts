import type { GeneratedFile } from '@concordat/toolkit/codegen'
import { type Catalog, type Config, ContractError, loadCatalog, loadConfig } from '@concordat/toolkit/model'
import { generators } from '../index.ts'

export interface RenderDocumentRequest {
  /** Folder of the contracts, absolute or relative to the current one. */
  readonly root: string
  /** Path of an AsyncAPI document in that folder. */
  readonly document: string
  /** Names of targets; those of the configuration where it is empty. */
  readonly targets: readonly string[]
}

/**
 * Renders what belongs to the applications of one document, with all that it imports: byte for byte what `concordat
 * generate` writes for them.
 *
 * @throws ContractError where the contracts cannot be read or printed
 */
export async function renderDocument(request: RenderDocumentRequest): Promise<readonly GeneratedFile[]> {
  const source = { kind: 'folder', path: request.root } as const
  const config = await loadConfig(source)
  const catalog = await loadCatalog(source, { config })
  const part = onlyDocument(catalog, request.document)
  const files: GeneratedFile[] = []
  for (const name of targetNames(request, config)) {
    const generator = generators.find((candidate) => candidate.name === name)
    if (generator === undefined) throw unknownTarget(name)
    const options = config.targets[name] ?? {}
    // The part says which files; the whole says what is in them, because applications share modules.
    const paths = new Set((await generator.plan(part, options)).flatMap((unit) => unit.paths))
    for (const unit of await generator.plan(catalog, options))
      if (unit.paths.some((path) => paths.has(path))) files.push(...(await unit.render()))
  }
  return files
}

function targetNames(request: RenderDocumentRequest, config: Config): readonly string[] {
  if (request.targets.length > 0) return request.targets
  const configured = Object.keys(config.targets)
  return configured.length > 0 ? configured : ['typescript']
}

/** The catalog with the applications of one document only. */
function onlyDocument(catalog: Catalog, document: string): Catalog {
  const systems = catalog.systems.map((system) => ({
    ...system,
    services: system.services.filter((service) => service.document.path === document),
  }))
  if (systems.some((system) => system.services.length > 0)) return { ...catalog, systems }
  throw new ContractError([
    {
      code: 'not-found',
      message: `${catalog.source} has no document ${document} that describes an application.`,
      fix: 'Give the path of an AsyncAPI document with operations, relative to the root.',
      place: undefined,
    },
  ])
}

function unknownTarget(name: string): ContractError {
  return new ContractError([
    {
      code: 'bad-config',
      message: `There is no target ${JSON.stringify(name)}; there is ${generators.map((known) => known.name).join(', ')}.`,
      fix: 'Name one of these.',
      place: undefined,
    },
  ])
}
