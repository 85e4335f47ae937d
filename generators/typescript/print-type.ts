import { printDocumentation } from './jsdoc.ts'
import type { MemberSyntax, TypeSyntax } from './type-syntax.ts'

/** Prints a type, readonly through and through. */
export function printType(type: TypeSyntax, indent = ''): string {
  if (type.kind === 'text') return type.text
  if (type.kind === 'object') return printObject(type.members, indent)
  if (type.kind === 'array') return `readonly ${printElement(type.element, indent)}[]`
  if (type.kind === 'tuple') return printTuple(type, indent)
  const members = [...new Set(type.members.map((member) => printOperand(member, indent)))]
  if (type.kind === 'intersection') return members.join(' & ')
  return members.includes('unknown') ? 'unknown' : members.join(' | ')
}

/** The braces of an object type and what stands between them. */
export function printObject(members: readonly MemberSyntax[], indent = ''): string {
  if (members.length === 0) return 'Readonly<Record<string, never>>'
  const deeper = `${indent}  `
  const lines = members.map(
    ({ key, isOptional, type, documentation }) =>
      `${printDocumentation(documentation, deeper)}${deeper}readonly ${key}${isOptional ? '?' : ''}: ${printType(type, deeper)}\n`,
  )
  return `{\n${lines.join('')}${indent}}`
}

function printOperand(type: TypeSyntax, indent: string): string {
  const printed = printType(type, indent)
  return type.kind === 'union' || type.kind === 'intersection' ? `(${printed})` : printed
}

function printElement(type: TypeSyntax, indent: string): string {
  const printed = printType(type, indent)
  return type.kind === 'object' && type.members.length > 0
    ? printed
    : isWord(printed)
      ? printed
      : `(${printed})`
}

function isWord(printed: string): boolean {
  return /^[\w$.\p{L}\p{N}\p{M}]+(?:<[^<>|&]*>)?$/u.test(printed)
}

function printTuple({ elements, required, rest }: TypeSyntax & { kind: 'tuple' }, indent: string): string {
  const parts = elements.map((element, index) =>
    index < required ? printType(element, indent) : `${printElement(element, indent)}?`,
  )
  return `readonly [${[...parts, ...(rest === undefined ? [] : [`...${printElement(rest, indent)}[]`])].join(', ')}]`
}
