import { type Mode, MODES } from './compatibility-mode.ts'
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
  readonly compatibility: CompatibilityConfig
}

/** What changes must keep. A mode that is not stated follows from what is known of the thing. */
export interface CompatibilityConfig {
  readonly mode: Mode | undefined
  /** By domain: `orders`. */
  readonly domains: Readonly<Record<string, Mode>>
  /** By subject: `orders/order.created`. */
  readonly subjects: Readonly<Record<string, Mode>>
  /** Whether consumers take values that their list of values does not have. */
  readonly openEnums: boolean
  readonly format: 'assertion' | 'annotation'
  /** Whether both sides are held to the schemas as they stand: the publisher is not strict, and formats say nothing. */
  readonly exact: boolean
}

export const DEFAULT_CONFIG: Config = {
  documents: undefined,
  schemas: 'schemas',
  generated: 'generated',
  exceptions: 'exceptions',
  targets: {},
  lint: { rules: {} },
  compatibility: {
    mode: undefined,
    domains: {},
    subjects: {},
    openEnums: false,
    format: 'assertion',
    exact: false,
  },
}

/** One key of the configuration file, for the loader and for the reference. */
export interface ConfigKey {
  /** Path of the key, its parts joined by dots. */
  readonly name: string
  readonly type: string
  readonly default: string
  readonly description: string
}

const MODES_IN_WORDS = MODES.map((mode) => `\`"${mode}"\``).join(', ')

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
  {
    name: 'compatibility.mode',
    type: MODES_IN_WORDS,
    default: '`FULL`, and `FULL_TRANSITIVE` where a Kafka topic keeps old messages',
    description: 'What a new version must keep towards the earlier ones of its major.',
  },
  {
    name: 'compatibility.domains',
    type: 'object from domain to mode',
    default: '`{}`',
    description: 'Modes of all subjects of a domain: `{ "orders": "BACKWARD" }`.',
  },
  {
    name: 'compatibility.subjects',
    type: 'object from subject to mode',
    default: '`{}`',
    description: 'Modes of single subjects: `{ "orders/order.created": "NONE" }`.',
  },
  {
    name: 'compatibility.openEnums',
    type: 'boolean',
    default: '`false`',
    description:
      'Whether consumers take strings that their `enum` does not have; for single schemas `x-extensible-enum: true` ' +
      'beside `enum` says it.',
  },
  {
    name: 'compatibility.format',
    type: '`"assertion"` or `"annotation"`',
    default: '`"assertion"`',
    description: 'Whether a text must have the format that its schema names.',
  },
  {
    name: 'compatibility.exact',
    type: 'boolean',
    default: '`false`',
    description:
      'Whether schemas are compared as they stand, without regard to what generated publishers send: every value, ' +
      'with properties that nobody declares.',
  },
]
