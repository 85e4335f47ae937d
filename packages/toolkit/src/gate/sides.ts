/** Things that are on both sides, only in the base, only in the head; of pairs that may carry more than the two. */
interface Sides {
  readonly base: object | undefined
  readonly head: object | undefined
}

type Kept<P> = Extract<P, { readonly base: object; readonly head: object }>
type Gone<P> = Extract<P, { readonly head: undefined }>
type Come<P> = Extract<P, { readonly base: undefined }>

/** The pairs of what was there and is still. */
export function kept<P extends Sides>(pairs: readonly P[]): readonly Kept<P>[] {
  return pairs.filter((pair): pair is Kept<P> => pair.base !== undefined && pair.head !== undefined)
}

/** The pairs of what is not there any more. */
export function gone<P extends Sides>(pairs: readonly P[]): readonly Gone<P>[] {
  return pairs.filter((pair): pair is Gone<P> => pair.head === undefined)
}

/** The pairs of what was not there before. */
export function come<P extends Sides>(pairs: readonly P[]): readonly Come<P>[] {
  return pairs.filter((pair): pair is Come<P> => pair.base === undefined)
}
