import { checkSchema, type SchemaProblem } from '../../schema/check-schema.ts'
import type { RuleContext } from '../rule.ts'
import { reachedSchemas } from './reached-schemas.ts'

const problems = new WeakMap<RuleContext, readonly SchemaProblem[]>()

/** What is wrong with the schemas themselves. */
export function schemaProblems(context: RuleContext): readonly SchemaProblem[] {
  const known = problems.get(context) ?? findProblems(context)
  problems.set(context, known)
  return known
}

/** Of a file that is a sound schema as a whole nothing is wrong with any part, and the cache remembers that it is. */
function findProblems(context: RuleContext): readonly SchemaProblem[] {
  const { catalog, cache } = context
  const sound = new Map<string, boolean>()
  const isSound = (path: string): boolean => {
    const known =
      sound.get(path) ?? cache.get('lint-sound', catalog.files.get(path)?.hash ?? '') !== undefined
    sound.set(path, known)
    return known
  }
  return reachedSchemas(context).flatMap(({ node, isDefinition }) => {
    if (!isDefinition || isSound(node.file)) return []
    const found = checkSchema(node)
    if (node.pointer === '' && found.length === 0) {
      cache.set('lint-sound', catalog.files.get(node.file)?.hash ?? '', '')
      sound.set(node.file, true)
    }
    return found
  })
}
