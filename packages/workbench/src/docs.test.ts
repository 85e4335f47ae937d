import { describe, expect, it } from 'vitest'

import { blockProblem } from './docs/block-problem.ts'
import { brokenLinks } from './docs/broken-links.ts'
import { codeBlocks } from './docs/code-blocks.ts'
import { commandLineProblem } from './docs/command-line-problem.ts'
import { commandLines } from './docs/command-lines.ts'
import { documentationFiles } from './docs/documentation-files.ts'

describe.each(documentationFiles())('$path', (file) => {
  it('links only to what exists', () => {
    expect(brokenLinks(file)).toEqual([])
  })

  it('shows code as it stands in the files that are checked and run', () => {
    const problems = codeBlocks(file.text).flatMap((block) => {
      const problem = blockProblem(block)
      return problem === undefined ? [] : `the block at line ${block.line} ${problem}`
    })
    expect(problems).toEqual([])
  })

  it('shows command lines that exist', async () => {
    const problems = await Promise.all(
      commandLines(file.text).map(async (line) => {
        const problem = await commandLineProblem(line)
        return problem === undefined ? [] : `${line}: ${problem}`
      }),
    )
    expect(problems.flat()).toEqual([])
  })
})
