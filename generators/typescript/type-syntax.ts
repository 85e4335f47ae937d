import type { Documentation } from './jsdoc.ts'

/** A TypeScript type, ready to be printed. */
export type TypeSyntax =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'union' | 'intersection'; readonly members: readonly TypeSyntax[] }
  | { readonly kind: 'array'; readonly element: TypeSyntax }
  | {
      readonly kind: 'tuple'
      readonly elements: readonly TypeSyntax[]
      readonly required: number
      readonly rest: TypeSyntax | undefined
    }
  | { readonly kind: 'object'; readonly members: readonly MemberSyntax[] }

export interface MemberSyntax {
  /** As printed: a key, or an index signature. */
  readonly key: string
  readonly isOptional: boolean
  readonly type: TypeSyntax
  readonly documentation: Documentation
}
