/**
 * A JSON Pointer (RFC 6901) that leads to something in a type; `never` where it does not, so that a constant which is said
 * to satisfy it does not compile.
 *
 * @example
 * const key = '/customer/id' satisfies PointerInto<OrderCreated, '/customer/id'>
 */
export type PointerInto<TData, TPointer extends string> =
  HasPath<NonNullable<TData>, TPointer> extends true ? TPointer : never

type HasPath<TData, TPointer extends string> = TPointer extends `/${infer TName}/${infer TRest}`
  ? HasPath<Member<TData, TName>, `/${TRest}`>
  : TPointer extends `/${infer TName}`
    ? [Member<TData, TName>] extends [never]
      ? false
      : true
    : false

/** The member of any part of a union that has it. */
type Member<TData, TName extends string> = TData extends unknown
  ? TName extends keyof TData
    ? NonNullable<TData[TName]>
    : never
  : never
