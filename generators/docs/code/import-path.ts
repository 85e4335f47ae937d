import type { Service } from '@concordat/toolkit/model'
import { printString } from '../../typescript/print-literal.ts'
import type { SnippetOptions } from './snippet.ts'

/** The module of an application's generated client, as a literal. */
export function importPath(
  { system, name }: Pick<Service, 'system' | 'name'>,
  { generated, ending }: SnippetOptions,
): string {
  return printString(`${generated}/${system}/${name}/client${ending}`)
}
