import { type ChangeFinding, nameHit, nameWitness, quoteRefusal, visibleText } from '@concordat/toolkit/gate'
import { type ComponentChild, h, type JSX } from 'preact'

/** What stands beside a finding on its page. */
export interface FindingContext {
  /** Link to the line of the contract; text alone where sources are not linked. */
  readonly source: (place: ChangeFinding['place']) => ComponentChild
}

const DIRECTIONS = {
  backward: 'new readers, old messages',
  forward: 'old readers, new messages',
} as const

/** A finding of the gate: what changed, whom it hits, and the message that proves it. */
export function findingView(finding: ChangeFinding, { source }: FindingContext): JSX.Element {
  const { rule, verdict, message, why, place, direction, witness, hit } = finding
  return h(
    'div',
    { class: `finding ${verdict}` },
    h(
      'p',
      { class: 'finding-line' },
      h('span', { class: verdict === 'breaking' ? 'badge danger' : 'badge warn' }, verdict),
      direction !== undefined && h('span', { class: 'badge' }, DIRECTIONS[direction]),
      h('code', null, rule),
    ),
    h('p', null, visibleText(message)),
    h('p', { class: 'muted' }, visibleText(why), hit.length > 0 && ` Hit: ${visibleText(nameHit(hit))}.`),
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
    h('p', { class: 'muted' }, source(place)),
  )
}
