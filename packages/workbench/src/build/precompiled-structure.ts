import type { Plugin } from 'esbuild'
import { repositoryRoot } from '../repository-root.ts'
import { compileStructure, STRUCTURE_VERSIONS } from './compile-structure.ts'

const namespace = 'asyncapi-structure'

/** Puts compiled meta-schemas of AsyncAPI into a bundle, where the sources have none. */
export const precompiledStructure: Plugin = {
  name: namespace,
  setup(build) {
    build.onLoad({ filter: /[\\/]documents[\\/]structure-validators\.ts$/ }, () => ({ contents: loader }))
    build.onResolve({ filter: new RegExp(`^${namespace}:`) }, ({ path }) => ({ path, namespace }))
    build.onLoad({ filter: /./, namespace }, ({ path }) => {
      const [, version = '', resolved] = path.split(':')
      return { contents: compileStructure(version, resolved === 'true'), resolveDir: repositoryRoot }
    })
  },
}

const cases = STRUCTURE_VERSIONS.flatMap((version) =>
  [true, false].map(
    (resolved) => `'${version} ${resolved}': () => import('${namespace}:${version}:${resolved}'),`,
  ),
)

const loader = `
const validators = {
  ${cases.join('\n  ')}
}
export async function structureValidator(version, resolved) {
  const key = version + ' ' + resolved
  return Object.hasOwn(validators, key) ? (await validators[key]()).default : undefined
}`
