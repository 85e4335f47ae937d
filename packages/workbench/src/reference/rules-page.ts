import { describeRules, type RuleDescription } from '@concordat/toolkit/lint'

import { generatedNote } from './generated-note.ts'

/** The reference of lint rules, in the order of their ids. */
export async function rulesPage(): Promise<string> {
  return `${generatedNote}

# Lint rules

What \`concordat lint\` and \`concordat check\` report. An error ends the command with 1; a warning does so with
\`--deny-warnings\`. Another severity, or \`off\`, can be set for each rule in \`lint.rules\` of
[the configuration](config.md#lintrules).

${(await describeRules()).map(section).join('\n')}`
}

function section({ id, severity, summary, why }: RuleDescription): string {
  return `## ${id}

**${severity === 'error' ? 'Error' : 'Warning'}.** ${summary}

${why}
`
}
