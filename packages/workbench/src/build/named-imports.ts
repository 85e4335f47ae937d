import { pathToFileURL } from 'node:url'

import type { Plugin } from 'esbuild'

const namespace = 'named-imports'

/**
 * Gives `await import('a-commonjs-package')` the names that Node gives it; esbuild alone gives it nothing but `default`.
 */
export const namedImports: Plugin = {
  name: namespace,
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (kind !== 'dynamic-import' || path.startsWith('node:') || pluginData === namespace) return undefined
      const resolved = await build.resolve(path, { kind, resolveDir, pluginData: namespace })
      if (!/node_modules.*\.js$/.test(resolved.path)) return undefined
      return { path, namespace, pluginData: { file: resolved.path, resolveDir } }
    })
    build.onLoad({ filter: /./, namespace }, async ({ path, pluginData }) => {
      const { file, resolveDir } = pluginData as { file: string; resolveDir: string }
      const exported: object = await import(pathToFileURL(file).href)
      const names = Object.keys(exported).filter((name) => name !== 'default' && /^[\w$]+$/.test(name))
      const contents = `
        const exported = require(${JSON.stringify(path)})
        export default exported
        export const { ${names.join(', ')} } = exported`
      return { contents, resolveDir }
    })
  },
}
