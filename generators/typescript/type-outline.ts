import type { MemberSyntax, TypeSyntax } from './type-syntax.ts'

/**
 * The outline of a schema that json-schema-to-typescript is given: its structure in the few keywords that it prints
 * right, with stand-ins for everything that people wrote (names of properties, types by name, literals, comments). So none
 * of that text passes through it, and its peculiarities with `$ref`, titles and formats never come up.
 */
export type Outline =
  | { readonly tsType: string }
  | { readonly type: 'string' | 'number' | 'boolean' | 'null' }
  | { readonly anyOf: readonly Outline[] }
  | { readonly allOf: readonly Outline[] }
  | { readonly type: 'array'; readonly items: Outline }
  | {
      readonly type: 'array'
      readonly items: readonly Outline[]
      readonly minItems: number
      readonly additionalItems: Outline | false
    }
  | {
      readonly type: 'object'
      readonly properties: Readonly<Record<string, Outline>>
      readonly required: readonly string[]
      readonly additionalProperties: Outline | false
    }

/** Hands out stand-ins and gives back what they stand for. */
export class StandIns {
  readonly #types: TypeSyntax[] = []
  readonly #members: Pick<MemberSyntax, 'key' | 'documentation'>[] = []

  /** An outline that prints as the type. */
  type(type: TypeSyntax): Outline {
    return { tsType: `T${this.#types.push(type) - 1}` }
  }

  /** A property name. */
  member(member: Pick<MemberSyntax, 'key' | 'documentation'>): string {
    return `p${this.#members.push(member) - 1}`
  }

  /** The first element of a tuple, which says how many of those after it must be there. */
  required(count: number): Outline {
    return { tsType: `R${count}` }
  }

  requiredOf(name: string | undefined): number | undefined {
    return name !== undefined && /^R\d+$/.test(name) ? Number(name.slice(1)) : undefined
  }

  typeOf(name: string): TypeSyntax | undefined {
    return /^T\d+$/.test(name) ? this.#types[Number(name.slice(1))] : undefined
  }

  memberOf(name: string): Pick<MemberSyntax, 'key' | 'documentation'> | undefined {
    return /^p\d+$/.test(name) ? this.#members[Number(name.slice(1))] : undefined
  }
}
