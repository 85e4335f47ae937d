/** Declarations of a module that several messages share: equal texts are declared once. */
export class SharedDeclarations {
  readonly #taken: Set<string>
  readonly #names = new Map<string, string>()
  readonly #printed: string[] = []

  /** @param taken names that the module uses otherwise; the set is added to. */
  constructor(taken: Set<string>) {
    this.#taken = taken
  }

  /** Name of the declaration with this body; `print` is called where it is new. */
  name(wanted: string, body: string, print: (name: string) => string): string {
    const known = this.#names.get(body)
    if (known !== undefined) return known
    let name = wanted
    for (let count = 2; this.#taken.has(name); count++) name = `${wanted}${count}`
    this.#taken.add(name)
    this.#names.set(body, name)
    this.#printed.push(print(name))
    return name
  }

  printed(): readonly string[] {
    return this.#printed
  }
}
