// Runs one of this repository's commands: `node bootstrap.mjs <command> [arguments]`.
//
// It is what a fresh clone starts with, so it is plain JavaScript for Node 20 and imports nothing that must be
// installed: it installs the dependencies where they are missing or out of step with package-lock.json, then
// hands over to the Node that the project pins, which runs TypeScript sources by type stripping.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const internalFault = 3
const badUsage = 2

const workbench = dirname(fileURLToPath(import.meta.url))
const root = join(workbench, '..', '..')
const modules = join(root, 'node_modules')
const stampFile = join(modules, '.concordat-lock-hash')
const projectNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

const [command, ...commandArguments] = process.argv.slice(2)
process.exitCode = await main()

async function main() {
  const source = sourceOf(command)
  if (source === undefined) return badUsage
  if (!(await install())) return internalFault
  return run(projectNode, ['-C', '@concordat/source', source, ...commandArguments])
}

/** The TypeScript file that a command runs, or undefined (and a message) where there is none. */
function sourceOf(name) {
  const source =
    name === 'concordat' ? join(root, 'packages/cli/src/main.ts') : join(workbench, 'src', `${name}.ts`)
  if (/^[a-z]+(-[a-z]+)*$/.test(name ?? '') && existsSync(source)) return source
  console.error(`bootstrap: there is no command ${JSON.stringify(name ?? '')}; see "scripts" in package.json`)
  return undefined
}

/** Makes node_modules agree with package-lock.json. False, after a message, where that could not be done. */
async function install() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const stamp = createHash('sha256').update(lock).digest('hex')
  if (existsSync(projectNode) && (readStamp() === stamp || agrees(lock))) {
    writeStamp(stamp)
    return true
  }
  const reason = existsSync(modules) ? 'node_modules is out of step with package-lock.json' : 'first run'
  console.error(`Installing dependencies (${reason}): npm ci`)
  const options = { cwd: root, shell: process.platform === 'win32' }
  const status = await run(
    'npm',
    ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    options,
  )
  if (status === 0 && existsSync(projectNode)) {
    writeStamp(stamp)
    return true
  }
  console.error(installFailure(status))
  return false
}

function readStamp() {
  return existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined
}

function writeStamp(stamp) {
  if (readStamp() !== stamp) writeFileSync(stampFile, stamp)
}

/** Whether what npm says it has installed is what the lock file asks for: somebody ran npm by hand. */
function agrees(lock) {
  const installedFile = join(modules, '.package-lock.json')
  if (!existsSync(installedFile)) return false
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages
  return Object.entries(JSON.parse(lock).packages).every(
    ([path, wanted]) => path === '' || wanted.optional || installed[path]?.version === wanted.version,
  )
}

function installFailure(status) {
  if (status === 0) {
    return [
      `npm ci ended well, but ${projectNode} is missing: the install script of the package "node" did not run.`,
      'Allow install scripts (npm config get ignore-scripts must be false), remove node_modules and try again.',
    ].join('\n')
  }
  return [
    `npm ci failed (exit code ${status}); what npm printed above says why.`,
    "If it could not reach the registry, check the network and npm's proxy and registry settings, then try again.",
  ].join('\n')
}

/** Runs a program to its end and returns its exit code; passes signals that end a program on to it. */
function run(program, programArguments, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, programArguments, { stdio: 'inherit', ...options })
    const forward = (signal) => {
      // Ctrl-C in a terminal reaches the child by itself; twice would look like an impatient user.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    }
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, forward)
    // npm runs a script in a shell that keeps signals to itself: when npm is ended, all that is seen here is that the
    // parent has gone.
    const parent = process.ppid
    const watch = setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500)
    const finish = (status) => {
      clearInterval(watch)
      for (const signal of signals) process.off(signal, forward)
      resolve(status)
    }
    child.on('error', (error) => {
      console.error(`Could not start ${program}: ${error.message}`)
      finish(internalFault)
    })
    child.on('exit', (status, signal) => finish(status ?? 128 + (constants.signals[signal] ?? 0)))
  })
}
