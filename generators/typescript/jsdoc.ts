/** What a documentation comment says. Every text may come from a stranger. */
export interface Documentation {
  readonly description?: string | undefined
  readonly deprecated?: boolean
  /** JSON values. */
  readonly examples?: readonly unknown[]
  /** Where the contract says it: `schemas/orders/order.created/1.0.0.json#/properties/total`. */
  readonly place?: string | undefined
}

/** Characters that would show a reader other code than runs: controls, and marks that change the direction of text. */
const INVISIBLE = /(?![\n\t])\p{Cc}|\p{Bidi_Control}|[\u200b\u2060\ufeff]/gu

const WIDTH = 110

/** A documentation comment with a line break at its end; empty where there is nothing to say. */
export function printDocumentation(documentation: Documentation, indent = ''): string {
  const lines = documentationLines(documentation, WIDTH - indent.length - 3)
  if (lines.length === 0) return ''
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`
  return `${indent}/**\n${lines.map((line) => `${indent} *${line === '' ? '' : ` ${line}`}\n`).join('')}${indent} */\n`
}

function documentationLines(documentation: Documentation, width: number): readonly string[] {
  const { description = '', deprecated = false, examples = [], place } = documentation
  const paragraphs = [
    inert(description.trim())
      .split('\n')
      .flatMap((line) => wrap(line.trimEnd(), width)),
    examples.flatMap((example) => ['@example', ...inert(JSON.stringify(example, null, 2)).split('\n')]),
    place === undefined ? [] : [`@see ${inert(place)}`],
    deprecated ? ['@deprecated'] : [],
  ]
  return paragraphs.filter((lines) => lines.some((line) => line !== '')).flat()
}

/** Keeps text inside the comment and from being a tag or an instruction to the compiler. */
function inert(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(INVISIBLE, '')
    .replaceAll('*/', String.raw`*\/`)
    .replaceAll(/^(\s*)@/gm, String.raw`$1\@`)
}

/** Text that is safe in the middle of a one-line comment. */
export function inertLine(text: string): string {
  return inert(text).replaceAll('\n', ' ')
}

function wrap(line: string, width: number): readonly string[] {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + word.length >= width) {
      lines.push(current)
      current = word
    } else {
      current = current === '' ? word : `${current} ${word}`
    }
  }
  return [...lines, current]
}
