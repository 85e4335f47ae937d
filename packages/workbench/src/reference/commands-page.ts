import { commands } from '../../../cli/src/commands/index.ts'
import { exitCode } from '../../../cli/src/exit-code.ts'
import { commandHelp, overview } from '../../../cli/src/help.ts'

import { generatedNote } from './generated-note.ts'

/** The reference of the command line: what each command says for `--help`. */
export async function commandsPage(): Promise<string> {
  const sections = commands.map(async ({ name, load }) =>
    section(`concordat ${name}`, commandHelp(await load())),
  )
  return `${generatedNote}

# Commands

${block(overview())}

The exit codes are the same for every command:

- ${exitCode.ok}: nothing to complain about
- ${exitCode.findings}: findings, or files out of step: the contracts can be read but are not in order
- ${exitCode.badInput}: input or a command line that cannot be worked with; nothing was written
- ${exitCode.internal}: a fault of Concordat

\`--format json\` prints the same result as JSON on standard output. Of contracts that cannot be worked with it prints an object
with \`error\`, the code of the first problem, and \`problems\`.

${(await Promise.all(sections)).join('\n')}`
}

function section(title: string, help: string): string {
  return `## ${title}

${block(help)}
`
}

function block(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\``
}
