import type { Severity } from './finding.ts'

/** Name of the configuration file at the root of a repository. */
export const CONFIG_FILE = 'concordat.config.json'

/** What concordat.config.json says, with the defaults filled in. */
export interface Config {
  /** Files and folders with AsyncAPI documents; undefined: asyncapi/, or the whole repository where there is no such folder. */
  readonly documents: readonly string[] | undefined
  /** Folder of the subjects. */
  readonly schemas: string
  /** Folder that generators write to. */
  readonly generated: string
  /** Options of the generators, by target. */
  readonly targets: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly lint: { readonly rules: Readonly<Record<string, 'off' | Severity>> }
}

export const DEFAULT_CONFIG: Config = {
  documents: undefined,
  schemas: 'schemas',
  generated: 'generated',
  targets: {},
  lint: { rules: {} },
}
