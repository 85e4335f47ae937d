import { codeBlocks } from './code-blocks.ts'

const start = /^(?:[A-Z_]+=\S+ +)*(?:(?:npx +)?concordat(?= |$)|npm (?:start|test|run)\b|node packages\/)/

/** Command lines of Concordat and of this repository's scripts that a page shows, in code of any kind. */
export function commandLines(markdown: string): readonly string[] {
  const blocks = codeBlocks(markdown).flatMap(({ text }) => text.replaceAll(/ *\\\n */g, ' ').split('\n'))
  const indented = [...markdown.matchAll(/^ {4,}(\S.*)$/gm)].map(([, code = '']) => code)
  const spans = [...markdown.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)
  const found = [...blocks, ...indented, ...spans].flatMap((code) => commandIn(code) ?? [])
  return [...new Set(found)]
}

/**
 * The first command of a line of a shell, of a workflow (`- run: npx concordat lint`) or of a session (`$ concordat lint`);
 * a quoted argument is one word, whatever it says.
 */
function commandIn(code: string): string | undefined {
  const line = code
    .trim()
    .replace(/^(?:\$ |- run: |run: )/, '')
    .replaceAll(/"[^"]*"/g, 'TEXT')
  if (!start.test(line)) return undefined
  const [command = ''] = line.split(/ +#| *(?:[|;>)"]|&&)/)
  return command.trim()
}
