import { createDocsGenerator } from '@concordat/generators'
import { lint } from '@concordat/toolkit/lint'
import type { Catalog } from '@concordat/toolkit/model'
import { checkWorkspace, today } from '../check-workspace.ts'
import { UsageError } from '../command.ts'
import type { Command, Invocation } from '../command.ts'
import type { ExitCode } from '../exit-code.ts'
import { openBase } from '../open-base.ts'
import { readPort } from '../read-port.ts'
import { sourceUrlOf } from '../source-url.ts'
import { openWorkspace } from '../workspace.ts'
import type { Workspace } from '../workspace.ts'
import { runGenerators } from './generate.ts'
import { watchContracts } from './watch-contracts.ts'

const DEFAULT_OUT = '.concordat/docs'

export const docsCommand: Command = {
  usage: 'docs [--out DIR] [--serve] [--watch] [--lint] [--against REV|FOLDER|ARCHIVE]',
  description: `Generates the documentation site: a page for each system, application, channel, event, version and shared type, with
search. It opens from disk, and so from any web server.

With --against it also shows what the contracts change against a base and for whom: the preview for a pull request.`,
  options: {
    out: { type: 'string', value: 'DIR', help: `Output folder (default: ${DEFAULT_OUT})` },
    serve: { type: 'boolean', help: 'Serve the site on 127.0.0.1 until Ctrl+C' },
    port: {
      type: 'string',
      value: 'PORT',
      help: 'Port of --serve; it must be free (default: 4400, or a free one where that is taken)',
    },
    watch: { type: 'boolean', help: 'Go on and generate again whenever a contract changes' },
    lint: { type: 'boolean', help: 'Also show what lint finds' },
    against: {
      type: 'string',
      value: 'BASE',
      help: 'Git revision, folder or archive to show the changes against',
    },
  },
  examples: [
    { command: 'concordat docs --out public', explains: 'Write the site into a folder to publish' },
    { command: 'concordat docs --serve --watch', explains: 'Read along while you write contracts' },
    { command: 'concordat docs --lint --against origin/main', explains: 'Preview what a branch changes' },
  ],
  takesArguments: false,
  run: async (invocation) => {
    const port = readPort(invocation.value('port'))
    if (port !== undefined && !invocation.flag('serve')) throw new UsageError('--port belongs to --serve.')
    let isServed = !invocation.flag('serve')
    const work = async (): Promise<ExitCode> => {
      const { code, folder } = await writeSite(invocation)
      if (!isServed) {
        isServed = true
        // Imported late: Node's HTTP server costs every other run some hundredths of a second.
        const { serveFolder } = await import('../serve-folder.ts')
        const { url } = await serveFolder(folder, port)
        invocation.output.print(`Documentation: ${url}  (Ctrl+C ends it)`)
      }
      return code
    }
    return invocation.flag('watch') ? watchContracts(invocation, work) : work()
  },
}

async function writeSite(
  invocation: Invocation,
): Promise<{ readonly code: ExitCode; readonly folder: string }> {
  const workspace = await openWorkspace(invocation)
  const against = invocation.value('against')
  const withLint = invocation.flag('lint')
  const sourceUrl = sourceUrlOf(workspace.root)
  const base = against === undefined ? undefined : openBase(workspace, against)
  return runGenerators(invocation, workspace, {
    generators: [createDocsGenerator({})],
    defaultOut: DEFAULT_OUT,
    // A folder or an archive may change behind its name, so that nothing is in step with it for sure.
    dependsOn: JSON.stringify([
      sourceUrl,
      withLint,
      base,
      base === undefined ? undefined : [today(), isFixed(base) || Date.now()],
    ]),
    prepare: async (catalog) => [
      createDocsGenerator({ sourceUrl, ...(await readContext(workspace, catalog, { against, withLint })) }),
    ],
  })
}

function isFixed(base: ReturnType<typeof openBase>): boolean {
  return base.missing === undefined && base.source.kind === 'revision'
}

async function readContext(
  workspace: Workspace,
  catalog: Catalog,
  { against, withLint }: { readonly against: string | undefined; readonly withLint: boolean },
): Promise<Parameters<typeof createDocsGenerator>[0]> {
  const { cache, config } = workspace
  if (against === undefined)
    return withLint ? { findings: await lint(catalog, { cache, rules: config.lint.rules }) } : {}
  const proposal = await checkWorkspace(workspace, { against, today: today() })
  return { proposal, ...(withLint ? { findings: proposal.lint } : {}) }
}
