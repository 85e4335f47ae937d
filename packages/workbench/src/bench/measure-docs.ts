import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addProperty } from './add-property.ts'
import { type Cost, measure, measureBest } from './measure.ts'
import { syntheticSchemaPath, writeSyntheticContracts } from './synthetic-contracts.ts'

/** What the documentation site of a made-up catalog costs, and how large it is. */
export interface DocsCosts {
  readonly cold: Cost
  /** A property was added to the schema of one event. */
  readonly oneChanged: Cost
  readonly nothingChanged: Cost
  readonly files: number
  readonly bytes: number
}

/** @param cli path of the packed command line */
export async function measureDocs(cli: string, events: number): Promise<DocsCosts> {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-bench-docs-'))
  const args = [cli, 'docs', '--root', folder]
  try {
    writeSyntheticContracts(folder, events)
    const cold = await measure(args, folder)
    const schema = join(folder, syntheticSchemaPath(Math.floor(events / 2)))
    const oneChanged = await measureBest(3, args, folder, (run) => addProperty(schema, `added${run}`))
    const nothingChanged = await measureBest(3, args, folder)
    return { cold, oneChanged, nothingChanged, ...sizeOf(join(folder, '.concordat/docs')) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function sizeOf(folder: string): { readonly files: number; readonly bytes: number } {
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => statSync(join(parentPath, name)).size)
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}
