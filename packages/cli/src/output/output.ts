import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

/** Where a command prints to. Results go to standard output, progress and errors to standard error. */
export interface Output {
  readonly print: (text: string) => void
  readonly printError: (text: string) => void
  /** Colours a text for standard output, where that is a terminal that wants colour. */
  readonly style: (style: Style, text: string) => string
  readonly styleError: (style: Style, text: string) => string
  /** Width of the terminal that standard output is; `Infinity` where it is none. */
  readonly columns: number
  readonly columnsError: number
}

/**
 * The process's own streams. Colour only on a terminal; NO_COLOR and FORCE_COLOR are respected, as `util.styleText` does.
 */
export const processOutput: Output = {
  print: (text) => void process.stdout.write(`${text}\n`),
  printError: (text) => void process.stderr.write(`${text}\n`),
  style: (style, text) => styleText(style, text, { stream: process.stdout }),
  styleError: (style, text) => styleText(style, text, { stream: process.stderr }),
  get columns() {
    return process.stdout.columns ?? Infinity
  },
  get columnsError() {
    return process.stderr.columns ?? Infinity
  },
}
