import { UsageError } from '../command.ts'
import type { Command } from '../command.ts'

export const initCommand: Command = {
  usage: 'init [--system NAME] [--protocol amqp|kafka] [--dry-run]',
  description: 'Lays down a repository of contracts that passes lint.',
  options: {},
  examples: [],
  takesArguments: false,
  run: () => {
    throw new UsageError('It is being written.')
  },
}
