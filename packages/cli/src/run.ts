import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { ContractError } from '@concordat/toolkit/model'
import { PLAIN_FORMATS, UsageError } from './command.ts'
import type { Command, Invocation } from './command.ts'
import { commands } from './commands/index.ts'
import { exitCode } from './exit-code.ts'
import type { ExitCode } from './exit-code.ts'
import { commandHelp, commonOptions, overview } from './help.ts'
import type { Output } from './output/output.ts'
import { printProblems } from './output/print-problems.ts'
import { printableText } from './output/printable-text.ts'
import { wrapText } from './output/wrap-text.ts'

/**
 * Runs one command line and tells what to exit with. Never throws: a mistake of the user is told without a stack trace,
 * a fault of ours with one.
 */
export async function run(argv: readonly string[], output: Output): Promise<ExitCode> {
  const [name, ...rest] = argv
  if (name === undefined || name === 'help' || name.startsWith('-')) return runWithoutCommand(name, output)
  const entry = commands.find((command) => command.name === name)
  if (entry === undefined)
    return usageError(`There is no command ${JSON.stringify(name)}.`, 'concordat --help', output)
  try {
    const command = await entry.load()
    const invocation = parseInvocation(command, rest, output)
    if (invocation.flag('help')) {
      output.print(commandHelp(command, output.columns))
      return exitCode.ok
    }
    return await command.run(invocation)
  } catch (error) {
    return await reportError(error, name, rest, output)
  }
}

function runWithoutCommand(name: string | undefined, output: Output): ExitCode {
  if (name === undefined) {
    output.printError(overview(output.columnsError))
    return exitCode.badInput
  }
  if (name === '-h' || name === '--help' || name === 'help') {
    output.print(overview(output.columns))
    return exitCode.ok
  }
  return usageError(
    `There is no option ${JSON.stringify(name)} before a command.`,
    'concordat --help',
    output,
  )
}

function parseInvocation(command: Command, argv: readonly string[], output: Output): Invocation {
  const { values, positionals } = parseOptions(command, argv)
  if (positionals.length > 0 && !command.takesArguments)
    throw new UsageError(`It takes no argument, and got ${JSON.stringify(positionals[0])}.`)
  const value = (name: string): string | undefined => {
    const given = values[name]
    return typeof given === 'string' ? given : undefined
  }
  const formats = command.formats ?? PLAIN_FORMATS
  const format = value('format') ?? formats[0] ?? ''
  if (!formats.includes(format))
    throw new UsageError(`--format takes ${listOr(formats)}, not ${JSON.stringify(format)}.`)
  return {
    arguments: positionals,
    flag: (name) => values[name] === true,
    value,
    values: (name) => {
      const given = values[name]
      return Array.isArray(given) ? given.filter((value) => typeof value === 'string') : []
    },
    root: resolve(value('root') ?? '.'),
    format,
    output,
  }
}

/** `text, json or sarif`. */
function listOr(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}

function parseOptions(
  command: Command,
  argv: readonly string[],
): { values: Record<string, unknown>; positionals: string[] } {
  const options = Object.fromEntries(
    Object.entries({ ...command.options, ...commonOptions }).map(
      ([name, { type, short, multiple = false }]) => [
        name,
        short === undefined ? { type, multiple } : { type, multiple, short },
      ],
    ),
  )
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
  } catch (error) {
    // Node's own advice after the first sentence is about its API.
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/)
    throw new UsageError(`${sentence.replace(/\.$/, '')}.`)
  }
}

async function reportError(
  error: unknown,
  name: string,
  argv: readonly string[],
  output: Output,
): Promise<ExitCode> {
  if (error instanceof UsageError) return usageError(error.message, `concordat ${name} --help`, output)
  // Imported no sooner, so that help loads nothing of the toolkit.
  const { ContractError } = await import('@concordat/toolkit/model')
  if (error instanceof ContractError) {
    await printBadInput(error.problems, argv, output)
    return exitCode.badInput
  }
  output.printError(
    `${output.styleError('red', 'internal error')}  This is a fault of Concordat, not of your contracts.`,
  )
  output.printError(printableText(error instanceof Error ? (error.stack ?? error.message) : String(error)))
  return exitCode.internal
}

async function printBadInput(
  problems: ContractError['problems'],
  argv: readonly string[],
  output: Output,
): Promise<void> {
  const format = valueIn(argv, '--format')
  if (format === 'json') {
    output.print(JSON.stringify({ error: problems[0]?.code, problems }, null, 2))
    return
  }
  printProblems(problems, output)
  if (format === 'github') {
    const { printGithubProblems } = await import('@concordat/toolkit/gate')
    const { repositoryFolder } = await import('./repository-folder.ts')
    output.print(printGithubProblems(problems, repositoryFolder(resolve(valueIn(argv, '--root') ?? '.'))))
  }
}

/** The last value of an option, whether or not the rest of the command line makes sense. */
function valueIn(argv: readonly string[], option: string): string | undefined {
  const index = argv.findLastIndex((argument) => argument === option || argument.startsWith(`${option}=`))
  const found = index === -1 ? undefined : argv[index]
  return found === option ? argv[index + 1] : found?.slice(option.length + 1)
}

function usageError(message: string, help: string, output: Output): ExitCode {
  const text = wrapText(printableText(message), output.columnsError, 'error  ', '  ')
  output.printError(text.replace('error', output.styleError('red', 'error')))
  output.printError(`  See: ${help}`)
  return exitCode.badInput
}
