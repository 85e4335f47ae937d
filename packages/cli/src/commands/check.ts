import type { Command } from '../command.ts'
import { lintCommand, runLint } from './lint.ts'

export const checkCommand: Command = {
  usage: 'check [--against REV] [--deny-warnings]',
  description: `Decides whether a proposed change may be merged. For now that means: lint finds no error, and every version that was
released in the base revision is unchanged but for annotations.`,
  options: lintCommand.options,
  examples: [
    {
      command: 'concordat check',
      explains: 'Check the working tree against where this branch left the main one',
    },
    { command: 'concordat check --against v1.4.0', explains: 'Check against a tag' },
  ],
  takesArguments: false,
  run: runLint,
}
