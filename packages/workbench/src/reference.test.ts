import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { referencePages } from './reference/reference-pages.ts'
import { repositoryRoot } from './repository-root.ts'

it.each([...(await referencePages())])(
  '%s is in step with the code; `node packages/workbench/bootstrap.mjs reference` writes it',
  (path, content) => {
    expect(readFileSync(join(repositoryRoot, path), 'utf8')).toBe(content)
  },
)
