import type { ContractDocument, System } from '@concordat/toolkit/model'
import { fileName } from '../site/file-name.ts'
import type { NamedDocument } from './bundle-document.ts'

/** A system's documents as files that stand alone: all of 3.x in one, each of 2.x in its own. */
export interface SystemBundle {
  /** Name of the file, beside the page of the system. */
  readonly file: string
  readonly name: string
  readonly documents: readonly NamedDocument[]
}

export function systemBundles({ name, services }: System): readonly SystemBundle[] {
  const all = services.map((service) => ({ name: service.name, document: service.document }))
  const merged = all.filter(({ document }) => isMerged(document))
  const single = all.filter(({ document }) => !isMerged(document))
  return [
    ...(merged.length === 0 ? [] : [{ file: 'asyncapi.json', name, documents: merged }]),
    ...single.map((one) => ({
      file: `${fileName(one.name)}.asyncapi.json`,
      name: one.name,
      documents: [one],
    })),
  ]
}

function isMerged({ asyncapi }: ContractDocument): boolean {
  return asyncapi.startsWith('3.')
}
