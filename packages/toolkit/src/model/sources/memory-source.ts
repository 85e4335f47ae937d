import { MAX_FILE_BYTES, pathsUnder, tooLarge, type ContractSource } from './contract-source.ts'

/** Contracts held in memory: texts by path. */
export function memorySource(
  files: Readonly<Record<string, string | Uint8Array>>,
  label = 'memory',
): ContractSource {
  const contents = new Map(Object.entries(files))
  return {
    label,
    list: (folder, except) => Promise.resolve(pathsUnder(contents.keys(), folder, except)),
    read: (path) => {
      const content = contents.get(path)
      if (content === undefined) return Promise.resolve({ failure: 'missing', detail: 'does not exist' })
      const bytes = typeof content === 'string' ? Buffer.from(content) : content
      return Promise.resolve(bytes.length > MAX_FILE_BYTES ? tooLarge(bytes.length) : bytes)
    },
    close: () => Promise.resolve(),
  }
}
