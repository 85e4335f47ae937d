import { type Node, nodeId } from '@concordat/toolkit/model'
import type { Site } from './site.ts'

/** The page of a schema that has a name; undefined where it has none. */
export function pageOfSchema(site: Site, { file, pointer }: Node): string | undefined {
  const version = pointer === '' ? site.versionAt(file) : undefined
  if (version !== undefined) return site.paths.version(version)
  const type = site.typeAt(nodeId({ file, pointer }))
  return type && site.paths.type(type)
}
