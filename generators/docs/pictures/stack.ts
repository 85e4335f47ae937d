/** A thing that wants its middle at a height. */
export interface Wish {
  readonly id: string
  readonly at: number
  readonly height: number
}

const GAP = 14

/**
 * Tops of things one below the other, in order and without overlap, each as near to its wish as the others let it: those
 * that would overlap move together to where their wishes meet on average.
 */
export function stack(wishes: readonly Wish[]): ReadonlyMap<string, number> {
  const clusters: Cluster[] = []
  for (const wish of wishes) {
    let cluster: Cluster = { wishes: [wish], top: wish.at - wish.height / 2, height: wish.height }
    for (
      let above = clusters.at(-1);
      above !== undefined && isOver(above, cluster);
      above = clusters.at(-1)
    ) {
      clusters.pop()
      cluster = join(above, cluster)
    }
    clusters.push(cluster)
  }
  return new Map(clusters.flatMap(topsIn))
}

interface Cluster {
  readonly wishes: readonly Wish[]
  readonly top: number
  readonly height: number
}

function isOver(above: Cluster, below: Cluster): boolean {
  return above.top + above.height + GAP > below.top
}

function join(above: Cluster, below: Cluster): Cluster {
  const { length } = above.wishes
  const offset = above.height + GAP
  const top =
    (above.top * length + (below.top - offset) * below.wishes.length) / (length + below.wishes.length)
  return { wishes: [...above.wishes, ...below.wishes], top, height: offset + below.height }
}

function topsIn({ wishes, top }: Cluster): readonly (readonly [string, number])[] {
  let next = top
  return wishes.map(({ id, height }) => {
    const own = next
    next += height + GAP
    return [id, own] as const
  })
}
