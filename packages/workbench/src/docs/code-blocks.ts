/** A fenced block of code in a Markdown file. */
export interface CodeBlock {
  /** Counts from 1. */
  readonly line: number
  readonly language: string
  readonly text: string
  /** What the comment right before the block says about where its text comes from. */
  readonly origin: Origin | undefined
}

interface Origin {
  /**
   * - `file`: the block is the file, or a region of it
   * - `excerpt`: the block, YAML or JSON, is a part of the file
   * - `output`: the block is what the program prints, or a part of it
   */
  readonly kind: 'file' | 'excerpt' | 'output'
  /** Relative to the root of the repository; with `#name` where only a part is meant. */
  readonly source: string
}

/**
 * The blocks of a Markdown file. Where one comes from a file that is checked, a comment says so:
 *
 *     <!-- file: docs/examples/quick-start.ts#publish -->
 */
export function codeBlocks(markdown: string): readonly CodeBlock[] {
  const lines = markdown.split('\n')
  const blocks: CodeBlock[] = []
  for (let index = 0; index < lines.length; index++) {
    const fence = /^ *```(\w*)$/.exec(lines[index] ?? '')
    if (fence === null) continue
    const end = lines.findIndex((line, other) => other > index && /^ *```$/.test(line))
    const content = lines.slice(index + 1, end === -1 ? undefined : end)
    blocks.push({
      line: index + 1,
      language: fence[1] ?? '',
      text: content.join('\n'),
      origin: originIn(lines, index),
    })
    if (end === -1) break
    index = end
  }
  return blocks
}

/** Between the comment and its block stands one empty line at most. */
function originIn(lines: readonly string[], fence: number): Origin | undefined {
  const before = [lines[fence - 1], lines[fence - 2]].find((line) => line !== undefined && line.trim() !== '')
  const [, kind, source] = /^ *<!-- (file|excerpt|output): (\S+) -->$/.exec(before ?? '') ?? []
  return kind === undefined || source === undefined ? undefined : { kind: kind as Origin['kind'], source }
}
