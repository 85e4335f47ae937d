import schema from '@concordat/toolkit/gate/report.schema.json' with { type: 'json' }

import type { ReportFormat } from '@concordat/toolkit/gate'
import { exitCode } from '../../../cli/src/exit-code.ts'
import { reportFormats } from '../../../cli/src/report-formats.ts'
import { generatedNote } from './generated-note.ts'

/** A schema of an object, as far as the page shows it. */
interface ObjectSchema {
  readonly description?: string
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, FieldSchema>>
}

interface FieldSchema extends ObjectSchema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly $ref?: string
  readonly items?: FieldSchema
}

/** The reference of what `check` and `diff` print, from the list of formats and the schema of the JSON. */
export function reportsPage(): string {
  const objects: Readonly<Record<string, FieldSchema>> = schema.$defs
  return `${generatedNote}

# Reports

\`concordat check\` and \`concordat diff\` print one report in these formats. \`--format\` chooses what stands on standard
output, \`--output\` writes more of them to files in the same run: \`--output FORMAT=FILE\`, or \`--output FILE\` where the
name of the file tells the format.

${reportFormats.map(formatItem).join('\n')}

All say the same and show what is most serious first; text shows it last, where a terminal stands when the command has
ended. Text from contracts stays text: it formats nothing, links nowhere, mentions nobody and is no command to a terminal or a
runner.

## Exit codes

- ${exitCode.ok}: nothing breaks, nothing is undecided, and lint finds no error
- ${exitCode.findings}: something breaks or is undecided and no exception accepts it, or lint finds an error; with \`--deny-warnings\`
  also for warnings and risky changes
- ${exitCode.badInput}: contracts, exceptions or the base cannot be read, or the command line makes no sense
- ${exitCode.internal}: a fault of Concordat

## JSON

[report.schema.json](../../packages/toolkit/src/gate/output/report.schema.json) is its JSON Schema. It ships with the command
line, as \`dist/report.schema.json\`, and with the toolkit, as \`@concordat/toolkit/gate/report.schema.json\`.

${schema.description}

${fields(schema)}
${Object.entries(objects)
  .filter(([, { properties }]) => properties !== undefined)
  .map(([name, object]) => `### ${name}\n\n${object.description ?? 'See the schema.'}\n\n${fields(object)}`)
  .join('\n')}`
}

function formatItem({ name, endings, summary }: ReportFormat): string {
  const files = endings.map((ending) => `\`*${ending}\``).join(', ')
  return `- **${name}**${files === '' ? '' : ` (${files})`}: ${summary}`
}

function fields({ properties = {}, required = [] }: ObjectSchema): string {
  const items = Object.entries(properties).map(([name, field]) => {
    const presence = required.includes(name) ? '' : '; may be left out'
    return `- \`${name}\`: ${typeOf(field)}${presence}${field.description === undefined ? '' : `. ${field.description}`}`
  })
  return `${items.join('\n')}\n`
}

function typeOf(field: FieldSchema): string {
  const { type, const: only, enum: values, $ref, items, properties } = field
  if (only !== undefined) return `\`${JSON.stringify(only)}\``
  if (values !== undefined) return values.map((value) => `\`${String(value)}\``).join(', ')
  if ($ref !== undefined) return referredType($ref)
  if (items !== undefined) return `list of ${typeOf(items)}`
  if (properties !== undefined)
    return `object of ${Object.keys(properties)
      .map((name) => `\`${name}\``)
      .join(', ')}`
  return type ?? 'any value'
}

/** A link where the page has a section for it. */
function referredType($ref: string): string {
  const name = $ref.replace('#/$defs/', '')
  const target = (schema.$defs as Readonly<Record<string, FieldSchema>>)[name]
  if (target === undefined) throw new Error(`report.schema.json refers to ${$ref}, which is not there.`)
  return target.properties === undefined ? typeOf(target) : `[${name}](#${name.toLowerCase()})`
}
