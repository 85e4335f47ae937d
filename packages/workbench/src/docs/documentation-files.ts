import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { repositoryRoot } from '../repository-root.ts'

export interface DocumentationFile {
  /** Relative to the root of the repository. */
  readonly path: string
  readonly text: string
}

const patterns = [
  '*.md',
  'docs/**/*.md',
  'packages/*/README.md',
  'generators/README.md',
  'services-reference/*/README.md',
]

/** What people read in this repository, in Markdown. */
export function documentationFiles(): readonly DocumentationFile[] {
  return globSync(patterns, { cwd: repositoryRoot })
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(repositoryRoot, path), 'utf8') }))
}
