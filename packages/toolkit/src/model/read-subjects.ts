import { compareText } from './by-name.ts'
import type { ContractFile, Node, Subject, SubjectVersion } from './catalog.ts'
import { child, isObjectNode, items, text } from './node.ts'
import type { ProblemList } from './problem-list.ts'
import { compareSemver, parseSemver } from './semver.ts'

/** `<domain>/<subject>/<version>` under the folder of the schemas. A wrong version number is the linter's to report. */
const VERSION_FILE = /^([^/]+)\/([^/]+)\/(v?\d[^/]*)\.(?:json|ya?ml)$/i

/** Paths that hold a version of a subject, or were meant to. */
export function versionPaths(paths: readonly string[], folder: string): readonly string[] {
  return paths.filter((path) => matchVersion(path, folder) !== null)
}

/** The subjects that stand in the folder of the schemas, with their versions from the oldest to the newest. */
export function readSubjects(
  files: Iterable<ContractFile>,
  folder: string,
  problems: ProblemList,
): readonly Subject[] {
  const subjects = new Map<string, SubjectVersion[]>()
  for (const file of files) {
    const version = readVersion(file, folder)
    if (version === undefined) continue
    const versions = subjects.get(version.subject) ?? []
    const twin = versions.find((other) => other.version === version.version)
    if (twin === undefined) subjects.set(version.subject, [...versions, version])
    else collision(version, twin, problems)
  }
  return [...subjects.entries()].map(toSubject).toSorted((a, b) => compareText(a.name, b.name))
}

function toSubject([name, versions]: readonly [string, readonly SubjectVersion[]]): Subject {
  const domain = name.slice(0, name.indexOf('/'))
  return { name, domain, versions: versions.toSorted((a, b) => compareSemver(a.version, b.version)) }
}

function readVersion(file: ContractFile, folder: string): SubjectVersion | undefined {
  const [, domain = '', name = '', version = ''] = matchVersion(file.path, folder) ?? []
  if (parseSemver(version) === undefined) return undefined
  const schema: Node = { file: file.path, pointer: '', value: file.value }
  return {
    id: `${domain}/${name}/${version}`,
    subject: `${domain}/${name}`,
    version,
    path: file.path,
    schema,
    title: text(schema, 'title'),
    description: text(schema, 'description'),
    deprecated:
      isObjectNode(schema) && (child(schema, 'deprecated') ?? child(schema, 'x-deprecated'))?.value === true,
    examples: items(child(schema, 'examples')),
  }
}

function matchVersion(path: string, folder: string): RegExpExecArray | null {
  if (folder === '') return VERSION_FILE.exec(path)
  return path.startsWith(`${folder}/`) ? VERSION_FILE.exec(path.slice(folder.length + 1)) : null
}

function collision(version: SubjectVersion, twin: SubjectVersion, problems: ProblemList): void {
  const message = `${version.path} and ${twin.path} are both version ${version.version} of ${version.subject}.`
  problems.at(version.schema, 'name-collision', message, 'Keep one of the two files.')
}
