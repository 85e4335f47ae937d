import { html } from './html.ts'
import type { Html } from './html.ts'

/** A description as paragraphs; empty lines part them. */
export function paragraphs(text: string | undefined): readonly Html[] {
  if (text === undefined) return []
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => html`<p>${paragraph}</p>`)
}
