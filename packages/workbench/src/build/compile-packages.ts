import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { repositoryRoot } from '../repository-root.ts'

const configuration = join(repositoryRoot, 'tsconfig.build.json')

/**
 * Compiles the packages that `tsconfig.build.json` names into their `dist` folders, and says whether that went well.
 * The folders are emptied first: the output of a source that is gone must not be published.
 */
export function compilePackages(): boolean {
  for (const folder of packageFolders()) rmSync(join(folder, 'dist'), { recursive: true, force: true })
  const compiler = join(repositoryRoot, 'node_modules/typescript/bin/tsc')
  const result = spawnSync(process.execPath, [compiler, '--build', '--force', configuration], {
    stdio: 'inherit',
  })
  return result.status === 0
}

function packageFolders(): string[] {
  const { references } = JSON.parse(readFileSync(configuration, 'utf8')) as { references: { path: string }[] }
  return references.map(({ path }) => join(repositoryRoot, dirname(path)))
}
