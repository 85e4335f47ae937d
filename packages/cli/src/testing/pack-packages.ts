import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mustRun } from './run-program.ts'

/** A package as it is published. */
export interface PackedPackage {
  readonly name: string
  /** Absolute path of the tarball. */
  readonly tarball: string
  /** Paths of the files in it. */
  readonly files: readonly string[]
}

export const repositoryRoot: string = join(import.meta.dirname, '../../../..')

/** Builds this repository and packs every workspace that is not private into a folder. */
export async function packPackages(folder: string): Promise<readonly PackedPackage[]> {
  await mustRun(repositoryRoot, process.execPath, [
    '--conditions=@concordat/source',
    'packages/workbench/src/build.ts',
  ])
  const workspaces = publishedPackages().map((name) => `--workspace=${name}`)
  const args = ['pack', '--json', '--ignore-scripts', `--pack-destination=${folder}`, ...workspaces]
  const { stdout } = await mustRun(repositoryRoot, 'npm', args)
  const packed = Object.values(JSON.parse(stdout) as Record<string, NpmPack>)
  return packed.map(({ name, filename, files }) => ({
    name,
    tarball: join(folder, filename),
    files: files.map(({ path }) => path),
  }))
}

/** Names of the workspaces that are not private. */
export function publishedPackages(): readonly string[] {
  const { workspaces } = readManifest('package.json')
  const patterns = (workspaces ?? []).map((pattern) => `${pattern}/package.json`)
  const manifests = globSync(patterns, { cwd: repositoryRoot }).map(readManifest)
  return manifests.filter((manifest) => manifest.private !== true).map(({ name }) => name)
}

/** What `npm pack --json` prints of a package. */
interface NpmPack {
  readonly name: string
  readonly filename: string
  readonly files: readonly { readonly path: string }[]
}

interface Manifest {
  readonly name: string
  readonly private?: boolean
  readonly workspaces?: readonly string[]
}

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(join(repositoryRoot, path), 'utf8')) as Manifest
}
