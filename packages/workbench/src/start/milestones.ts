/** Points that something comes by, each once; whoever waits for one may come before or after it. */
export class Milestones {
  readonly #milestones: Map<string, PromiseWithResolvers<void>> = new Map()

  reach(name: string): void {
    this.#milestone(name).resolve()
  }

  reached(name: string): Promise<void> {
    return this.#milestone(name).promise
  }

  #milestone(name: string): PromiseWithResolvers<void> {
    const milestone = this.#milestones.get(name) ?? Promise.withResolvers<void>()
    this.#milestones.set(name, milestone)
    return milestone
  }
}
