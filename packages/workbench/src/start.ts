import { parseArgs } from 'node:util'
import { join } from 'node:path'
import { UsageError } from '../../cli/src/command.ts'
import { processOutput } from '../../cli/src/output/output.ts'
import type { Output } from '../../cli/src/output/output.ts'
import { run } from '../../cli/src/run.ts'
import { serveFolder } from '../../cli/src/serve-folder.ts'

const HELP = `Usage: npm start -- [--once] [--port PORT]

Lints, checks and generates this repository's contracts, runs a demo of two services on the memory transport,
and serves the documentation on 127.0.0.1.

  --once       End after the demo instead of serving
  --port PORT  Port of the documentation (default: 4400, or a free one where that is taken)`

const root = join(import.meta.dirname, '../../..')

process.exitCode = await start()

async function start(): Promise<number> {
  const options = readOptions()
  if (typeof options === 'number') return options
  for (const command of ['lint', 'check', 'generate', 'docs --lint'] as const) {
    const [name = '', ...args] = command.split(' ')
    const code = await step(name, (print) => runCommand([name, ...args], print))
    if (code !== 0) return code
  }
  const code = await step('demo', async (print) => {
    print('an order service and a notification service of event-bus, on the memory transport')
    // Not before it is needed: it imports the generated clients, which the steps before may have mended.
    const { runDemo } = await import('./start/run-demo.ts')
    await runDemo((line) => processOutput.print(`            ${line}`))
    return 0
  })
  if (code !== 0 || options.once) return code
  return serve(options.port)
}

async function serve(port: number | undefined): Promise<number> {
  try {
    const { url } = await serveFolder(join(root, '.concordat/docs'), port)
    processOutput.print(`\nDocumentation: ${processOutput.style('bold', url)}  (Ctrl+C ends it)`)
    return 0
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    processOutput.printError(`error  ${error.message}`)
    return 2
  }
}

function readOptions(): { readonly once: boolean; readonly port: number | undefined } | number {
  try {
    const { values } = parseArgs({
      options: { once: { type: 'boolean' }, port: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    })
    if (values.help === true) {
      processOutput.print(HELP)
      return 0
    }
    const port = values.port === undefined ? undefined : Number(values.port)
    if (port !== undefined && (!Number.isInteger(port) || port < 0 || port > 65_535))
      throw new Error(`--port takes a port number, not ${JSON.stringify(values.port)}`)
    return { once: values.once === true, port }
  } catch (error) {
    processOutput.printError(`error  ${error instanceof Error ? error.message : String(error)}\n\n${HELP}`)
    return 2
  }
}

/** Runs a step and prints its one line: name, what came of it, time. Its whole output only where it failed. */
async function step(name: string, work: (print: (text: string) => void) => Promise<number>): Promise<number> {
  const started = performance.now()
  const lines: string[] = []
  const code = await work((text) => lines.push(text))
  const seconds = `${((performance.now() - started) / 1000).toFixed(2)} s`
  const mark = code === 0 ? processOutput.style('green', 'ok  ') : processOutput.style('red', 'FAIL')
  if (code !== 0) for (const line of lines) processOutput.print(line)
  processOutput.print(`${mark}  ${name.padEnd(8)}  ${seconds.padStart(7)}  ${lines.at(-1) ?? ''}`)
  return code
}

/** Runs a command of the CLI in this process: a process of its own would cost its start four times. */
function runCommand(command: readonly string[], print: (text: string) => void): Promise<number> {
  const output: Output = { ...processOutput, print, printError: print }
  return run([...command, '--root', root], output)
}
