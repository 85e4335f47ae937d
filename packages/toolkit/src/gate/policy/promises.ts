import type { Direction } from '../change.ts'
import type { Mode } from '../../model/compatibility-mode.ts'

/** The promises that a mode makes about two versions that follow each other. */
export function promisesOf(mode: Mode): readonly Direction[] {
  if (mode === 'NONE') return []
  if (mode.startsWith('FULL')) return ['backward', 'forward']
  return mode.startsWith('BACKWARD') ? ['backward'] : ['forward']
}

/** Whether a version must keep them towards every earlier version of its major. */
export function isTransitive(mode: Mode): boolean {
  return mode.endsWith('_TRANSITIVE')
}

/** Whether one mode keeps every promise that another makes. */
export function isAtLeast(mode: Mode, other: Mode): boolean {
  const kept = promisesOf(mode)
  return (
    promisesOf(other).every((promise) => kept.includes(promise)) &&
    (isTransitive(mode) || !isTransitive(other) || other === 'NONE')
  )
}
