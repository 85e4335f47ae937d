import { spawnSync } from 'node:child_process'

// What `concordat check` says of a proposal, `concordat diff` says of any two versions.
const command = ['concordat', 'diff', 'products/product.created@1.0.0', 'products/product.created@2.0.0']
const { stdout } = spawnSync(process.execPath, ['packages/workbench/bootstrap.mjs', ...command], {
  encoding: 'utf8',
})
process.stdout.write(stdout)
