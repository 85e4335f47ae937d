import MarkdownIt from 'markdown-it'
import { h, type JSX } from 'preact'

/**
 * A description of a contract as it is meant to look (CommonMark and tables). Contracts come from strangers: markup stays
 * text, nothing is loaded, and a link goes to the web or to an address for mail only.
 */
export function markdown(text: string | undefined): JSX.Element | undefined {
  const source = text?.trim()
  if (source === undefined || source === '') return undefined
  return h('div', { class: 'prose', dangerouslySetInnerHTML: { __html: toHtml(source) } })
}

/** Where a sentence is no longer one for a list; what looks for links in it takes the square of its length. */
const LONGEST_SENTENCE = 1000

/** The first sentence of a description as plain text, for lists; a longer one is cut, and ends with an ellipsis. */
export function firstSentence(text: string | undefined): string | undefined {
  const [paragraph] = (text ?? '').trim().split(/\n\s*\n/)
  if (paragraph === undefined || paragraph === '') return undefined
  const start = paragraph.slice(0, LONGEST_SENTENCE).toWellFormed()
  const flat = start
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/`|\*\*/g, '')
    .replaceAll(/\s+/g, ' ')
  return /^.*?[.!?](?=\s|$)/.exec(flat)?.[0] ?? (start.length < paragraph.length ? `${flat}…` : flat)
}

/** Most descriptions are one plain paragraph, which needs no parser. */
const PLAIN = /^[\w ,.;:'()/+"-]*$/

function toHtml(source: string): string {
  return PLAIN.test(source) && !/^\d+[.)]|^[-+]|:\/\//.test(source)
    ? `<p>${source.replaceAll('"', '&quot;')}</p>`
    : parser.render(source)
}

const parser = new MarkdownIt('default', { html: false, linkify: false, typographer: false }).disable('image')

/** An allow-list, because what runs a script or opens a file has many spellings. */
parser.validateLink = (url) => /^(?:https?:\/\/|mailto:)/i.test(url.trim())

parser.renderer.rules['link_open'] = (tokens, index, options, _, self) => {
  tokens[index]?.attrSet('rel', 'noopener noreferrer nofollow')
  return self.renderToken(tokens, index, options)
}

/** Headings of a description stand below those of the page and must not break their order. */
parser.renderer.rules['heading_open'] = () => '<p><strong>'
parser.renderer.rules['heading_close'] = () => '</strong></p>\n'
parser.renderer.rules['table_open'] = () => '<div class="scroll" tabindex="0"><table>\n'
parser.renderer.rules['table_close'] = () => '</table></div>\n'
