import { hash } from 'node:crypto'
import type { Message, Node } from '../../model/catalog.ts'
import { child, items, nodeId } from '../../model/node.ts'
import { createSchemaChecker, type SchemaChecker } from '../../schema/schema-checker.ts'
import { SchemaReach } from '../../schema/schema-reach.ts'
import { cached } from '../cached.ts'
import type { Rule, RuleContext, Violation } from '../rule.ts'
import { checkExample } from '../schemas/check-example.ts'
import { definitionKeys } from '../schemas/definition.ts'
import { endlessSchemas } from '../schemas/endless-schemas.ts'
import { reachedMessages, reachedSchemas, wireSchemas } from '../schemas/reached-schemas.ts'
import { schemaProblems } from '../schemas/schema-problems.ts'

export const exampleInvalid: Rule = {
  id: 'example-invalid',
  severity: 'error',
  summary:
    'An example of a schema or a message does not fit its schema, or has a property that the schema does not declare ' +
    '(a warning: a consumer would take it, the publisher would not send it).',
  why: 'People copy examples and tests send them, and the message would be refused.',
  check: async (context) => {
    const { catalog } = context
    const checker = createSchemaChecker(catalog)
    const keyOf = definitionKeys(catalog)
    const violations: Violation[] = []
    const broken = brokenSchemas(context)
    const isBroken = new SchemaReach(catalog, (schema) => broken.has(nodeId(schema)))
    for (const set of exampleSets(context))
      if (broken.size === 0 || !isBroken.holds(set.schema))
        violations.push(...(await checkSet(context, checker, keyOf, set)))
    return violations
  },
}

/** Ids of schemas that cannot be compiled, because of something in them or in what stands under them. */
function brokenSchemas(context: RuleContext): ReadonlySet<string> {
  const broken = new Set(endlessSchemas(context).flat().map(nodeId))
  for (const { node } of schemaProblems(context)) {
    const { file, pointer } = node
    for (let end = pointer.length; end >= 0; end = end === 0 ? -1 : pointer.lastIndexOf('/', end - 1))
      broken.add(nodeId({ file, pointer: pointer.slice(0, end) }))
  }
  return broken
}

interface ExampleSet {
  readonly schema: Node
  readonly side: 'read' | 'write'
  readonly examples: readonly Node[]
}

function exampleSets(context: RuleContext): readonly ExampleSet[] {
  const ofSchemas = reachedSchemas(context).map(({ node, isWhole }): ExampleSet => ({
    schema: node,
    side: isWhole ? 'write' : 'read',
    examples: items(child(node, 'examples')),
  }))
  const ofMessages = reachedMessages(context).flatMap(ofMessage)
  return [...ofSchemas, ...ofMessages].filter(({ examples }) => examples.length > 0)
}

function ofMessage(message: Message): readonly ExampleSet[] {
  return wireSchemas(message).map((schema) => ({
    schema,
    side: 'write',
    examples: message.examples
      .map(({ payload, headers }) => (schema === message.headers ? headers : payload))
      .filter((node) => node !== undefined),
  }))
}

/** Compiling a schema takes milliseconds, so verdicts are kept. */
function checkSet(
  { cache }: RuleContext,
  checker: SchemaChecker,
  keyOf: (schema: Node) => string,
  { schema, side, examples }: ExampleSet,
): Promise<readonly Violation[]> {
  const key = hash('sha256', JSON.stringify([keyOf(schema), side, examples]))
  return cached(cache, 'lint-examples', key, async () => {
    const checks = examples.map((example) => checkExample(checker, schema, side, example))
    return (await Promise.all(checks)).flat()
  })
}
