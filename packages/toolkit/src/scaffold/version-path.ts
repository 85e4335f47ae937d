import type { Config } from '../model/config.ts'

/** Path of a new version of a subject. */
export function versionPath({ schemas }: Config, subject: string, version: string): string {
  return `${schemas === '' ? '' : `${schemas}/`}${subject}/${version}.json`
}
