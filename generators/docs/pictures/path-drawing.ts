import type { Arrow, Box, Picture } from './picture.ts'

/** A path while it is drawn: boxes by their step from the start, each once, and the arrows between them. */
export class PathDrawing {
  readonly #steps = new Map<string, number>()
  readonly #boxes = new Map<string, Box>()
  readonly #arrows = new Map<string, Arrow>()

  /** Adds a box at a step; where it is already there, it stays at the later of the two. */
  add(step: number, box: Box): void {
    this.#steps.set(box.id, Math.max(step, this.#steps.get(box.id) ?? 0))
    if (!this.#boxes.has(box.id)) this.#boxes.set(box.id, box)
  }

  connect(from: string, to: string, isSometimes = false): void {
    this.#arrows.set(JSON.stringify([from, to]), isSometimes ? { from, to, isSometimes } : { from, to })
  }

  get lastStep(): number {
    return Math.max(-1, ...this.#steps.values())
  }

  picture(title: string): Picture {
    const boxes = [...this.#boxes.values()]
    const columns = Array.from({ length: this.lastStep + 1 }, (_, step) =>
      boxes.filter(({ id }) => this.#steps.get(id) === step),
    )
    return { title, columns, arrows: [...this.#arrows.values()] }
  }
}
