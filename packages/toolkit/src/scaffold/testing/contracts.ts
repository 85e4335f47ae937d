import { lint } from '../../lint/lint.ts'
import type { Catalog } from '../../model/catalog.ts'
import { DEFAULT_CONFIG } from '../../model/config.ts'
import { ContractError, type ContractProblem } from '../../model/contract-error.ts'
import { loadCatalog } from '../../model/load-catalog.ts'
import { memorySource } from '../../model/sources/memory-source.ts'
import { type EventRequest, planEvent } from '../event/plan-event.ts'
import type { FilePlan } from '../file-plan.ts'
import { planRepository } from '../init/plan-repository.ts'
import type { Protocol } from '../init/protocol.ts'

/** Texts of contract files by path. */
export type Contracts = Readonly<Record<string, string>>

/** What init lays down in an empty folder. */
export async function freshContracts(protocol: Protocol): Promise<Contracts> {
  return withPlan({}, await planRepository(memorySource({}), { system: 'shop', protocol }))
}

/** The contracts once a plan is carried out. */
export function withPlan(contracts: Contracts, { files }: FilePlan): Contracts {
  return { ...contracts, ...Object.fromEntries(files.map(({ path, content }) => [path, content])) }
}

export function catalogOf(contracts: Contracts): Promise<Catalog> {
  return loadCatalog(memorySource(contracts))
}

/** Everything that lint has to say, a line each. */
export async function findingsIn(contracts: Contracts): Promise<readonly string[]> {
  const findings = await lint(await catalogOf(contracts))
  return findings.map(({ place, severity, rule, message }) => `${place.file} ${severity} ${rule} ${message}`)
}

/** Plans an event with the request's defaults. */
export async function eventPlan(
  contracts: Contracts,
  request: Partial<EventRequest> & Pick<EventRequest, 'subject' | 'sender'>,
): Promise<FilePlan> {
  return planEvent(await catalogOf(contracts), DEFAULT_CONFIG, { receivers: [], envelopes: [], ...request })
}

/** The lines that a plan adds to a file; fails where it takes a line away or changes one. */
export function addedLines({ files }: FilePlan, path: string): readonly string[] {
  const file = files.find((file) => file.path === path)
  if (file?.before === undefined) throw new Error(`the plan does not change ${path}`)
  const before = file.before.split('\n')
  const added = file.content.split('\n').filter((line) => {
    const isKept = line === before[0]
    if (isKept) before.shift()
    return !isKept
  })
  if (before.length > 0) throw new Error(`the plan changes the line ${JSON.stringify(before[0])}`)
  return added
}

/** Problems of the error that something ends with. */
export async function problemsOf(work: () => unknown): Promise<readonly ContractProblem[]> {
  try {
    await work()
  } catch (error) {
    if (error instanceof ContractError) return error.problems
    throw error
  }
  throw new Error('it was expected to be refused')
}

/** What a refusal says: the message and what to do. */
export async function refusalOf(work: () => unknown): Promise<string> {
  const problems = await problemsOf(work)
  return problems.map(({ code, message, fix }) => `${code}: ${message} ${fix}`).join('\n')
}
