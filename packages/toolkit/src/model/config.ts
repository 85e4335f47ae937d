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
  /** Folder of the exceptions. */
  readonly exceptions: string
  /** Options of the generators, by target. */
  readonly targets: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly lint: { readonly rules: Readonly<Record<string, 'off' | Severity>> }
}

export const DEFAULT_CONFIG: Config = {
  documents: undefined,
  schemas: 'schemas',
  generated: 'generated',
  exceptions: 'exceptions',
  targets: {},
  lint: { rules: {} },
}

/** One key of the configuration file, for the loader and for the reference. */
export interface ConfigKey {
  /** Path of the key, its parts joined by dots. */
  readonly name: string
  readonly type: string
  readonly default: string
  readonly description: string
}

export const CONFIG_KEYS: readonly ConfigKey[] = [
  {
    name: '$schema',
    type: 'string',
    default: 'none',
    description: 'For editors; Concordat does not read it.',
  },
  {
    name: 'documents',
    type: 'list of files and folders',
    default: '`asyncapi/`, or every AsyncAPI document of the repository where there is no such folder',
    description: 'Where the AsyncAPI documents stand.',
  },
  {
    name: 'schemas',
    type: 'folder',
    default: '`schemas`',
    description:
      'Where the subjects stand: `<domain>/<subject>/<version>.json` below it is one version of a subject.',
  },
  {
    name: 'generated',
    type: 'folder',
    default: '`generated`',
    description: 'Where `concordat generate` writes without `--out`.',
  },
  {
    name: 'exceptions',
    type: 'folder',
    default: '`exceptions`',
    description: 'Where the files stand that accept single findings of `concordat check` until a date.',
  },
  {
    name: 'targets',
    type: 'object from target to its options',
    default: '`{}`, which means the target `typescript`',
    description: 'The targets that `concordat generate` prints when none is named, each with its options.',
  },
  {
    name: 'lint.rules',
    type: 'object from rule to `"off"`, `"warning"` or `"error"`',
    default: '`{}`',
    description: 'Severities that differ from those of the rules.',
  },
]
