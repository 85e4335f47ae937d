import type { GeneratorUnit } from '@concordat/toolkit/codegen'
import type { Catalog } from '@concordat/toolkit/model'
import { createSite, type SiteContext } from './site/site.ts'
import { siteFiles } from './site-files.ts'

/** Units of the site, one a file. */
export function planSite(catalog: Catalog, context: SiteContext): readonly GeneratorUnit[] {
  return siteFiles(createSite(catalog, context)).map(({ path, inputs, content }) => ({
    inputs,
    paths: [path],
    render: () => Promise.resolve([{ path, content: content() }]),
  }))
}
