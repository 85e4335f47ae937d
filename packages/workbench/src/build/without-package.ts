import type { Plugin } from 'esbuild'

/** Leaves a package out of a bundle: to import it does nothing, to call it throws. */
export function withoutPackage(name: string): Plugin {
  const namespace = `without-${name}`
  const message = JSON.stringify(`${name} is not part of this bundle`)
  return {
    name: namespace,
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, ({ path }) => (path === name ? { path, namespace } : undefined))
      build.onLoad({ filter: /./, namespace }, () => ({
        contents: `module.exports = function () { throw new Error(${message}) }`,
      }))
    },
  }
}
