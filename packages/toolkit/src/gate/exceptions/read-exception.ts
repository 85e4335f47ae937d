import { isDate } from '@concordat/formats'
import { child, entries, isObjectNode } from '../../model/node.ts'
import type { Node, Place } from '../../model/catalog.ts'
import type { ProblemList } from '../../model/problem-list.ts'
import { type Thing, THING_KINDS, type ThingKind } from '../change.ts'
import type { Exception } from './exception.ts'

const KEYS = ['rule', 'place', 'fingerprint', 'owner', 'reason', 'expires']
const PLACE_KEYS = ['kind', 'name']

/** Reads one exception; what is wrong with it is added to the problems, all of it at once. */
export function readException(node: Node, at: Place, problems: ProblemList): Exception | undefined {
  if (!hasOnly(node, KEYS, problems)) return undefined
  const rule = read(node, 'rule', 'the id of a rule', isFilled, problems)
  const thing = readThing(node, problems)
  const fingerprint = read(
    node,
    'fingerprint',
    '16 hexadecimal digits in quotes',
    (text) => /^[0-9a-f]{16}$/.test(text),
    problems,
  )
  const owner = read(node, 'owner', 'who answers for it', isFilled, problems)
  const reason = read(node, 'reason', 'a text that says why', isFilled, problems)
  const expires = read(node, 'expires', 'a date such as "2027-01-31"', isDate, problems)
  if (thing === undefined || [rule, fingerprint, owner, reason, expires].includes('')) return undefined
  return { rule, thing, fingerprint, owner, reason, expires, at }
}

function readThing(node: Node, problems: ProblemList): Thing | undefined {
  const place = child(node, 'place')
  if (place === undefined) {
    wrong(node, '"place" with the kind and the name of what changed', problems)
    return undefined
  }
  if (!hasOnly(place, PLACE_KEYS, problems)) return undefined
  const kind = read(place, 'kind', `one of ${THING_KINDS.join(', ')}`, isKind, problems)
  const name = read(place, 'name', 'the name of what changed', isFilled, problems)
  return isKind(kind) && name !== '' ? { kind, name } : undefined
}

/** The string under a key; empty, and a problem, where there is none or another one is wanted. */
function read(
  node: Node,
  key: string,
  wanted: string,
  isRight: (text: string) => boolean,
  problems: ProblemList,
): string {
  const member = child(node, key)
  if (typeof member?.value === 'string' && isRight(member.value)) return member.value
  wrong(member ?? node, `${JSON.stringify(key)}: ${wanted}`, problems)
  return ''
}

function hasOnly(node: Node, keys: readonly string[], problems: ProblemList): boolean {
  if (!isObjectNode(node)) {
    wrong(node, `an object with ${keys.join(', ')}`, problems)
    return false
  }
  const unknown = entries(node).filter(([key]) => !keys.includes(key))
  for (const [key, member] of unknown) {
    const message = `An exception has no key ${JSON.stringify(key)}.`
    problems.at(member, 'bad-exception', message, `Remove it, or use one of ${keys.join(', ')}.`)
  }
  return unknown.length === 0
}

function wrong(node: Node, wanted: string, problems: ProblemList): void {
  const fix = 'Correct it; "concordat accept" writes exceptions as they must be.'
  problems.at(node, 'bad-exception', `An exception needs ${wanted}.`, fix)
}

function isFilled(text: string): boolean {
  return text.trim() !== ''
}

function isKind(text: string): text is ThingKind {
  return THING_KINDS.some((kind) => kind === text)
}
