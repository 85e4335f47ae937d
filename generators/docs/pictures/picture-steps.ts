import type { Arrow, Box, Picture } from './picture.ts'

/** One line of a picture in words, with what its arrows lead to below it. */
export interface Step {
  /** Several boxes where they stand at the start and lead to the same. */
  readonly boxes: readonly Box[]
  /** Reached only after failures, or only by some messages. */
  readonly isSometimes: boolean
  readonly next: readonly Step[]
}

/**
 * A picture as steps from its start: what a reader without eyes, or with a narrow screen, has instead. What several ways
 * lead to is followed once; after that it is only named.
 */
export function pictureSteps({ columns, arrows }: Picture): readonly Step[] {
  const boxes = new Map(columns.flat().map((box) => [box.id, box]))
  const shown = arrows.filter(({ from, to }) => boxes.has(from) && boxes.has(to))
  const leaving = Map.groupBy(shown, ({ from }) => from)
  const reached = new Set(shown.map(({ to }) => to))
  const starts = [...boxes.values()].filter(({ id }) => !reached.has(id))
  const groups = Map.groupBy(starts, ({ id }) => targetsOf(leaving.get(id)) ?? id)
  const followed = new Set<string>()
  const stepTo = ({ to, isSometimes }: Arrow): readonly Step[] => {
    const box = boxes.get(to)
    return box === undefined ? [] : [{ boxes: [box], isSometimes: isSometimes === true, next: follow(to) }]
  }
  const follow = (id: string): readonly Step[] => {
    if (followed.has(id)) return []
    followed.add(id)
    return (leaving.get(id) ?? []).flatMap(stepTo)
  }
  return [...groups.values()].map((group) => ({
    boxes: group,
    isSometimes: false,
    next: group[0] === undefined ? [] : follow(group[0].id),
  }))
}

function targetsOf(arrows: readonly Arrow[] | undefined): string | undefined {
  return arrows && JSON.stringify(arrows.map(({ to, isSometimes }) => [to, isSometimes]))
}
