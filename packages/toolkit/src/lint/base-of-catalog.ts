import type { Catalog } from '../model/catalog.ts'
import { blobIdOf } from '../model/sources/blob-id.ts'
import type { BaseRevision } from './base-revision.ts'

/** A catalog as what a change is compared with: of a folder or an archive, which have no revisions. */
export function baseOfCatalog({ source, files }: Catalog): BaseRevision {
  return {
    label: source,
    blobs: new Map([...files].map(([path, file]) => [path, blobIdOf(file)])),
    read: (paths) =>
      Promise.resolve(
        new Map(
          paths.flatMap((path) => {
            const file = files.get(path)
            return file === undefined ? [] : [[path, file.text] as const]
          }),
        ),
      ),
  }
}
