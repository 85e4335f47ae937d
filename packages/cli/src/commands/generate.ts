import { existsSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { generators } from '@concordat/generators'
import { generate, isInStep } from '@concordat/toolkit/codegen'
import type { FileChange, GenerateResult, Generator, GeneratorOptions } from '@concordat/toolkit/codegen'
import { CONFIG_FILE, ContractError } from '@concordat/toolkit/model'
import type { Catalog, Config, ContractProblem } from '@concordat/toolkit/model'
import { UsageError } from '../command.ts'
import type { Command, Invocation } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { plural } from '../output/print-findings.ts'
import { openWorkspace, type Workspace } from '../workspace.ts'
import { watchContracts } from './watch-contracts.ts'

export const generateCommand: Command = {
  usage: 'generate [TARGET…] [--check | --dry-run | --watch] [--out DIR]',
  description: `Generates code from the contracts. Only changed files are written, stale ones are removed, and the output is the same to
the byte on every run. Without a TARGET, the targets in concordat.config.json, else typescript.

Targets: ${generators.map(({ name, description }) => `${name} (${description})`).join(', ')}.`,
  options: {
    check: { type: 'boolean', help: 'Write nothing; name each file that is out of step and end with 1' },
    'dry-run': { type: 'boolean', help: 'Write nothing; name each file that would change' },
    watch: { type: 'boolean', help: 'Go on and generate again whenever a contract changes' },
    out: { type: 'string', value: 'DIR', help: 'Output folder (default: "generated" of the configuration)' },
  },
  examples: [
    { command: 'concordat generate', explains: 'Generate what the configuration asks for' },
    {
      command: 'concordat generate typescript --out src/events',
      explains: 'Generate clients into a folder of your own',
    },
    { command: 'concordat generate --check', explains: 'In CI: fail if generated files are out of step' },
  ],
  takesArguments: true,
  run: (invocation) => {
    if (['check', 'dry-run', 'watch'].filter(invocation.flag).length > 1)
      throw new UsageError('--check, --dry-run and --watch exclude each other.')
    return invocation.flag('watch')
      ? watchContracts(invocation, () => generateNamed(invocation))
      : generateNamed(invocation)
  },
}

/** Generates the targets that the user named, else those that the configuration states. */
async function generateNamed(invocation: Invocation): Promise<ExitCode> {
  const workspace = await openWorkspace(invocation)
  const { targets, generated } = workspace.config
  const names = invocation.arguments.length > 0 ? invocation.arguments : Object.keys(targets)
  const { code } = await runGenerators(invocation, workspace, {
    generators: selectGenerators(names),
    defaultOut: generated,
  })
  return code
}

/** What is to be generated. */
export interface Generation {
  readonly generators: readonly Generator[]
  /** Relative to the root; `--out` names another folder. */
  readonly defaultOut: string
  /** What the generators depend on beside the contracts and the configuration. */
  readonly dependsOn?: string
  /** Gives generators of the same names all that they depend on; asked only where something has changed. */
  readonly prepare?: (catalog: Catalog) => Promise<readonly Generator[]>
}

/** Runs generators into their folder, and tells what came of it. */
export async function runGenerators(
  invocation: Invocation,
  workspace: Workspace,
  { generators, defaultOut, dependsOn, prepare = () => Promise.resolve(generators) }: Generation,
): Promise<{ readonly code: ExitCode; readonly folder: string }> {
  const mode = invocation.flag('check') ? 'check' : invocation.flag('dry-run') ? 'dry-run' : 'write'
  const { config, cache, codeVersion } = workspace
  refuseUnknownOptions(generators, config)
  const out = invocation.value('out')
  const folder = out === undefined ? folderWithin(workspace.root, defaultOut) : resolve(out)
  const names = generators.map(({ name }) => name)
  const inputs = JSON.stringify([codeVersion, names, config, await workspace.fingerprint(), dependsOn])
  const inStep = isInStep(cache, folder, inputs)
  const result = inStep === undefined ? await bringInStep() : { changes: [], total: inStep.total }
  cache.flush()
  report(result, mode, folder, invocation)
  const isOutOfStep = mode === 'check' && result.changes.length > 0
  return { code: isOutOfStep ? exitCode.findings : exitCode.ok, folder }

  async function bringInStep(): Promise<GenerateResult> {
    const catalog = await workspace.loadCatalog()
    const optionsOf = (target: string): GeneratorOptions => config.targets[target] ?? {}
    const prepared = await prepare(catalog)
    return generate({ catalog, generators: prepared, optionsOf, folder, mode, cache, codeVersion, inputs })
  }
}

/**
 * A folder that the repository names. The repository may come from a stranger, so a link in it must not lead the output
 * out of the root; a folder that the user names with --out may be anywhere.
 *
 * @throws ContractError `unwritable`
 */
function folderWithin(root: string, path: string): string {
  const folder = join(root, path)
  let existing = folder
  while (!existsSync(existing)) existing = dirname(existing)
  const fromRoot = relative(realpathSync(root), realpathSync(existing))
  if (fromRoot !== '..' && !fromRoot.startsWith(`..${sep}`) && !isAbsolute(fromRoot)) return folder
  throw new ContractError([
    {
      code: 'unwritable',
      message: `The output folder ${path} is a link that leads out of the repository, to ${realpathSync(existing)}.`,
      fix: 'Remove the link, or name the folder yourself with --out DIR.',
      place: undefined,
    },
  ])
}

function selectGenerators(names: readonly string[]): readonly Generator[] {
  const wanted = new Set(names.length > 0 ? names : ['typescript'])
  const known = new Map(generators.map((generator) => [generator.name, generator]))
  return [...wanted].map((name) => {
    const generator = known.get(name)
    if (generator === undefined)
      throw new UsageError(
        `There is no target ${JSON.stringify(name)}; there is ${[...known.keys()].join(', ')}.`,
      )
    return generator
  })
}

/** @throws ContractError `bad-config` for an option that its target does not have */
function refuseUnknownOptions(selected: readonly Generator[], config: Config): void {
  const problems = selected.flatMap(({ name, options = [] }) => {
    const known = options.map((option) => option.name)
    const unknown = Object.keys(config.targets[name] ?? {}).filter((option) => !known.includes(option))
    return unknown.map((option): ContractProblem => ({
      code: 'bad-config',
      message: `${CONFIG_FILE} gives the target ${name} the option ${JSON.stringify(option)}, which it does not have.`,
      fix:
        known.length === 0
          ? 'Remove it: the target has no options.'
          : `Remove it, or use ${known.join(', ')}.`,
      place: undefined,
    }))
  })
  const [first, ...rest] = problems
  if (first !== undefined) throw new ContractError([first, ...rest])
}

const VERBS = {
  write: { missing: 'added', different: 'changed', stale: 'removed' },
  'dry-run': { missing: 'would add', different: 'would change', stale: 'would remove' },
  check: { missing: 'is missing', different: 'is out of step', stale: 'is stale' },
} as const

function report(
  { changes, total }: GenerateResult,
  mode: keyof typeof VERBS,
  folder: string,
  { output, format, root }: Invocation,
): void {
  const shown = relative(root, folder) || '.'
  if (format === 'json') {
    output.print(JSON.stringify({ folder: shown, mode, total, changes }, null, 2))
    return
  }
  const line = (change: FileChange): string =>
    `${VERBS[mode][change.kind].padEnd(14)} ${join(shown, change.path)}`
  const few = mode === 'check' || changes.length <= 20
  for (const change of few ? changes : []) output.print(line(change))
  if (mode === 'check' && changes.length > 0) {
    output.print(
      `${plural(changes.length, 'file')} of ${total} out of step with the contracts. Run: concordat generate`,
    )
    return
  }
  const verb = mode === 'write' ? 'written or removed' : 'would change'
  output.print(
    `${plural(total, 'file')} in ${shown}, ${changes.length === 0 ? 'all in step' : `${changes.length} ${verb}`}`,
  )
}
