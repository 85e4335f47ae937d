import { checkContracts, diffSchemas, policyOf } from '@concordat/toolkit/gate'
import type { ContractTree, GateReport } from '@concordat/toolkit/gate'
import { loadCatalog, loadConfig } from '@concordat/toolkit/model'
import type { Catalog } from '@concordat/toolkit/model'
import { today } from '../check-workspace.ts'
import { UsageError } from '../command.ts'
import type { Command } from '../command.ts'
import { openDiffSide, parseDiffArgument } from '../diff-side.ts'
import type { DiffArgument } from '../diff-side.ts'
import { deliverReport } from '../output/deliver-report.ts'
import { reportFormats } from '../report-formats.ts'
import { parseOutputs } from '../report-outputs.ts'
import { openWorkspace } from '../workspace.ts'
import type { Workspace } from '../workspace.ts'
import { outputOption } from './check.ts'

export const diffCommand: Command = {
  usage: 'diff A B [--output [FORMAT=]FILE]…',
  description: `Says what B breaks of A, and proves it: two versions of a subject (orders/order.created@1.0.0), two files with one
schema each, or two trees of contracts (a git revision, a folder or an archive). Unlike check it looks at nothing but the
difference: neither lint nor exceptions have a say.

Ends with 1 if something breaks or is undecided.`,
  options: { output: outputOption },
  formats: reportFormats.map(({ name }) => name),
  examples: [
    {
      command: 'concordat diff orders/order.created@1.0.0 orders/order.created@1.1.0',
      explains: 'Hold one version of a subject against another',
    },
    { command: 'concordat diff v1.4.0 HEAD', explains: 'Hold one revision against another' },
    {
      command: 'concordat diff old.json new.json --format json',
      explains: 'Hold one schema against another',
    },
  ],
  takesArguments: true,
  run: async (invocation) => {
    const outputs = parseOutputs(invocation.values('output'))
    const [before, after, ...others] = invocation.arguments
    if (before === undefined || after === undefined || others.length > 0)
      throw new UsageError('diff takes two things to compare: A and B.')
    const workspace = await openWorkspace(invocation)
    const report = await diff(
      parseDiffArgument(before, workspace.root),
      parseDiffArgument(after, workspace.root),
      workspace,
    )
    workspace.cache.flush()
    return deliverReport(report, outputs, invocation)
  },
}

async function diff(before: DiffArgument, after: DiffArgument, workspace: Workspace): Promise<GateReport> {
  if (before.kind === 'tree' && after.kind === 'tree') {
    const [base, head] = [await openTree(before, workspace), await openTree(after, workspace)]
    return checkContracts({ head, base, lint: [], exceptions: [], today: today() })
  }
  if (before.kind === 'tree' || after.kind === 'tree')
    throw new UsageError('diff compares two schemas or two trees, not one with the other.')
  let loaded: Promise<Catalog> | undefined
  const catalog = (): Promise<Catalog> => (loaded ??= workspace.loadCatalog())
  const sides = [
    await openDiffSide(before, workspace, catalog),
    await openDiffSide(after, workspace, catalog),
  ] as const
  const { exact, format } = workspace.config.compatibility
  const mode = policyOf(sides[1].catalog, workspace.config.compatibility).modeOfSubject(sides[1].name)
  return diffSchemas(...sides, { mode: mode ?? 'FULL', exact, format: exact ? 'annotation' : format })
}

async function openTree(
  { source, label }: Extract<DiffArgument, { kind: 'tree' }>,
  { cache }: Workspace,
): Promise<ContractTree> {
  const config = await loadConfig(source)
  const catalog = await loadCatalog(source, { cache, config })
  return { catalog: { ...catalog, source: label }, config: config.compatibility }
}
