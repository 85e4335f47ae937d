/**
 * A string that the contract gives a format. Any string may stand for it, because a publisher checks every value before it
 * sends it; but a value of one format cannot be passed where another is asked for.
 *
 * @example
 * const placed: Formatted<'date-time'> = '2025-01-31T09:30:00Z'
 * const order: Formatted<'uuid'> = placed // does not compile
 */
export type Formatted<TFormat extends string> = string & { readonly '~format'?: TFormat }
