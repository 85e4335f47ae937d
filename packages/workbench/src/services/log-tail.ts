import { existsSync, readFileSync } from 'node:fs'

/** The last lines of a log file, indented, to be put under an error message. */
export function logTail(file: string, lines = 15): string {
  const text = existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : ''
  if (text === '') return `  (${file} is empty)`
  const tail = text.split('\n').slice(-lines)
  return [`  the end of ${file}:`, ...tail.map((line) => `  | ${line}`)].join('\n')
}
