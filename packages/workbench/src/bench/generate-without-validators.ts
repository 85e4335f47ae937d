// Renders what the target typescript prints for a folder of contracts, but for the compiled validators, and throws it
// away: types, clients and constants are what other generators are compared by. Run by the benchmark in a process of its
// own, from sources, so its figure holds some 0.3 s of type stripping.
import { generators } from '@concordat/generators'
import { loadCatalog } from '@concordat/toolkit/model'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: generate-without-validators.ts FOLDER')
const catalog = await loadCatalog({ kind: 'folder', path: folder })
const typescript = generators.find(({ name }) => name === 'typescript')
for (const unit of (await typescript?.plan(catalog, {})) ?? []) {
  if (!unit.paths.some((path) => path.endsWith('.validators.js'))) await unit.render()
}
