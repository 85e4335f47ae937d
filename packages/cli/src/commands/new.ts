import { UsageError } from '../command.ts'
import type { Command } from '../command.ts'

export const newCommand: Command = {
  usage: 'new event|version|service NAME [OPTIONS]',
  description: 'Adds an event, a version or a service to the contracts.',
  options: {},
  examples: [],
  takesArguments: true,
  run: () => {
    throw new UsageError('It is being written.')
  },
}
