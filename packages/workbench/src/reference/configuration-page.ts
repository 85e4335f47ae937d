import { generators } from '@concordat/generators'
import type { Generator, GeneratorOption } from '@concordat/toolkit/codegen'
import { CONFIG_FILE, CONFIG_KEYS } from '@concordat/toolkit/model'

import { generatedNote } from './generated-note.ts'

/** The reference of the configuration file and of the options of each target. */
export function configurationPage(): string {
  return `${generatedNote}

# Configuration

\`${CONFIG_FILE}\` at the root of a repository of contracts. The file is optional, and so is each key. It is read as data and
never executed; an unknown key or a wrong value ends a command with 2. Paths are relative to the root and do not leave it.

${CONFIG_KEYS.map((key) => entry('##', key)).join('\n')}
## Targets

${generators.map(target).join('\n')}`
}

function target({ name, description, options = [] }: Generator): string {
  const entries = options.map((option) => `\n${entry('####', option)}`).join('')
  return `### ${name}

${description}.${options.length === 0 ? ' It has no options.' : ''}
${entries}`
}

function entry(heading: string, { name, type, default: otherwise, description }: GeneratorOption): string {
  return `${heading} ${name}

${description}

- Type: ${type}
- Default: ${otherwise}
`
}
