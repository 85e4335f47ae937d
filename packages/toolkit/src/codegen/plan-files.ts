import { hash } from 'node:crypto'
import type { Catalog } from '../model/catalog.ts'
import { ContractError } from '../model/contract-error.ts'
import type { Generator, GeneratorOptions, GeneratorUnit } from './generator.ts'

/** A unit of work with all that decides its output folded into one key. */
export interface PlannedUnit {
  readonly target: string
  /** SHA-256, hexadecimal: equal keys, equal files. */
  readonly key: string
  readonly paths: readonly string[]
  readonly render: GeneratorUnit['render']
}

/**
 * Asks each generator for its units and makes sure that no two of them print the same file.
 *
 * @param codeVersion stands for the generators' own code
 * @throws ContractError `name-collision` where two units claim one path, also where only the case differs
 */
export async function planFiles(
  generators: readonly Generator[],
  catalog: Catalog,
  optionsOf: (target: string) => GeneratorOptions,
  codeVersion: string,
): Promise<readonly PlannedUnit[]> {
  const units: PlannedUnit[] = []
  for (const generator of generators) {
    const options = optionsOf(generator.name)
    const prefix = `${codeVersion}\0${generator.name}\0${JSON.stringify(options)}\0`
    for (const { inputs, paths, render } of await generator.plan(catalog, options)) {
      const key = hash('sha256', `${prefix}${paths.join('\0')}\0\0${inputs}`)
      units.push({ target: generator.name, key, paths, render })
    }
  }
  refuseCollisions(units)
  return units
}

function refuseCollisions(units: readonly PlannedUnit[]): void {
  const seen = new Map<string, string>()
  for (const { paths } of units) {
    for (const path of paths) {
      if (!isInside(path)) throw new Error(`a generator planned a file outside the output folder: ${path}`)
      const other = seen.get(path.toLowerCase())
      if (other !== undefined) throw collision(other, path)
      seen.set(path.toLowerCase(), path)
    }
  }
}

/** Whether a path relative to the output folder stays in it. */
export function isInside(path: string): boolean {
  const segments = path.split('/')
  return (
    !path.includes('\\') &&
    !path.includes('\0') &&
    segments.every((segment) => segment !== '' && segment !== '.' && segment !== '..')
  )
}

function collision(first: string, second: string): ContractError {
  const message =
    first === second
      ? `Two contracts would be generated into ${first}`
      : `Two contracts would be generated into ${first} and ${second}, which differ in case only`
  return new ContractError([
    {
      code: 'name-collision',
      message,
      fix: 'Rename one of the two systems, documents or subjects.',
      place: undefined,
    },
  ])
}
