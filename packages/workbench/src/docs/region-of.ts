/**
 * The part of a source between `// #region NAME` and `// #endregion NAME`, or all of it, without the lines that mark
 * regions and without the indentation that all its lines share. Undefined where there is no such region.
 */
export function regionOf(source: string, name: string | undefined): string | undefined {
  const lines = source.trimEnd().split('\n')
  const start = name === undefined ? -1 : lines.findIndex((line) => line.trim() === `// #region ${name}`)
  const end =
    name === undefined ? lines.length : lines.findIndex((line) => line.trim() === `// #endregion ${name}`)
  if (end === -1 || (name !== undefined && start === -1)) return undefined
  const content = lines.slice(start + 1, end).filter((line) => !/^ *\/\/ #(?:end)?region /.test(line))
  const indents = content.filter((line) => line !== '').map((line) => line.length - line.trimStart().length)
  const shared = Math.min(...indents)
  return content
    .map((line) => line.slice(shared))
    .join('\n')
    .trim()
}
