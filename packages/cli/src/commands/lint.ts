import { lint, openBaseRevision } from '@concordat/toolkit/lint'
import type { Finding } from '@concordat/toolkit/model'
import { UsageError } from '../command.ts'
import type { Command, Invocation } from '../command.ts'
import { openBase } from '../open-base.ts'
import type { Base } from '../open-base.ts'
import { exitCode } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { countFindings, plural, printFindings } from '../output/print-findings.ts'
import { openWorkspace } from '../workspace.ts'

export const lintCommand: Command = {
  usage: 'lint [--against REV] [--deny-warnings]',
  description: `Reports what is invalid or loses messages: documents that AsyncAPI does not allow, schemas that do not compile,
examples that their schema refuses, bindings that route nothing, released versions that changed.
Ends with 1 if there is an error; warnings alone do not fail.`,
  options: {
    against: {
      type: 'string',
      value: 'REV',
      help: 'Git revision whose released versions must be unchanged (default: where this branch left the main one; on that one, the commit before)',
    },
    'deny-warnings': { type: 'boolean', help: 'End with 1 on warnings too' },
  },
  examples: [
    { command: 'concordat lint', explains: 'Lint the contracts in this folder' },
    {
      command: 'concordat lint --against origin/main --format json',
      explains: 'Compare with a branch, print findings as JSON',
    },
  ],
  takesArguments: false,
  run: runLint,
}

async function runLint(invocation: Invocation): Promise<ExitCode> {
  const workspace = await openWorkspace(invocation)
  const catalog = await workspace.loadCatalog()
  const base = openBase(workspace, invocation.value('against'))
  const revision = revisionOf(base)
  const findings = await lint(catalog, {
    cache: workspace.cache,
    rules: workspace.config.lint.rules,
    ...(revision === undefined ? {} : { base: await openBaseRevision(workspace.root, revision) }),
  })
  workspace.cache.flush()
  if (invocation.format === 'json') {
    invocation.output.print(
      JSON.stringify({ base: base.missing === undefined ? base.label : null, findings }, null, 2),
    )
  } else {
    printFindings(findings, invocation.output)
    const versions = catalog.subjects.reduce((sum, subject) => sum + subject.versions.length, 0)
    const documents = catalog.systems.reduce((sum, system) => sum + system.documents.length, 0)
    const compared =
      base.missing === undefined ? `compared with ${base.label}` : `nothing to compare with: ${base.missing}`
    invocation.output.print(
      `${countFindings(findings)} in ${plural(documents, 'document')} and ${plural(versions, 'schema version')}, ${compared}`,
    )
  }
  return fails(findings, invocation.flag('deny-warnings')) ? exitCode.findings : exitCode.ok
}

function revisionOf(base: Base): string | undefined {
  if (base.missing !== undefined) return undefined
  if (base.source.kind === 'revision') return base.source.revision
  throw new UsageError('lint compares with a git revision; "check" takes folders and archives too.')
}

function fails(findings: readonly Finding[], denyWarnings: boolean): boolean {
  return findings.some((finding) => denyWarnings || finding.severity === 'error')
}
