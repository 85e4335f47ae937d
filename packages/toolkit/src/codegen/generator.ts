import type { Catalog } from '../model/catalog.ts'

/** A target: prints files from a catalog. Pure: no clock, no I/O, sorted, so its output is the same to the byte on every run. */
export interface Generator {
  /** Name on the command line, `typescript`. */
  readonly name: string
  /** One line for help. */
  readonly description: string
  /** What its section of concordat.config.json may hold, for the reference; none if left out. */
  readonly options?: readonly GeneratorOption[]
  /**
   * Cuts the work into units that can be cached alone. Cheap: whatever costs time belongs into `render`. What it needs is
   * imported when it is asked, because a run asks few of the generators that there are.
   * @throws ContractError where the catalog cannot be printed for this target (names that collide)
   */
  readonly plan: (catalog: Catalog, options: GeneratorOptions) => Promise<readonly GeneratorUnit[]>
}

export interface GeneratorOption {
  readonly name: string
  readonly type: string
  readonly default: string
  readonly description: string
}

/** The target's section of concordat.config.json. */
export type GeneratorOptions = Readonly<Record<string, unknown>>

export interface GeneratorUnit {
  /** Everything that the unit's output depends on besides the generator's own code: equal inputs, equal files. */
  readonly inputs: string
  /** Paths of the files that `render` returns, relative to the output folder; sorted. */
  readonly paths: readonly string[]
  readonly render: () => Promise<readonly GeneratedFile[]>
}

export interface GeneratedFile {
  /** Relative to the output folder, with `/`. */
  readonly path: string
  readonly content: string
}
