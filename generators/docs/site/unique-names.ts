/** Gives each thing a name of its own, also where two names differ in case only. */
export class UniqueNames {
  readonly #taken = new Set<string>()

  claim(base: string): string {
    let name = base
    for (let count = 2; this.#taken.has(name.toLowerCase()); count++) name = `${base}-${count}`
    this.#taken.add(name.toLowerCase())
    return name
  }
}
