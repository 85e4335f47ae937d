import type { GeneratedFile } from '@concordat/toolkit/codegen'
import { type ContractSource, loadCatalog, type SourceSpec } from '@concordat/toolkit/model'
import { typescript } from '../target.ts'

/** Everything that the target prints for contracts, with imports that Node can follow. */
export async function render(source: SourceSpec | ContractSource): Promise<readonly GeneratedFile[]> {
  const units = await typescript.plan(await loadCatalog(source), { importExtension: '.ts' })
  const files: GeneratedFile[] = []
  for (const unit of units) files.push(...(await unit.render()))
  return files
}

/** The text of one file. */
export async function renderFile(source: SourceSpec | ContractSource, path: string): Promise<string> {
  const files = await render(source)
  const file = files.find((candidate) => candidate.path === path)
  if (file === undefined)
    throw new Error(`${path} was not printed, only ${files.map((other) => other.path).join(', ')}`)
  return file.content
}
