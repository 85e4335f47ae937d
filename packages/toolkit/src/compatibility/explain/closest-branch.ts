import type { Json } from '../../model/catalog.ts'
import { isObject } from '../../model/json.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import type { SchemaNode } from '../graph/schema-node.ts'
import { probes } from './probes.ts'

/**
 * The branch of a union that a value was meant for: the only one whose type it has and whose constant properties (its
 * tag) it carries. Undefined where none or several are.
 */
export function closestBranch(branches: readonly SchemaNode[], value: Json): SchemaNode | undefined {
  const [meant, ...others] = branches.filter((branch) => isMeant(branch, value))
  return others.length === 0 ? meant : undefined
}

const MOST_REFERENCES = 20

function isMeant(branch: SchemaNode, value: Json, references = 0): boolean {
  if (branch.boolean !== undefined) return branch.boolean
  for (const { keyword, alone } of probes(branch))
    if (TELLING.has(keyword) && !evaluate(alone, value)) return false
  const parts = [...(branch.ref ? [branch.ref] : []), ...(branch.allOf ?? [])]
  if (references < MOST_REFERENCES && !parts.every((part) => isMeant(part, value, references + 1)))
    return false
  if (!isObject(value)) return true
  return [...(branch.properties ?? [])].every(([name, property]) => {
    if (!isTag(property)) return true
    return Object.hasOwn(value, name) && evaluate(property, value[name] as Json)
  })
}

const TELLING: ReadonlySet<string> = new Set(['type', 'const', 'enum'])

function isTag({ const: constant, enum: values }: SchemaNode): boolean {
  return constant !== undefined || values?.length === 1
}
