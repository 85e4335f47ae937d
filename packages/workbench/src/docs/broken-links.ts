import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { repositoryRoot } from '../repository-root.ts'
import type { DocumentationFile } from './documentation-files.ts'

/** Relative links of a file that lead to no file of the repository, or to no heading of it. */
export function brokenLinks({ path, text }: DocumentationFile): readonly string[] {
  return linksIn(text).filter((link) => {
    const [target = '', anchor] = link.split('#')
    const file = target === '' ? path : join(dirname(path), decodeURI(target))
    const absolute = join(repositoryRoot, file)
    if (!existsSync(absolute)) return true
    if (anchor === undefined || !file.endsWith('.md') || statSync(absolute).isDirectory()) return false
    const page = target === '' ? text : readFileSync(absolute, 'utf8')
    return !anchorsIn(page).includes(anchor)
  })
}

/** Targets of inline links and pictures that are no URLs. */
function linksIn(markdown: string): string[] {
  const links = [...withoutCode(markdown).matchAll(/\]\(<?([^()\s>]+)>?\)/g)].map(([, link]) => link ?? '')
  return links.filter((link) => !/^[a-z][a-z0-9+.-]*:/i.test(link))
}

/** Anchors as GitHub makes them from headings. */
function anchorsIn(markdown: string): string[] {
  const headings = [...withoutBlocks(markdown).matchAll(/^#{1,6} (.+)$/gm)]
  return headings.map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

function withoutCode(markdown: string): string {
  return withoutBlocks(markdown).replaceAll(/`[^`\n]*`/g, '')
}

function withoutBlocks(markdown: string): string {
  return markdown.replaceAll(/^ *```[\s\S]*?^ *```$/gm, '')
}
