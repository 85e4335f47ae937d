import type { Catalog, FileReference } from './catalog.ts'

/** Path of the file that a reference leads to; which file an identifier names depends on all the others. */
export function referredFile(catalog: Pick<Catalog, 'resolve'>, reference: FileReference): string {
  return reference.path ?? catalog.resolve(reference, reference.ref).file
}
