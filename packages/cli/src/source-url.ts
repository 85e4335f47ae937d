import { spawnSync } from 'node:child_process'

/** How the forges that everybody can read write a link to a line. */
const FORGES: ReadonlyMap<string, string> = new Map([
  ['github.com', '/blob/HEAD/'],
  ['gitlab.com', '/-/blob/HEAD/'],
])

/** `https://github.com/owner/name.git`, `git@gitlab.com:group/name.git`. */
const REMOTE =
  /^(?:https:\/\/(?:[^@/]*@)?|ssh:\/\/git@|git@)(?<host>[\w.-]+)[:/](?<path>[\w.-]+(?:\/[\w.-]+)+)$/

/**
 * Where the files of a folder can be read on the web, with `{path}` and `{line}` in it, by the remote `origin` of its
 * repository; undefined where there is none or nobody knows how it writes links.
 */
export function sourceUrlOf(root: string): string | undefined {
  const url = ask(root, 'config', '--get', 'remote.origin.url') ?? ''
  const remote = REMOTE.exec(url.replace(/(?:\.git)?\/?$/, ''))?.groups
  const blob = FORGES.get(remote?.['host'] ?? '')
  const prefix = ask(root, 'rev-parse', '--show-prefix')
  if (remote === undefined || blob === undefined || prefix === undefined) return undefined
  const folder = prefix.split('/').map(encodeURIComponent).join('/')
  return `https://${remote['host']}/${remote['path']}${blob}${folder}{path}#L{line}`
}

function ask(root: string, ...question: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', question, { cwd: root, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}
