import { join } from 'node:path'
import type { Cache } from '../cache/cache.ts'
import { stampOf } from '../cache/fingerprint.ts'
import type { Catalog } from '../model/catalog.ts'
import { ContractError } from '../model/contract-error.ts'
import { readState, writeState } from './generate-state.ts'
import type { PrintedFile } from './generate-state.ts'
import type { GeneratedFile, Generator, GeneratorOptions } from './generator.ts'
import { MANIFEST, printManifest, readManifest } from './manifest.ts'
import type { Manifest } from './manifest.ts'
import { applyChanges, hashOf, OutputHashes } from './output-folder.ts'
import type { StampedHash } from './output-folder.ts'
import { planFiles } from './plan-files.ts'
import type { PlannedUnit } from './plan-files.ts'

export interface GenerateRequest {
  readonly catalog: Catalog
  readonly generators: readonly Generator[]
  readonly optionsOf: (target: string) => GeneratorOptions
  /** Absolute path of the output folder. */
  readonly folder: string
  /** `check` and `dry-run` write nothing. */
  readonly mode: 'write' | 'check' | 'dry-run'
  readonly cache: Cache
  /** Fingerprint of the generators' own code. */
  readonly codeVersion: string
  /** Fingerprint, taken before the catalog was loaded, of all that the result depends on; for {@link isInStep}. */
  readonly inputs?: string
}

export interface GenerateResult {
  readonly changes: readonly FileChange[]
  /** Number of files that the catalog yields, the manifest among them. */
  readonly total: number
}

export interface FileChange {
  /** Relative to the output folder. */
  readonly path: string
  readonly kind: 'missing' | 'different' | 'stale'
}

/**
 * Brings the output folder in step with the catalog, or tells what is out of step. A unit whose key is known and whose
 * files are still as it left them is not rendered again. Nothing is written before everything has been rendered.
 *
 * @throws ContractError where the catalog cannot be printed or the folder cannot be written; the folder is then as it was
 */
export async function generate(request: GenerateRequest): Promise<GenerateResult> {
  const { folder, cache } = request
  const units = await planFiles(request.generators, request.catalog, request.optionsOf, request.codeVersion)
  const state = readState(cache, folder)
  const hashes = new OutputHashes(folder, state.files)
  const isPrinted = (path: string, key: string): boolean => {
    const file = state.files.get(path)
    return file !== undefined && file.unit === key && file.hash === hashes.get(path)
  }
  const rendered: GeneratedFile[] = []
  for (const unit of units) {
    if (!unit.paths.every((path) => isPrinted(path, unit.key))) rendered.push(...(await render(unit)))
  }

  const before = readManifest(folder)
  const after = nextManifest(before, request.generators, units)
  const planned = new Set([...after.values()].flat())
  const changed = rendered.filter((file) => hashes.get(file.path) !== hashOf(file.content))
  const stale = [...before.values()]
    .flat()
    .filter((path) => !planned.has(path) && hashes.get(path) !== undefined)
  const manifest: GeneratedFile = { path: MANIFEST, content: printManifest(after) }
  const written = hashes.get(MANIFEST) === hashOf(manifest.content) ? changed : [...changed, manifest]

  if (request.mode === 'write') {
    applyChanges(folder, written, stale)
    const current = hashes.refreshed([...written.map((file) => file.path), ...stale])
    writeState(cache, folder, { inputs: request.inputs, files: withUnits(current, units) })
  }
  return { changes: describeChanges(written, stale, hashes), total: planned.size + 1 }
}

/**
 * Whether the last {@link generate} into a folder was given the same `inputs` and nobody has touched its files since.
 * Costs a stat a file; saves loading the catalog.
 */
export function isInStep(
  cache: Cache,
  folder: string,
  inputs: string,
): { readonly total: number } | undefined {
  const state = readState(cache, folder)
  if (state.inputs !== inputs) return undefined
  for (const [path, { stamp }] of state.files) if (stampOf(join(folder, path)) !== stamp) return undefined
  return { total: state.files.size }
}

function withUnits(
  hashes: ReadonlyMap<string, StampedHash>,
  units: readonly PlannedUnit[],
): ReadonlyMap<string, PrintedFile> {
  const keys = new Map(units.flatMap(({ key, paths }) => paths.map((path) => [path, key])))
  return new Map(
    [...hashes].map(([path, { stamp, hash }]) => [path, { stamp, hash, unit: keys.get(path) ?? '' }]),
  )
}

/** A schema that is valid may still be nested deeper than what prints it can follow; that is no fault of ours to trace. */
async function render(unit: PlannedUnit): Promise<readonly GeneratedFile[]> {
  try {
    return await unit.render()
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    const message = `${unit.paths.join(' and ')} cannot be generated: a schema behind it is nested too deep.`
    const fix = 'Nest schemas less than about 200 levels; give inner ones a definition of their own.'
    throw new ContractError([{ code: 'too-deep', message, fix, place: undefined }], { cause })
  }
}

function nextManifest(
  before: Manifest,
  generators: readonly Generator[],
  units: readonly PlannedUnit[],
): Manifest {
  const after = new Map(before)
  for (const { name } of generators)
    after.set(
      name,
      units.filter((unit) => unit.target === name).flatMap((unit) => unit.paths),
    )
  return after
}

function describeChanges(
  changed: readonly GeneratedFile[],
  stale: readonly string[],
  hashes: OutputHashes,
): FileChange[] {
  return [
    ...changed.map(({ path }): FileChange => ({
      path,
      kind: hashes.get(path) === undefined ? 'missing' : 'different',
    })),
    ...stale.map((path): FileChange => ({ path, kind: 'stale' })),
  ].toSorted((a, b) => (a.path < b.path ? -1 : 1))
}
