import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { repositoryRoot } from '../repository-root.ts'
import { generatedNote } from './generated-note.ts'

const folder = join(repositoryRoot, 'docs/adr')

/** The index of docs/adr: every decision by number and title. */
export function decisionIndex(): string {
  const files = readdirSync(folder).filter((file) => /^\d{4}-.*\.md$/.test(file))
  return `${generatedNote}

# Decisions

Each page tells one decision that cost an argument: the context, the choice and the consequence. Many mend what the documents say
that the contracts were taken from.

${files.toSorted().map(item).join('\n')}
`
}

function item(file: string): string {
  return `- ${file.slice(0, 4)} [${titleOf(file)}](${file})`
}

/** The first heading, without the number. */
function titleOf(file: string): string {
  const [, title] = /^# \d+\.? (.+)$/m.exec(readFileSync(join(folder, file), 'utf8')) ?? []
  if (title === undefined) throw new Error(`docs/adr/${file} has no heading of the form "# 0001 Title".`)
  return title
}
