import { checkWorkspace, today } from '../check-workspace.ts'
import type { Command, Option } from '../command.ts'
import { deliverReport } from '../output/deliver-report.ts'
import { reportFormats } from '../report-formats.ts'
import { parseOutputs } from '../report-outputs.ts'
import { openWorkspace } from '../workspace.ts'

/** Where the reports of `check` and `diff` go. */
export const outputOption: Option = {
  type: 'string',
  multiple: true,
  value: '[FORMAT=]FILE',
  help: 'Write the report to a file too, in the format that its name tells (report.md, results.sarif, junit.xml) or that stands before it; may be repeated',
}

export const checkCommand: Command = {
  usage: 'check [--against REV|FOLDER|ARCHIVE] [--output [FORMAT=]FILE]… [--deny-warnings]',
  description: `Decides whether a proposed change may be merged: what it breaks and for whom, with a message that proves it.
Every version of a schema is held against the versions before it, every message, channel, queue, topic and operation against
the base, and every version that is released must stay as it is. Lint is part of it, and so are the exceptions that accept
single findings until a date.

Ends with 1 if something breaks or is undecided and no exception accepts it, or if lint finds an error.`,
  options: {
    against: {
      type: 'string',
      value: 'BASE',
      help: 'Git revision, folder or archive to compare with (default: where this branch left the one that it is merged into; on the main branch, the commit before)',
    },
    output: outputOption,
    'deny-warnings': { type: 'boolean', help: 'End with 1 on warnings and risky changes too' },
  },
  formats: reportFormats.map(({ name }) => name),
  examples: [
    {
      command: 'concordat check',
      explains: 'Check the working tree against where this branch left the main one',
    },
    { command: 'concordat check --against v1.4.0', explains: 'Check against a tag' },
    {
      command: 'concordat check --format github --output report.md --output results.sarif',
      explains: 'In a job of GitHub Actions: annotations, a comment and a log for code scanning from one run',
    },
  ],
  takesArguments: false,
  run: async (invocation) => {
    const outputs = parseOutputs(invocation.values('output'))
    const workspace = await openWorkspace(invocation)
    const against = invocation.value('against')
    return deliverReport(await checkWorkspace(workspace, { against, today: today() }), outputs, invocation)
  },
}
