import {
  type ChangeFinding,
  type Hit,
  nameHit,
  nameWitness,
  quoteRefusal,
  visibleText,
} from '@concordat/toolkit/gate'
import { type ComponentChild, h, type JSX } from 'preact'
import { verdictBadge } from '../parts/verdict-badge.ts'

/** What stands beside a finding on its page. */
export interface FindingContext {
  /** Link to the line of the contract; text alone where sources are not linked. */
  readonly source: (place: ChangeFinding['place']) => ComponentChild
  /** Link to an application, `event-bus/order-service`. */
  readonly application: (id: string) => ComponentChild
  /** Applications whose events have the compared schema as a part, for one that no event has as its data. */
  readonly partOf: (role: Hit['role']) => readonly string[]
}

const DIRECTIONS = {
  backward: 'new readers, old messages',
  forward: 'old readers, new messages',
} as const

/** A finding of the gate: what changed, whom it hits, and the message that proves it. */
export function findingView(finding: ChangeFinding, context: FindingContext): JSX.Element {
  const { rule, verdict, message, why, place, direction, witness, hit } = finding
  return h(
    'div',
    { class: `finding ${verdict}` },
    h(
      'p',
      { class: 'finding-line' },
      verdictBadge(verdict),
      direction !== undefined && h('span', { class: 'badge' }, DIRECTIONS[direction]),
      h('code', null, rule),
    ),
    h('p', null, visibleText(message)),
    h('p', { class: 'muted' }, visibleText(why), hit.length > 0 && hitView(hit, context)),
    witness !== undefined &&
      h(
        'details',
        null,
        h('summary', null, 'The message that proves it'),
        h('p', { class: 'muted' }, visibleText(nameWitness(witness)), ':'),
        h(
          'pre',
          { tabIndex: 0, role: 'group', 'aria-label': 'The message that proves it' },
          h('code', null, JSON.stringify(witness.value, null, 2)),
        ),
        h('p', { class: 'muted' }, visibleText(quoteRefusal(witness))),
      ),
    h('p', { class: 'muted' }, context.source(place)),
  )
}

function hitView(hit: readonly Hit[], context: FindingContext): ComponentChild {
  return [' Hit: ', hit.map((each, index) => [index > 0 && '; ', partyView(each, context)]), '.']
}

/** In the gate's words, with a link in the place of each name. */
function partyView({ role, applications }: Hit, { application, partOf }: FindingContext): ComponentChild {
  const ids = applications.length === 0 && role !== 'deployment' ? partOf(role) : applications
  if (ids.length === 0) return nameHit([{ role, applications }])
  const words = role === 'deployment' ? 'the deployment of' : `${role}${ids.length === 1 ? '' : 's'}`
  return [`${words} `, ids.map((id, index) => [index > 0 && ', ', application(id)])]
}
