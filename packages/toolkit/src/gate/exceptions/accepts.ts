import type { ChangeFinding, Thing } from '../change.ts'
import type { Exception } from './exception.ts'

/** Whether an exception speaks of a finding, be it expired or not. */
export function accepts(exception: Exception, thing: Thing, finding: ChangeFinding): boolean {
  return exception.fingerprint === finding.fingerprint && isAbout(exception, thing, finding)
}

/** Whether an exception names the rule and the thing of a finding. */
export function isAbout(exception: Exception, thing: Thing, { rule }: ChangeFinding): boolean {
  return exception.rule === rule && exception.thing.kind === thing.kind && exception.thing.name === thing.name
}
