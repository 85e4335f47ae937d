import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import type { Command } from '../../../cli/src/command.ts'
import { commands } from '../../../cli/src/commands/index.ts'
import { commonOptions } from '../../../cli/src/help.ts'
import { repositoryRoot } from '../repository-root.ts'

/** Why a command line that a page shows cannot be typed, or undefined. */
export async function commandLineProblem(line: string): Promise<string | undefined> {
  const words = line.split(/\s+/)
  const program = words.findIndex((word) => !/^[A-Z_]+=/.test(word))
  const [first, ...rest] = words.slice(program)
  if (first === 'npm') return npmProblem(rest)
  if (first === 'node') return workbenchProblem(rest)
  return concordatProblem(first === 'npx' ? rest.slice(1) : rest)
}

async function concordatProblem([name, ...argv]: readonly string[]): Promise<string | undefined> {
  if (name === undefined || isPlaceholder(name) || name === '--help' || name === '--version') return undefined
  const entry = commands.find((command) => command.name === name)
  return entry === undefined ? `there is no command ${name}` : argumentsProblem(await entry.load(), argv)
}

function argumentsProblem(command: Command, argv: readonly string[]): string | undefined {
  try {
    const options = Object.entries({ ...command.options, ...commonOptions }).map(([name, option]) => {
      const { type, short } = option
      return [name, short === undefined ? { type } : { type, short }] as const
    })
    const { positionals } = parseArgs({
      args: [...argv],
      options: Object.fromEntries(options),
      allowPositionals: true,
    })
    return positionals.length > 0 && !command.takesArguments ? `it takes no argument` : undefined
  } catch (error) {
    return String(error)
  }
}

const manifest = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>
}

function npmProblem(words: readonly string[]): string | undefined {
  const [verb, name = ''] = words.filter((word) => word !== '--silent')
  const script = verb === 'run' ? name : verb === 'start' || verb === 'test' ? verb : undefined
  if (script === undefined || isPlaceholder(script) || Object.hasOwn(manifest.scripts, script))
    return undefined
  return `package.json has no script ${script}`
}

async function workbenchProblem([file = '', command, ...argv]: readonly string[]): Promise<
  string | undefined
> {
  if (file !== 'packages/workbench/bootstrap.mjs') return undefined
  if (command === 'concordat') return concordatProblem(argv)
  const source = join(repositoryRoot, `packages/workbench/src/${command}.ts`)
  return existsSync(source) ? undefined : `there is no packages/workbench/src/${command}.ts`
}

/** `COMMAND`, `TARGET…` stand for what the reader puts there. */
function isPlaceholder(word: string): boolean {
  return /^[A-Z]+…?$/.test(word)
}
