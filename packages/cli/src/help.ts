import type { Command, Option } from './command.ts'
import { commands } from './commands/index.ts'

/** Options that every command takes. */
export const commonOptions: Readonly<Record<string, Option>> = {
  root: { type: 'string', value: 'DIR', help: 'Folder of the contracts (default: the current one)' },
  format: {
    type: 'string',
    value: 'text|json',
    help: 'Form of the result on standard output (default: text)',
  },
  'no-cache': { type: 'boolean', help: 'Neither use nor write the cache' },
  help: { type: 'boolean', short: 'h', help: 'Show this help' },
}

export function overview(): string {
  return [
    'Concordat checks event contracts and generates typed clients, topology and documentation from them.',
    '',
    'Usage: concordat COMMAND [OPTIONS]',
    '',
    'Commands:',
    ...columns(commands.map(({ name, summary }) => [name, summary])),
    '',
    'Options:',
    ...columns([
      ...Object.entries(commonOptions).map(
        ([name, option]) => [signature(name, option), option.help] as const,
      ),
      ['    --version', 'Show the version'],
    ]),
    '',
    'Exit codes: 0 ok, 1 findings, 2 bad input or usage, 3 a fault of ours.',
    'Try: concordat lint, or concordat COMMAND --help',
  ].join('\n')
}

export function commandHelp(command: Command): string {
  return [
    `Usage: concordat ${command.usage}`,
    '',
    command.description,
    '',
    'Options:',
    ...columns(
      Object.entries({ ...command.options, ...commonOptions }).map(([name, option]) => [
        signature(name, option),
        option.help,
      ]),
    ),
    '',
    'Examples:',
    ...command.examples.flatMap(({ command: line, explains }) => [`  ${line}`, `      ${explains}`]),
  ].join('\n')
}

function signature(name: string, option: Option): string {
  const short = option.short === undefined ? '    ' : `-${option.short}, `
  return `${short}--${name}${option.value === undefined ? '' : ` ${option.value}`}`
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
