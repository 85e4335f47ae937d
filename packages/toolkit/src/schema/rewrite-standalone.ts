import type { ValidatorImport } from './print-validators.ts'

const RUNTIME = '@concordat/runtime/validation'

/** Functions of ajv's run time that compiled code calls, and where the runtime has its own. */
const RUNTIME_FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['require("ajv/dist/runtime/ucs2length").default', 'codePointLength'],
  ['require("ajv/dist/runtime/equal").default', 'deepEqual'],
])

/**
 * Turns what ajv prints into a module without dependencies on ajv: `require()` becomes imports, and what is never looked
 * at goes away. Ajv prints a declaration a line and all text of the contract as JSON strings, so lines and strings can be
 * told apart without parsing.
 */
export function rewriteStandalone(code: string, imports: readonly ValidatorImport[]): string {
  const lines = withoutNeedless(code).split('\n')
  const used = new Map<string, Set<string>>()
  const body = lines.flatMap((line) => {
    const declaration = /^const (\w+?)(\d+) = (.*);$/.exec(line)
    if (line === '"use strict";') return []
    if (declaration === null) return [line]
    const [, prefix = '', number = '', value = ''] = declaration
    const imported = importOf(prefix, value, imports)
    if (imported !== undefined) {
      const from = used.get(imported.specifier) ?? new Set<string>()
      used.set(imported.specifier, from.add(`${imported.name} as ${prefix}${number}`))
      return []
    }
    return prefix === 'schema' && !isUsed(`schema${number}`, lines) ? [] : [line]
  })
  return [...[...used].map(printImport), ...body].join('\n').trimEnd() + '\n'
}

const STRING = String.raw`"(?:[^"\\]|\\.)*"`
const NEEDLESS = new RegExp(
  [
    `,schemaPath:${STRING}`,
    String.raw`, ?parentData(?::\w+)?, ?parentDataProperty(?::(?:\w+|${STRING}))?, ?rootData(?:=data)?(?=[},])`,
    STRING,
  ].join('|'),
  'g',
)

/** `schemaPath` names places of a schema that nobody has; no keyword here looks at parents. Strings are taken whole, as they are. */
function withoutNeedless(code: string): string {
  return code.replace(NEEDLESS, (match) => (match.startsWith('"') ? match : ''))
}

function importOf(
  prefix: string,
  value: string,
  imports: readonly ValidatorImport[],
): ValidatorImport | undefined {
  if (prefix === 'formats') return { specifier: RUNTIME, name: formatFunction(value) }
  if (prefix !== 'func') return undefined
  const place = /^imported\[(\d+)\]$/.exec(value)
  if (place !== null) return imports[Number(place[1])]
  const name = RUNTIME_FUNCTIONS.get(value)
  if (name !== undefined) return { specifier: RUNTIME, name }
  if (value.includes('require('))
    throw new Error(`compiled validators need ${value}, which the runtime does not have`)
  return undefined
}

/** `formats.date` is `isDate`, `formats["date-time"]` is `isDateTime`. */
function formatFunction(value: string): string {
  const words = value.replace(/^formats(?:\.|\[")|"\]$/g, '').split('-')
  return `is${words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('')}`
}

function isUsed(name: string, lines: readonly string[]): boolean {
  const word = new RegExp(`\\b${name}\\b`)
  return lines.some((line) => !line.startsWith(`const ${name} = `) && word.test(line))
}

function printImport([specifier, names]: readonly [string, ReadonlySet<string>]): string {
  return `import { ${[...names].join(', ')} } from ${JSON.stringify(specifier)}`
}
