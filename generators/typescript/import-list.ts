import { moduleSpecifier } from './module-path.ts'

/** Gathers what a generated module imports and gives it names that do not clash there. */
export class ImportList {
  readonly #from: string
  readonly #taken: Set<string>
  readonly #imports = new Map<string, Map<string, string>>()

  /** @param from path of the importing module, relative to the output folder; `own` are the names that it declares. */
  constructor(from: string, own: Iterable<string>) {
    this.#from = from
    this.#taken = new Set(own)
  }

  /** The name under which an export of another generated module is known here. `version` tells two of a name apart. */
  local(path: string, name: string): string {
    return this.#add(moduleSpecifier(this.#from, path), name, versionSuffix(path))
  }

  /** The name under which an export of a package is known here. */
  package(specifier: string, name: string): string {
    return this.#add(specifier, name, '')
  }

  #add(specifier: string, name: string, suffix: string): string {
    const names = this.#imports.get(specifier) ?? new Map<string, string>()
    this.#imports.set(specifier, names)
    const known = names.get(name)
    if (known !== undefined) return known
    const candidates = [name, ...(suffix === '' ? [] : [`${name}${suffix}`])]
    let alias = candidates.find((candidate) => !this.#taken.has(candidate))
    for (let count = 2; alias === undefined; count++) {
      if (!this.#taken.has(`${name}${count}`)) alias = `${name}${count}`
    }
    this.#taken.add(alias)
    names.set(name, alias)
    return alias
  }

  /** Type imports, packages first. `ending` is put after the path of a generated module. */
  printTypes(ending: string): string {
    return [...this.#imports]
      .map(
        ([specifier, names]) =>
          [specifier.startsWith('.') ? `${specifier}${ending}` : specifier, names] as const,
      )
      .toSorted(([a], [b]) => (order(a) < order(b) ? -1 : 1))
      .map(([specifier, names]) => printImport(specifier, names))
      .join('')
  }
}

function order(specifier: string): string {
  return `${specifier.startsWith('.') ? 1 : 0}${specifier}`
}

const WIDTH = 110

function printImport(specifier: string, names: ReadonlyMap<string, string>): string {
  const list = [...names].map(([name, alias]) => (name === alias ? name : `${name} as ${alias}`)).toSorted()
  const line = `import type { ${list.join(', ')} } from '${specifier}'\n`
  return line.length <= WIDTH
    ? line
    : `import type {\n${list.map((name) => `  ${name},\n`).join('')}} from '${specifier}'\n`
}

/** `schemas/orders/order.created/1.1.0` gives `V1_1_0`. */
function versionSuffix(path: string): string {
  const base = path.split('/').at(-1) ?? ''
  return /^\d+(?:\.\d+)*/.test(base) ? `V${base.replaceAll(/[^0-9A-Za-z]+/g, '_')}` : ''
}
