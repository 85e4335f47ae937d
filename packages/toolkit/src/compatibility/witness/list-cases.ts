import type { SchemaNode } from '../graph/schema-node.ts'
import type { Case, Goal, Search } from './goal.ts'
import { tellsApart } from './tells-apart.ts'

/** More branches of a `oneOf` are seldom told apart by more than a tag. */
const MAX_TOLD_APART = 3

interface Open {
  readonly holds: ReadonlySet<SchemaNode>
  readonly breaks: ReadonlySet<SchemaNode>
  readonly choices: readonly (readonly Goal[])[]
}

/**
 * The ways to reach a goal, one after the other: references followed, one branch of every choice taken. Those come first
 * that take the first branch almost everywhere, so that each choice is varied soon.
 */
export function* listCases(goal: Goal, { budget, classOf }: Search): Generator<Case> {
  if (goal.fails.length === 0 && goal.holds.every(speaksForItself)) {
    yield { holds: goal.holds, breaks: [] }
    return
  }
  const levels: [Open, Goal][][] = [[[{ holds: new Set(), breaks: new Set(), choices: [] }, goal]]]
  for (let level = 0; level < levels.length; level++) {
    const waiting = levels[level] ?? []
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [{ holds, breaks, choices: waitingChoices }] = next
      budget.spend(1 + waitingChoices.length + holds.size + breaks.size)
      const open = add(...next, classOf)
      if (open === undefined) continue
      const [choice, ...choices] = open.choices
      if (choice === undefined) yield { holds: [...open.holds], breaks: [...open.breaks] }
      else
        for (const [index, way] of [...choice.entries()].toReversed()) {
          const isVaried = index > 0 && way.holds.length > 0
          ;(levels[isVaried ? level + 1 : level] ??= []).push([{ ...open, choices }, way])
        }
    }
  }
}

/** Whether a schema says all that it says without other schemas for the same value. */
function speaksForItself(node: SchemaNode): boolean {
  return (
    node.boolean !== false &&
    node.ref === undefined &&
    node.dynamicRef === undefined &&
    node.allOf === undefined &&
    node.anyOf === undefined &&
    node.oneOf === undefined &&
    node.not === undefined &&
    node.if === undefined
  )
}

/** The state with the goal's schemas taken in; undefined where that cannot be. */
function add(open: Open, goal: Goal, classOf: Search['classOf']): Open | undefined {
  const holds = new Set(open.holds)
  const breaks = new Set(open.breaks)
  const choices = [...open.choices]
  const waiting = [...goal.holds]
  const failing = [...goal.fails]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.boolean === false) return undefined
    if (holds.has(node)) continue
    if (tellsApart(holds, node)) return undefined
    holds.add(node)
    for (const part of [node.ref, node.dynamicRef, ...(node.allOf ?? [])])
      if (part !== undefined) waiting.push(part)
    if (node.not !== undefined) failing.push(node.not)
    choices.push(...choicesOf(node))
  }
  const held = new Set([...holds].map(classOf))
  for (const node of [...breaks, ...failing]) if (held.has(classOf(node))) return undefined
  for (const node of failing) {
    if (breaks.has(node) || node.boolean === false || tellsApart(holds, node)) continue
    if (node.boolean === true) return undefined
    breaks.add(node)
    choices.push(hasAssertions(node) ? [{ holds: [], fails: [] }, ...waysToFail(node)] : waysToFail(node))
  }
  return { holds, breaks, choices }
}

/** What a schema says only by other schemas for the same value, and what says nothing about it. */
const IN_PLACE: ReadonlySet<string> = new Set([
  'id',
  'draft',
  'at',
  'boolean',
  'ref',
  'dynamicRef',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
])

function hasAssertions(node: SchemaNode): boolean {
  return Object.keys(node).some((key) => !IN_PLACE.has(key))
}

function choicesOf({ anyOf, oneOf, if: test, then, else: otherwise }: SchemaNode): (readonly Goal[])[] {
  const found: (readonly Goal[])[] = []
  if (anyOf !== undefined) found.push(anyOf.map((branch) => ({ holds: [branch], fails: [] })))
  if (oneOf !== undefined)
    found.push(
      oneOf.map((branch) => ({
        holds: [branch],
        fails: oneOf.length > MAX_TOLD_APART ? [] : oneOf.filter((other) => other !== branch),
      })),
    )
  if (test !== undefined)
    found.push([
      { holds: then === undefined ? [test] : [test, then], fails: [] },
      { holds: otherwise === undefined ? [] : [otherwise], fails: [test] },
    ])
  return found
}

/** How a schema may fail by the schemas that it applies to the same value. */
function waysToFail(node: SchemaNode): readonly Goal[] {
  const { anyOf, oneOf, not, if: test, then, else: otherwise } = node
  const parts = [node.ref, node.dynamicRef, ...(node.allOf ?? []), ...(node.dependentSchemas?.values() ?? [])]
  const ways: Goal[] = parts
    .filter((part) => part !== undefined)
    .map((part) => ({ holds: [], fails: [part] }))
  if (anyOf !== undefined) ways.push({ holds: [], fails: anyOf })
  if (oneOf !== undefined) ways.push({ holds: [], fails: oneOf }, ...pairs(oneOf))
  if (not !== undefined) ways.push({ holds: [not], fails: [] })
  if (test !== undefined && then !== undefined) ways.push({ holds: [test], fails: [then] })
  if (test !== undefined && otherwise !== undefined) ways.push({ holds: [], fails: [test, otherwise] })
  return ways
}

function pairs(branches: readonly SchemaNode[]): Goal[] {
  return branches.flatMap((one, index) =>
    branches.slice(index + 1).map((other) => ({ holds: [one, other], fails: [] })),
  )
}
