import { child } from '../../model/node.ts'
import { quote } from '../quote.ts'
import type { Rule } from '../rule.ts'

export const versionIdMismatch: Rule = {
  id: 'version-id-mismatch',
  severity: 'error',
  summary:
    'The `$id` of a version file does not end in the path of the file below the folder of the schemas.',
  why: 'Whoever resolves by id gets another version than whoever resolves by path.',
  *check({ catalog }) {
    for (const { versions } of catalog.subjects) {
      for (const { id, path, schema } of versions) {
        const node = child(schema, '$id')
        if (node === undefined || typeof node.value !== 'string') continue
        const expected = `/${id}${path.slice(path.lastIndexOf('.'))}`
        if (node.value.replace(/#$/, '').endsWith(expected)) continue
        yield {
          at: node,
          message: `${path} has the "$id" ${quote(node.value)}`,
          fix: `Let it end in ${quote(expected)}, like ${quote(`concordat:${expected}`)}.`,
        }
      }
    }
  },
}
