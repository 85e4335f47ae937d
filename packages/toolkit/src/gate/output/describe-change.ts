import { REMOVED } from '../released-changes.ts'
import type { Change, ChangeFinding, Hit, Party, Way, Witness } from '../change.ts'

/** `orders/order.created 1.0.0 → 1.1.0`, `orders/order.created 1.0.0` for a version that changed, `channel event-bus/orders`. */
export function nameChange({ thing, from, to }: Pick<Change, 'thing' | 'from' | 'to'>): string {
  if (thing.kind !== 'subject') return `${thing.kind} ${thing.name}`
  return from === to ? `${thing.name} ${to}` : `${thing.name} ${from} → ${to}`
}

/** The verdict on one change in a sentence: `orders/order.created 1.1.0 breaks BACKWARD compatibility with 1.0.0`. */
export function judgeChange(change: Change): string {
  const { thing, from, to, verdict } = change
  const isSubject = thing.kind === 'subject' && from !== to && to !== REMOVED
  const name = isSubject ? `${thing.name} ${to}` : nameChange(change)
  const whom = isSubject ? `${promises(change)}compatibility with ${from}` : 'those who use it'
  if (verdict === 'breaking') return `${name} breaks ${whom}`
  if (verdict === 'undecided') return `${name} may break ${whom}`
  if (verdict === 'risky') return `${name} changes in a way that needs care`
  return `${name} is compatible with ${isSubject ? from : 'those who use it'}`
}

/** `BACKWARD `, `BACKWARD and FORWARD `: the promises of the findings that make the verdict. */
function promises({ findings, verdict }: Change): string {
  const blocking = findings.filter(
    (finding) => finding.exception === undefined && finding.verdict === verdict,
  )
  const directions = [...new Set(blocking.flatMap(({ direction }) => direction ?? []))].toSorted()
  return directions.length === 0 ? '' : `${directions.map((name) => name.toUpperCase()).join(' and ')} `
}

/** `claims minor, needs major`; undefined where the version number says enough. */
export function judgeBump({ bump }: Change): string | undefined {
  if (bump === undefined) return undefined
  const order = ['none', 'patch', 'minor', 'major']
  const isEnough = order.indexOf(bump.claimed) >= order.indexOf(bump.needed)
  return isEnough ? undefined : `claims ${bump.claimed}, needs ${bump.needed}`
}

/** `schemas/orders/order.created/1.1.0.json:14:7`, and in which tree where that is the base. */
export function placeOf({ place, tree }: Pick<ChangeFinding, 'place' | 'tree'>): string {
  return `${place.file}:${place.line}:${place.column}${tree === 'base' ? ' in the base' : ''}`
}

/** Who proves it: `A message that A 1.0.0 sends and A 1.1.0 refuses`. */
export function nameWitness({ sentBy, refusedBy }: Witness): string {
  return `A message that ${sentBy} sends and ${refusedBy} refuses`
}

/** What the side that refuses says: `orders/order.created 1.1.0 says at /total: must be integer`. */
export function quoteRefusal({ refusedBy, at, error }: Witness): string {
  return `${refusedBy} says${at === '' ? '' : ` at ${at}`}: ${error}`
}

/** `consumers event-bus/crm-service, event-bus/order-service; the deployment of event-bus/mailer`. */
export function nameHit(hit: readonly Hit[]): string {
  return hit.map(({ role, applications }) => nameRole(role, applications)).join('; ')
}

function nameRole(role: Hit['role'], applications: readonly string[]): string {
  const names = applications.join(', ')
  if (role === 'deployment') return names === '' ? 'whoever deploys it' : `the deployment of ${names}`
  if (names === '') return `${role}s that the contracts do not name`
  return `${role}${applications.length === 1 ? '' : 's'} ${names}`
}

/** What a finding does to an application on one side of the change. */
export function isHit({ role, application }: Party, findings: readonly ChangeFinding[]): boolean {
  return findings.some(
    ({ hit, exception }) =>
      exception === undefined &&
      hit.some(
        (group) =>
          (group.role === role || group.role === 'deployment') && group.applications.includes(application),
      ),
  )
}

/** A way forward on one line, with its command. */
export function nameWay({ text, command }: Way): string {
  return command === undefined ? text : `${text.replace(/[.:]$/, '')}: ${command}`
}

/** Why an accepted finding passes. */
export function nameException({ exception }: ChangeFinding): string | undefined {
  if (exception === undefined) return undefined
  const { owner, reason, expires, file } = exception
  return `Accepted by ${owner} until ${expires} (${file}): ${reason}`
}

/** With a full stop, where it has none. */
export function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
