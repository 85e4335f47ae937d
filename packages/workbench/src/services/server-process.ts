import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/**
 * A process that we started. Its id alone does not name it for long (ids are used again, and start over at a reboot),
 * so the time at which it started goes with it.
 */
export interface ServerProcess {
  readonly program: string
  readonly pid: number
  /** Comparable with `startTimeOf` only. */
  readonly startedAt: string
  /** The signal that makes it end in good order. */
  readonly stopSignal: 'SIGTERM' | 'SIGINT'
}

/** Whether the very process still runs: not a later one with its id, not one that is dead and only not yet reaped. */
export function isRunning(server: ServerProcess): boolean {
  return startTimeOf(server.pid) === server.startedAt
}

/** When the living process with this id started, as an opaque string, or undefined where there is none. */
export function startTimeOf(pid: number): string | undefined {
  return existsSync('/proc/self/stat') ? startTimeFromProc(pid) : startTimeFromPs(pid)
}

/** proc(5): field 3 of /proc/PID/stat is the state, field 22 the start in clock ticks since the boot. */
function startTimeFromProc(pid: number): string | undefined {
  let stat: string
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return undefined
  }
  // The name in field 2 is in parentheses and may itself contain spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state, ticks] = [fields[0], fields[19]]
  if (ticks === undefined || state === 'Z' || state === 'X') return undefined
  return `${bootId()}/${ticks}`
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
}

function startTimeFromPs(pid: number): string | undefined {
  const { stdout } = spawnSync('ps', ['-o', 'state=,lstart=', '-p', `${pid}`], { encoding: 'utf8' })
  const [state = '', ...start] = stdout.trim().split(/\s+/)
  return state === '' || state.startsWith('Z') ? undefined : start.join(' ')
}
