import type { ClientPlan } from './client-plan.ts'
import { fileHeader } from './file-header.ts'
import { moduleSpecifier } from './module-path.ts'

/** `validators.js` of a client: the compiled validators of its messages under the names that the client uses. */
export function printServiceValidators({ service, folder, validators }: ClientPlan): string {
  const lines = [...validators]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, found]) => {
      const renamed = found.name === name ? name : `${found.name} as ${name}`
      return `export { ${renamed} } from '${moduleSpecifier(`${folder}/validators.js`, found.path)}'\n`
    })
  return `${fileHeader(service.document.path)}\n${lines.length === 0 ? 'export {}\n' : lines.join('')}`
}

export function printServiceValidatorTypes({ service, validators }: ClientPlan): string {
  const lines = [...validators.keys()].toSorted().map((name) => `export declare const ${name}: Validator\n`)
  const body =
    lines.length === 0
      ? 'export {}\n'
      : `import type { Validator } from '@concordat/runtime'\n\n${lines.join('')}`
  return `${fileHeader(service.document.path)}\n${body}`
}
