import { type Catalog, child, type ContractDocument, type Json, type Node } from '@concordat/toolkit/model'

/**
 * The content type that a message has by what its document says of all messages, where the documents that are bundled do not
 * say the same for it.
 */
export function impliedContentType(
  catalog: Catalog,
  documents: readonly ContractDocument[],
  message: Node,
): Json | undefined {
  // In 2.x a choice of messages stands where a message may.
  if (child(message, 'contentType') !== undefined || child(message, 'oneOf') !== undefined) return undefined
  const stated = defaultContentType(catalog, message.file)
  const [first, ...others] = documents
  const own = first === undefined || others.length > 0 ? undefined : defaultContentType(catalog, first.path)
  return stated === own ? undefined : stated
}

function defaultContentType({ files }: Catalog, file: string): Json | undefined {
  const value = files.get(file)?.value
  return value === undefined ? undefined : child({ file, pointer: '', value }, 'defaultContentType')?.value
}
