/** An archive may hold so much, packed or unpacked. */
export const MAX_ARCHIVE_BYTES: number = 256 * 1024 * 1024

/** Contents of an archive by path; `undefined`: a link, which is never followed. */
export type ArchiveFiles = Map<string, Uint8Array | undefined>

/** The archive is damaged, hostile or of a kind that is not read; the message continues its name. */
export class ArchiveFault extends Error {}

/**
 * A path of an archive as a path under the root.
 * @throws ArchiveFault for one that would leave it
 */
export function entryPath(name: string): string {
  if (/^(?:\/|\\|[A-Za-z]:)/.test(name) || name.split(/[/\\]/).includes('..') || name.includes('\0')) {
    throw new ArchiveFault(`holds the path ${JSON.stringify(name)}, which leaves the archive`)
  }
  return name.replaceAll(/(?:^|\/)\.(?=\/)/g, '').replace(/^\//, '')
}
