import type { Generator } from '@concordat/toolkit/codegen'
import type { SiteContext } from './site/site.ts'

/**
 * A static site: a page for everything that the contracts name. It opens from disk, and needs scripts for search, theme
 * and copying alone.
 *
 * @param context what the contracts do not say themselves: what lint finds, what a proposal changes
 */
export function createDocsGenerator(context: SiteContext): Generator {
  return {
    name: 'docs',
    description: 'Documentation site',
    options: [
      {
        name: 'sourceUrl',
        type: 'string',
        default: 'what the remote `origin` tells, on GitHub and GitLab',
        description:
          'Where the sources can be read, for links to the line: `"https://git.example/contracts/blob/main/{path}#L{line}"`.',
      },
    ],
    plan: async (catalog, { sourceUrl }) => {
      const { planSite } = await import('./plan-site.ts')
      return planSite(catalog, {
        ...context,
        sourceUrl: typeof sourceUrl === 'string' ? sourceUrl : context.sourceUrl,
      })
    },
  }
}
