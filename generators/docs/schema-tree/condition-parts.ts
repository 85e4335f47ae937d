import { type Catalog, child, type Node } from '@concordat/toolkit/model'
import { isSchema } from '@concordat/toolkit/schema'
import { dependentSchemas } from './object-facts.ts'
import type { GroupPlan, PartPlan } from './part-plan.ts'
import { phrase } from './phrase.ts'
import type { Member, Together } from './together.ts'
import { code, type Words } from './words.ts'

/** What holds only under a condition: `if` with `then` and `else`, and what depends on a property. */
export function conditionGroups(catalog: Catalog, together: Together, path: string): readonly GroupPlan[] {
  const conditions = together.members.flatMap((member) => conditional(catalog, member))
  const dependent = dependentSchemas(together).map(([name, node]) => [
    { label: ['where ', code(name), ' is present'], node },
  ])
  return [...conditions, ...dependent].map((cases, number) => ({
    kind: 'condition',
    heading: ['under a condition'],
    parts: cases.map(({ label, node }, index): PartPlan => ({
      kind: 'consequence',
      label,
      isRequired: false,
      path: `${path}?${number}.${index}`,
      schemas: [node],
    })),
  }))
}

interface Case {
  readonly label: Words
  readonly node: Node
}

/** Without `then` and `else` an `if` asks for nothing. */
function conditional(catalog: Catalog, { node, isIgnored }: Member): readonly (readonly Case[])[] {
  const condition = child(node, 'if')
  if (isIgnored || !isSchema(condition)) return []
  const [yes, no] = ['then', 'else'].map((keyword) => child(node, keyword))
  const words = phrase(catalog, condition)
  const cases = [
    ...(isSchema(yes) ? [{ label: ['where ', ...words], node: yes }] : []),
    ...(isSchema(no) ? [{ label: isSchema(yes) ? ['otherwise'] : ['unless ', ...words], node: no }] : []),
  ]
  return cases.length === 0 ? [] : [cases]
}
