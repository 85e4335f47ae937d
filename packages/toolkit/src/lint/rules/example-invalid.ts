import { hash } from 'node:crypto'
import type { Catalog, Message, Node } from '../../model/catalog.ts'
import { child, items, nodeId } from '../../model/node.ts'
import { checkSchema } from '../../schema/check-schema.ts'
import { createSchemaChecker, type SchemaChecker } from '../../schema/schema-checker.ts'
import { SchemaReach } from '../../schema/schema-reach.ts'
import { cached } from '../cached.ts'
import type { Rule, RuleContext, Violation } from '../rule.ts'
import { checkExample } from '../schemas/check-example.ts'
import { definitionKey } from '../schemas/definition.ts'
import { endlessSchemas } from '../schemas/endless-schemas.ts'
import { reachedSchemas, wireSchemas } from '../schemas/reached-schemas.ts'

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
    const violations: Violation[] = []
    const endless = new Set(endlessSchemas(catalog).flat().map(nodeId))
    const isBroken = new SchemaReach(
      catalog,
      (schema) => endless.has(nodeId(schema)) || checkSchema(schema).length > 0,
    )
    for (const set of exampleSets(catalog))
      if (!isBroken.holds(set.schema)) violations.push(...(await checkSet(context, checker, set)))
    return violations
  },
}

interface ExampleSet {
  readonly schema: Node
  readonly side: 'read' | 'write'
  readonly examples: readonly Node[]
}

function exampleSets(catalog: Catalog): readonly ExampleSet[] {
  const ofSchemas = reachedSchemas(catalog).map(({ node, isWhole }): ExampleSet => ({
    schema: node,
    side: isWhole ? 'write' : 'read',
    examples: items(child(node, 'examples')),
  }))
  const messages = new Set(catalog.systems.flatMap((system) => system.messages))
  return [...ofSchemas, ...[...messages].flatMap(ofMessage)].filter(({ examples }) => examples.length > 0)
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
  { catalog, cache }: RuleContext,
  checker: SchemaChecker,
  { schema, side, examples }: ExampleSet,
): Promise<readonly Violation[]> {
  const key = hash('sha256', JSON.stringify([definitionKey(catalog, schema), side, examples]))
  return cached(cache, 'lint-examples', key, async () => {
    const checks = examples.map((example) => checkExample(checker, schema, side, example))
    return (await Promise.all(checks)).flat()
  })
}
