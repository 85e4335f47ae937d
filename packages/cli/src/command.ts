import type { ExitCode } from './exit-code.ts'
import type { Output } from './output/output.ts'

/** One verb of the command line. */
export interface Command {
  /** What stands behind `concordat` in the usage line: `generate [TARGET…]`. */
  readonly usage: string
  /** What it does, for help: paragraphs of plain text, which are wrapped to the width of the terminal. */
  readonly description: string
  readonly options: Readonly<Record<string, Option>>
  readonly examples: readonly Example[]
  /** What `--format` takes, the default first; `text` and `json` where nothing is stated. */
  readonly formats?: readonly string[]
  /** Whether it takes arguments that are no options. */
  readonly takesArguments: boolean
  /**
   * @throws UsageError for arguments that make no sense
   * @throws ContractError for input that cannot be worked with
   */
  readonly run: (invocation: Invocation) => Promise<ExitCode>
}

/** What `--format` of most commands takes. */
export const PLAIN_FORMATS: readonly string[] = ['text', 'json']

export interface Option {
  readonly type: 'boolean' | 'string'
  readonly short?: string
  readonly multiple?: boolean
  /** Name of the value in help, `DIR`. */
  readonly value?: string
  readonly help: string
}

interface Example {
  readonly command: string
  readonly explains: string
}

export interface Invocation {
  readonly arguments: readonly string[]
  readonly flag: (name: string) => boolean
  readonly value: (name: string) => string | undefined
  /** Values of an option that may be given several times. */
  readonly values: (name: string) => readonly string[]
  /** Absolute path of `--root`, else the current folder. */
  readonly root: string
  /** One of the command's formats. */
  readonly format: string
  readonly output: Output
}

/** The command line makes no sense; the CLI prints the message with a pointer to help and exits with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
