import { posix } from 'node:path'
import { parseSemver } from '../../model/semver.ts'
import { quote } from '../quote.ts'
import type { Rule } from '../rule.ts'

export const versionFileName: Rule = {
  id: 'version-file-name',
  severity: 'error',
  summary: 'A schema file in the folder of a domain and subject is not named for a semantic version.',
  why: 'The file is no version of the subject, so nothing checks it, generates from it or shows it.',
  *check({ catalog }) {
    const domains = new Set(
      catalog.subjects.flatMap(({ versions }) =>
        versions.map(({ path }) => posix.dirname(posix.dirname(posix.dirname(path)))),
      ),
    )
    for (const path of catalog.files.keys()) {
      const { dir, name, ext } = posix.parse(path)
      const isBesideVersions = domains.has(posix.dirname(posix.dirname(dir)))
      if (!isBesideVersions || !/^\.(?:json|ya?ml)$/i.test(ext) || parseSemver(name) !== undefined) continue
      yield {
        at: { file: path, pointer: '' },
        message: `The file is named ${quote(`${name}${ext}`)}, which is not a semantic version`,
        fix: 'Name it like "1.0.0.json" for the version that it is.',
      }
    }
  },
}
