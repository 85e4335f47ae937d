import type { Command } from '../command.ts'
import { runGenerate } from './generate.ts'

export const docsCommand: Command = {
  usage: 'docs [--out DIR]',
  description:
    'Generates the documentation site: an overview, and a page for each system, channel and event. It opens from disk.',
  options: {
    out: { type: 'string', value: 'DIR', help: 'Output folder (default: .concordat/docs)' },
  },
  examples: [{ command: 'concordat docs --out public', explains: 'Write the site into a folder to publish' }],
  takesArguments: false,
  run: (invocation) => runGenerate(invocation, ['docs'], '.concordat/docs'),
}
