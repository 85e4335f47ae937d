import type { BrokerArguments, Json, Node } from './catalog.ts'
import type { ContractErrorCode } from './contract-error.ts'
import { child, entries, isObjectNode } from './node.ts'
import type { ProblemList } from './problem-list.ts'

/** What a member must be and what to report where it is something else. */
interface Wanted<T extends Json> {
  readonly what: string
  readonly is: (value: Json) => value is T
  readonly code: ContractErrorCode
}

/** A member of which the generated code depends; a wrong type is a problem, absence gives `fallback`. */
export function readField<T extends Json, F>(
  problems: ProblemList,
  node: Node | undefined,
  key: string,
  wanted: Wanted<T>,
  fallback: F,
): T | F {
  const member = node === undefined ? undefined : child(node, key)
  if (member === undefined) return fallback
  if (wanted.is(member.value)) return member.value
  wrongField(problems, member, wanted.what, wanted.code)
  return fallback
}

/** Reports a member that is not what it must be. */
export function wrongField(problems: ProblemList, node: Node, what: string, code: ContractErrorCode): void {
  const shown = JSON.stringify(node.value)
  const found = shown.length > 60 ? `${shown.slice(0, 60)}…` : shown
  problems.at(
    node,
    code,
    `${node.pointer} must be ${what}, not ${found}.`,
    'Correct the value, or remove it to have the default.',
  )
}

export const STRING: Wanted<string> = {
  what: 'a string',
  is: (value) => typeof value === 'string',
  code: 'not-asyncapi',
}

export const BOOLEAN: Wanted<boolean> = {
  what: 'true or false',
  is: (value) => typeof value === 'boolean',
  code: 'not-asyncapi',
}

export const COUNT: Wanted<number> = {
  what: 'a whole number from 1',
  is: (value): value is number => Number.isInteger(value) && (value as number) >= 1,
  code: 'not-asyncapi',
}

/** One of a list of words. */
export function oneOf<T extends string>(words: readonly T[], code: ContractErrorCode): Wanted<T> {
  return {
    what: `one of ${words.join(', ')}`,
    is: (value): value is T => words.some((word) => word === value),
    code,
  }
}

/** The same type in one of our own extensions. */
export function extension<T extends Json>(wanted: Wanted<T>): Wanted<T> {
  return { ...wanted, code: 'bad-extension' }
}

/** Arguments of a broker declaration: strings, numbers and booleans by name. */
export function readArguments(problems: ProblemList, node: Node | undefined): BrokerArguments {
  if (node === undefined) return {}
  if (!isObjectNode(node)) wrongField(problems, node, 'an object of arguments', 'bad-extension')
  const found: [string, string | number | boolean][] = []
  for (const [key, { file, pointer, value }] of entries(node)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      found.push([key, value])
    else wrongField(problems, { file, pointer, value }, 'a string, a number, true or false', 'bad-extension')
  }
  return Object.fromEntries(found)
}
