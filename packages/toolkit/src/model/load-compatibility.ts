import { isMode, type Mode, MODES } from './compatibility-mode.ts'
import { type CompatibilityConfig, DEFAULT_CONFIG } from './config.ts'
import type { Node } from './catalog.ts'
import { child, entries, isObjectNode } from './node.ts'
import type { ProblemList } from './problem-list.ts'
import { wrongValue } from './wrong-value.ts'

/** Reads `compatibility` of the configuration. */
export function readCompatibility(node: Node | undefined, problems: ProblemList): CompatibilityConfig {
  const defaults = DEFAULT_CONFIG.compatibility
  if (node === undefined) return defaults
  const member = (key: string): Node | undefined => child(node, key)
  return {
    mode: readMode(member('mode'), problems),
    domains: readModes(member('domains'), 'domain', problems),
    subjects: readModes(member('subjects'), 'subject', problems),
    openEnums: readBoolean(member('openEnums'), problems) ?? defaults.openEnums,
    format: readFormat(member('format'), problems) ?? defaults.format,
    exact: readBoolean(member('exact'), problems) ?? defaults.exact,
  }
}

function readMode(node: Node | undefined, problems: ProblemList): Mode | undefined {
  if (node === undefined) return undefined
  if (typeof node.value === 'string' && isMode(node.value)) return node.value
  wrongValue(node, `one of ${MODES.join(', ')}`, problems)
  return undefined
}

function readModes(
  node: Node | undefined,
  what: string,
  problems: ProblemList,
): Readonly<Record<string, Mode>> {
  if (node === undefined) return {}
  if (!isObjectNode(node)) wrongValue(node, `an object from ${what} to mode`, problems)
  const modes = entries(node).flatMap(([name, member]) => {
    const mode = readMode(member, problems)
    return mode === undefined ? [] : [[name, mode] as const]
  })
  return Object.fromEntries(modes)
}

function readBoolean(node: Node | undefined, problems: ProblemList): boolean | undefined {
  if (node === undefined || typeof node.value === 'boolean') return node?.value as boolean | undefined
  wrongValue(node, 'true or false', problems)
  return undefined
}

function readFormat(
  node: Node | undefined,
  problems: ProblemList,
): CompatibilityConfig['format'] | undefined {
  const value = node?.value
  if (node === undefined || value === 'assertion' || value === 'annotation') return value as undefined
  wrongValue(node, '"assertion" or "annotation"', problems)
  return undefined
}
