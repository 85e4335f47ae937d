import { Fragment, h, type JSX } from 'preact'
import type { Snippet } from '../code/snippet.ts'
import { codeBlock } from './code-block.ts'

const HEADINGS = { publisher: 'Publish it', consumer: 'Handle it' } as const

/** Code to copy, the first piece of each role open; undefined where there is none. */
export function snippetList(
  snippets: readonly Snippet[],
  headings: Readonly<Record<Snippet['role'], string>> = HEADINGS,
): JSX.Element | undefined {
  if (snippets.length === 0) return undefined
  return h(
    Fragment,
    null,
    (['publisher', 'consumer'] as const).map((role) => {
      const [first, ...others] = snippets.filter((snippet) => snippet.role === role)
      if (first === undefined) return null
      return [block(first, headings[role]), others.map((snippet) => fold(snippet, headings[role]))]
    }),
  )
}

function block({ code, application }: Snippet, heading: string): JSX.Element {
  return codeBlock(
    code.trimEnd(),
    [h('b', null, heading), `as ${application}`],
    `${heading} as ${application}`,
  )
}

function fold(snippet: Snippet, heading: string): JSX.Element {
  const { application } = snippet
  return h(
    'details',
    { class: 'fold' },
    h('summary', null, `${heading} as ${application}`),
    block(snippet, heading),
  )
}
