import { type Catalog, child, type Node } from '@concordat/toolkit/model'
import { referencedSchema } from '@concordat/toolkit/schema'
import { choiceTag } from './choice-tag.ts'
import type { GroupPlan } from './part-plan.ts'
import type { Together } from './together.ts'
import { typeName } from './type-name.ts'
import { code, valueCode, type Words } from './words.ts'

/** A group for each `oneOf` and `anyOf`; alternatives are named by their tag where they have one. */
export function choiceGroups(catalog: Catalog, { choices }: Together, path: string): readonly GroupPlan[] {
  return choices.map((choice, number) => {
    const tag = choiceTag(catalog, choice)
    const { keyword, options } = choice
    const heading = keyword === 'oneOf' ? 'exactly one of these' : 'one or more of these'
    return {
      kind: keyword,
      heading: tag === undefined ? [heading] : [`${heading}, told apart by `, code(tag.property)],
      parts: options.map((option, index) => {
        const value = tag?.values[index]
        return {
          kind: 'alternative',
          label:
            tag === undefined || value === undefined
              ? optionLabel(catalog, option, index)
              : tagLabel(tag.property, value),
          isRequired: false,
          path: `${path}(${choices.length === 1 ? '' : `${number}.`}${index})`,
          schemas: [option],
        }
      }),
    }
  })
}

function tagLabel(property: string, value: Parameters<typeof valueCode>[0]): Words {
  return [code(property), ' ', valueCode(value)]
}

function optionLabel(catalog: Catalog, option: Node, index: number): Words {
  const target = referencedSchema(catalog, option)
  const constant = child(option, 'const')
  const title = child(option, 'title')?.value
  if (target !== undefined) return [typeName(catalog, target)]
  if (constant !== undefined) return [valueCode(constant.value)]
  return [typeof title === 'string' ? title : `alternative ${index + 1}`]
}
