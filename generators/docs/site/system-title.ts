import type { System } from '@concordat/toolkit/model'

/**
 * What a system is called on pages: its name, which is that of its folder. A lone document at the root of a repository has
 * no folder to be named for, and its title says more.
 */
export function systemTitle({ name, services }: Pick<System, 'name' | 'services'>): string {
  const [only, ...others] = services
  if (only === undefined || others.length > 0) return name
  return only.document.node.file.includes('/') ? name : only.title
}
