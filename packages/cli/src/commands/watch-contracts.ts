import { on } from 'node:events'
import { statSync, watch } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { ContractError } from '@concordat/toolkit/model'
import type { Invocation } from '../command.ts'
import { printProblems } from '../output/print-problems.ts'
import { openWorkspace } from '../workspace.ts'

/** Editors write a file in several steps; what they do within this time counts as one change. Milliseconds. */
const SETTLE_MS = 50

/**
 * Does a piece of work now and again after each change of a contract or of the configuration. Contracts that cannot be
 * worked with are reported, and watching goes on. Ends only with the process.
 *
 * @throws ContractError where the root is no folder
 */
export async function watchContracts(invocation: Invocation, work: () => Promise<unknown>): Promise<never> {
  const { root, output } = invocation
  let seen = ''
  const workIfChanged = async (): Promise<void> => {
    try {
      const now = await (await openWorkspace(invocation)).fingerprint()
      if (now === seen) return
      seen = now
      await work()
    } catch (error) {
      if (!(error instanceof ContractError)) throw error
      printProblems(error.problems, output)
    }
  }
  // Where there is no folder nothing can be seen; the work says so.
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) await work()
  // From here on, so that a change during the first piece of work is not missed.
  const watcher = watch(root, { recursive: true, ignore: NEVER_CONTRACTS })
  try {
    const changes: AsyncIterable<unknown[]> = on(watcher, 'change')
    await workIfChanged()
    output.printError(`Watching ${root} (Ctrl+C ends it)`)
    for await (const [, name] of changes) {
      if (typeof name !== 'string' || !mayBeContract(name)) continue
      await sleep(SETTLE_MS)
      await workIfChanged()
    }
    throw new Error(`watching ${root} ended by itself`)
  } catch (error) {
    throw isLimit(error) ? tooMany(root) : error
  } finally {
    watcher.close()
  }
}

/** Folders that may hold more files than the system lets a program watch. Nodes before 24.14 watch them too. */
const NEVER_CONTRACTS = /(?:^|[\\/])(?:node_modules|\.git)(?:[\\/]|$)/

function isLimit(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EMFILE')
}

function tooMany(root: string): ContractError {
  const message = `The system lets no more files be watched, and ${root} has more.`
  const fix = 'Raise fs.inotify.max_user_watches and max_user_instances, or run the command without --watch.'
  return new ContractError([{ code: 'unreadable', message, fix, place: undefined }])
}

/**
 * A contract may refer to a file of any name. What the work itself writes is in a folder of its own or is code, and wakes
 * nobody.
 */
function mayBeContract(path: string): boolean {
  return !/(?:^|[\\/])(?:\.|node_modules[\\/])|\.(?:ts|js|html|css|md|txt)$/.test(path)
}
