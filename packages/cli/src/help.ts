import { PLAIN_FORMATS } from './command.ts'
import type { Command, Option } from './command.ts'
import { commands } from './commands/index.ts'
import { wrapText } from './output/wrap-text.ts'

/** Options that every command takes. */
export const commonOptions: Readonly<Record<string, Option>> = {
  root: { type: 'string', value: 'DIR', help: 'Folder of the contracts (default: the current one)' },
  format: formatOption(PLAIN_FORMATS),
  'no-cache': { type: 'boolean', help: 'Neither use nor write the cache' },
  help: { type: 'boolean', short: 'h', help: 'Show this help' },
}

/** Longer lines are hard to read, however wide the terminal is. */
const WIDEST = 100

/** What `concordat --help` prints, for a terminal so many columns wide. */
export function overview(columns: number = WIDEST): string {
  const width = Math.min(columns, WIDEST)
  const options = Object.entries(commonOptions).map(
    ([name, option]) => [signature(name, option), option.help] as const,
  )
  return [
    wrapText(
      'Concordat checks event contracts and generates typed clients, topology and documentation from them.',
      width,
    ),
    '',
    'Usage: concordat COMMAND [OPTIONS]',
    '',
    'Commands:',
    table(
      commands.map(({ name, summary }) => [name, summary]),
      width,
    ),
    '',
    'Options:',
    table([...options, ['    --version', 'Show the version']], width),
    '',
    'Exit codes: 0 ok, 1 findings, 2 bad input or usage, 3 a fault of ours.',
    'Try: concordat lint, or concordat COMMAND --help',
  ].join('\n')
}

/** What `concordat COMMAND --help` prints, for a terminal so many columns wide. */
export function commandHelp(command: Command, columns: number = WIDEST): string {
  const width = Math.min(columns, WIDEST)
  const format = formatOption(command.formats ?? PLAIN_FORMATS)
  const options = Object.entries({ ...command.options, ...commonOptions, format })
  const paragraphs = command.description.split('\n\n').map((paragraph) => wrapText(paragraph, width))
  return [
    wrapText(command.usage, width, 'Usage: concordat ', ' '.repeat(9)),
    '',
    paragraphs.join('\n\n'),
    '',
    'Options:',
    table(
      options.map(([name, option]) => [signature(name, option), option.help]),
      width,
    ),
    '',
    'Examples:',
    ...command.examples.flatMap(({ command: line, explains }) => [
      `  ${line}`,
      wrapText(explains, width, ' '.repeat(6)),
    ]),
  ].join('\n')
}

function formatOption(formats: readonly string[]): Option {
  const [first] = formats
  const isShort = formats.length <= 2
  const choice = isShort ? '' : `: ${formats.join(', ')}`
  return {
    type: 'string',
    value: isShort ? formats.join('|') : 'FORMAT',
    help: `Form of the result on standard output${choice} (default: ${first})`,
  }
}

function signature(name: string, option: Option): string {
  const short = option.short === undefined ? '    ' : `-${option.short}, `
  return `${short}--${name}${option.value === undefined ? '' : ` ${option.value}`}`
}

/** Two columns, the second one wrapped. */
function table(rows: readonly (readonly [string, string])[], width: number): string {
  const left = Math.max(...rows.map(([name]) => name.length))
  return rows
    .map(([name, text]) => wrapText(text, width, `  ${name.padEnd(left)}  `, ' '.repeat(left + 4)))
    .join('\n')
}
