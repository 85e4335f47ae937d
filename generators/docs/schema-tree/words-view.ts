import { type ComponentChild, h } from 'preact'
import type { Words } from './words.ts'

/** A line with what stands so in a contract set as code. */
export function wordsView(words: Words): ComponentChild {
  return words.map((part) => (typeof part === 'string' ? part : h('code', null, part.code)))
}
