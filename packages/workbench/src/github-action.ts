import { exitCode } from './exit-code.ts'
import { runAction } from './github/run-action.ts'

const help = `Usage: node packages/workbench/bootstrap.mjs github-action

What action.yml at the root of this repository runs in a job of GitHub Actions. It reads the inputs of the action and the
variables of the runner from the environment.
`

process.exitCode = await main(process.argv.slice(2))

async function main(commandLine: readonly string[]): Promise<number> {
  if (commandLine.length > 0) {
    console.log(help)
    return commandLine[0] === '--help' ? exitCode.ok : exitCode.badUsage
  }
  return runAction(process.env, (line) => console.log(line))
}
