import type { JSX } from 'preact'
import type { Section } from './page.ts'

/** A section where there is something to show in it: lists of sections leave out what is undefined. */
export function section(id: string, title: string, body: JSX.Element | undefined): readonly Section[] {
  return body === undefined ? [] : [{ id, title, body }]
}
