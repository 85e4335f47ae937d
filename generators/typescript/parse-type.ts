import type { StandIns } from './type-outline.ts'
import type { MemberSyntax, TypeSyntax } from './type-syntax.ts'

/**
 * Reads the declaration that json-schema-to-typescript printed for an outline, and puts back what the stand-ins stand for.
 * The text consists of keywords, stand-ins and punctuation only.
 */
export function parseDeclaration(text: string, standIns: StandIns): TypeSyntax {
  return new DeclarationParser(text, standIns).parse()
}

/** It repeats `minItems` in a comment. */
const COMMENT = /\/\*[\s\S]*?\*\//g
const TOKEN = /[A-Za-z_$][\w$]*|\.\.\.|[{}()[\]|&?:=,]/g

class DeclarationParser {
  readonly #tokens: readonly string[]
  readonly #text: string
  readonly #standIns: StandIns
  #at = 0

  constructor(text: string, standIns: StandIns) {
    this.#text = text
    this.#tokens = text.replaceAll(COMMENT, '').match(TOKEN) ?? []
    this.#standIns = standIns
  }

  /** `export interface Name { … }` or `export type Name = …` */
  parse(): TypeSyntax {
    this.#expect('export')
    const isInterface = this.#next() === 'interface'
    this.#next()
    if (!isInterface) this.#expect('=')
    const type = this.#type()
    if (this.#at !== this.#tokens.length) throw this.#unexpected()
    return type
  }

  #type(): TypeSyntax {
    const first = this.#postfix()
    const operator = this.#peek()
    if (operator !== '|' && operator !== '&') return first
    const members = [first]
    while (this.#peek() === operator) {
      this.#next()
      members.push(this.#postfix())
    }
    return { kind: operator === '|' ? 'union' : 'intersection', members }
  }

  #postfix(): TypeSyntax {
    let type = this.#primary()
    // Lines do not end with a semicolon: a `[` alone begins the index signature on the next one.
    while (this.#peek() === '[' && this.#tokens[this.#at + 1] === ']') {
      this.#at += 2
      type = { kind: 'array', element: type }
    }
    return type
  }

  #primary(): TypeSyntax {
    const token = this.#peek()
    if (token === '{') return this.#object()
    if (token === '[') return this.#tuple()
    if (token !== '(') {
      const name = this.#next()
      return this.#standIns.typeOf(name) ?? { kind: 'text', text: name }
    }
    this.#expect('(')
    const type = this.#type()
    this.#expect(')')
    return type
  }

  #object(): TypeSyntax {
    const members: MemberSyntax[] = []
    this.#expect('{')
    while (this.#peek() !== '}') members.push(this.#member())
    this.#expect('}')
    return { kind: 'object', members }
  }

  #member(): MemberSyntax {
    const member = this.#peek() === '[' ? this.#indexSignature() : this.#standIns.memberOf(this.#next())
    if (member === undefined) throw this.#unexpected()
    const isOptional = this.#peek() === '?'
    if (isOptional) this.#next()
    this.#expect(':')
    return { ...member, isOptional, type: this.#type() }
  }

  /** `[k: string]` */
  #indexSignature(): Pick<MemberSyntax, 'key' | 'documentation'> {
    for (const token of ['[', 'k', ':', 'string', ']']) this.#expect(token)
    return { key: '[name: string]', documentation: {} }
  }

  #tuple(): TypeSyntax {
    const elements: TypeSyntax[] = []
    let rest: TypeSyntax | undefined
    this.#expect('[')
    const required = this.#standIns.requiredOf(this.#next())
    if (required === undefined) throw this.#unexpected()
    while (this.#peek() !== ']') {
      if (this.#peek() === ',') this.#next()
      if (this.#peek() === '...') rest = this.#rest()
      else if (this.#peek() !== ']') elements.push(this.#type())
    }
    this.#expect(']')
    return { kind: 'tuple', elements, required, rest }
  }

  #rest(): TypeSyntax {
    this.#expect('...')
    const list = this.#type()
    if (list.kind !== 'array') throw this.#unexpected()
    return list.element
  }

  #peek(): string | undefined {
    return this.#tokens[this.#at]
  }

  #next(): string {
    const token = this.#tokens[this.#at++]
    if (token === undefined) throw this.#unexpected()
    return token
  }

  #expect(token: string): void {
    if (this.#next() !== token) throw this.#unexpected()
  }

  #unexpected(): Error {
    const around = this.#tokens.slice(Math.max(0, this.#at - 5), this.#at + 5).join(' ')
    return new Error(
      `json-schema-to-typescript printed something unknown near "${around}" in:\n${this.#text}`,
    )
  }
}
