import type { Language } from '../pattern/language.ts'
import type { Atom, NameSet, SchemaLiteral } from './literal.ts'
import type { Prover } from './prover.ts'

type Members = Extract<Atom, { kind: 'everyMember' | 'someMember' }>

/** Names that no atom tells apart: one name, or all of a language. */
interface Cell {
  readonly name: string | undefined
  readonly language: Language | undefined
  /** What every value under such a name satisfies. */
  readonly schemas: readonly SchemaLiteral[]
}

/** What is known of the objects, ready to be asked about many requirements. */
export interface ObjectShape {
  readonly prover: Prover
  readonly min: number
  readonly max: number
  readonly has: ReadonlySet<string>
  readonly lacks: ReadonlySet<string>
  readonly every: readonly Members[]
  readonly byName: ReadonlyMap<string, readonly SchemaLiteral[]>
  readonly names: readonly SchemaLiteral[]
  readonly some: readonly Members[]
  readonly someNames: readonly SchemaLiteral[]
  readonly patterns: readonly string[]
}

export function objectShape(atoms: readonly Atom[], prover: Prover): ObjectShape {
  let min = 0
  let max = Infinity
  const has = new Set<string>()
  const lacks = new Set<string>()
  const every: Members[] = []
  const byName = new Map<string, SchemaLiteral[]>()
  const names: SchemaLiteral[] = []
  const some: Members[] = []
  const someNames: SchemaLiteral[] = []
  const patterns = new Set<string>()
  for (const atom of atoms) {
    if (atom.kind === 'size') {
      min = Math.max(min, atom.min)
      max = Math.min(max, atom.max)
    } else if (atom.kind === 'has') (atom.holds ? has : lacks).add(atom.name)
    else if (atom.kind === 'everyName') names.push(atom.schema)
    else if (atom.kind === 'someName') someNames.push(atom.schema)
    else if (atom.kind === 'someMember') {
      some.push(atom)
      if (atom.names.kind === 'one') has.add(atom.names.name)
    } else if (atom.kind === 'everyMember') {
      if (atom.names.kind === 'one') {
        const { name } = atom.names
        const known = byName.get(name)
        if (known === undefined) byName.set(name, [atom.schema])
        else known.push(atom.schema)
      } else every.push(atom)
    }
    if (atom.kind === 'someMember' || atom.kind === 'everyMember')
      for (const pattern of patternsOf(atom.names)) patterns.add(pattern)
  }
  return { prover, min, max, has, lacks, every, byName, names, some, someNames, patterns: [...patterns] }
}

function patternsOf(names: NameSet): readonly string[] {
  if (names.kind === 'pattern') return [names.pattern]
  return names.kind === 'others' ? names.patterns : []
}

/** True when it is proved that no object satisfies the atoms. */
export function objectIsEmpty(shape: ObjectShape): boolean {
  if (Math.max(shape.min, shape.has.size) > shape.max) return true
  for (const name of shape.has) if (lacksName(shape, name, requiredOf(shape, name))) return true
  const many = shape.some.filter(({ names }) => names.kind !== 'one')
  if (many.some((atom) => lacksMember(shape, atom))) return true
  if (shape.someNames.some((schema) => lacksNameOf(shape, schema))) return true
  return shape.min > 0 && tooFewNames(shape, shape.min)
}

function requiredOf({ some }: ObjectShape, name: string): readonly SchemaLiteral[] {
  return some.filter(({ names }) => names.kind === 'one' && names.name === name).map(({ schema }) => schema)
}

/** True when it is proved that no such object has this property with a value of these schemas. */
function lacksName(shape: ObjectShape, name: string, schemas: readonly SchemaLiteral[]): boolean {
  const { prover, lacks, names, has, max } = shape
  if (lacks.has(name) || (!has.has(name) && has.size >= max)) return true
  if (names.length > 0 && !prover.satisfies(name, names)) return true
  return prover.isEmpty([...schemasOf(shape, name), ...schemas])
}

function schemasOf({ prover, every, byName }: ObjectShape, name: string): readonly SchemaLiteral[] {
  const found = [...(byName.get(name) ?? [])]
  for (const { names, schema } of every) if (isIn(names, name, prover) === true) found.push(schema)
  return found
}

/** Undefined where a pattern is not regular. */
function isIn(names: NameSet, name: string, prover: Prover): boolean | undefined {
  if (names.kind === 'one') return names.name === name
  if (names.kind === 'pattern') return matches(names.pattern, name, prover)
  if (names.names.has(name)) return false
  const found = names.patterns.map((pattern) => matches(pattern, name, prover))
  return found.includes(true) ? false : found.includes(undefined) ? undefined : true
}

function matches(pattern: string, name: string, { languages }: Prover): boolean | undefined {
  const language = languages.ofPattern(pattern)
  return language === undefined ? undefined : languages.has(language, name)
}

/** True when it is proved that no name of the set can have a value of the schema. */
export function lacksMember(shape: ObjectShape, { names, schema }: Members): boolean {
  if (names.kind === 'one') return lacksName(shape, names.name, [...requiredOf(shape, names.name), schema])
  return cellsOf(shape).every((cell) =>
    cell.name === undefined
      ? !mayBeIn(shape, names, cell) || lacksCell(shape, cell, [schema])
      : isIn(names, cell.name, shape.prover) === false ||
        lacksName(shape, cell.name, [...requiredOf(shape, cell.name), schema]),
  )
}

function mayBeIn({ prover }: ObjectShape, names: NameSet, { language }: Cell): boolean {
  const { languages } = prover
  if (language === undefined) return names.kind !== 'one'
  const parts = patternsOf(names).map((pattern) => languages.ofPattern(pattern))
  const outside = parts.map((part) =>
    part === undefined ? languages.everything : languages.complement(part),
  )
  const wanted = names.kind === 'pattern' ? parts.map((part) => part ?? languages.everything) : outside
  return languages.findWord(languages.intersect([language, ...wanted])) !== undefined
}

function lacksCell(shape: ObjectShape, cell: Cell, schemas: readonly SchemaLiteral[]): boolean {
  const { prover, names, has, max } = shape
  if (has.size >= max) return true
  if (prover.isEmpty([...cell.schemas, ...schemas])) return true
  return names.length > 0 && prover.hasNoString(names, languageOf(shape, cell))
}

function lacksNameOf(shape: ObjectShape, schema: SchemaLiteral): boolean {
  const narrowed = { ...shape, names: [...shape.names, schema] }
  return cellsOf(narrowed).every((cell) =>
    cell.name === undefined
      ? lacksCell(narrowed, cell, [])
      : lacksName(narrowed, cell.name, requiredOf(shape, cell.name)),
  )
}

/** True when it is proved that no such object has so many properties. */
export function tooFewNames(shape: ObjectShape, min: number): boolean {
  const { prover } = shape
  let found = 0
  for (const cell of cellsOf(shape)) {
    if (found >= min) return false
    if (cell.name !== undefined) {
      if (!lacksName(shape, cell.name, requiredOf(shape, cell.name))) found++
      continue
    }
    if (lacksCell(shape, cell, [])) continue
    if (cell.language === undefined) return false
    const words = prover.languages.allWords(cell.language, min)
    if (words === undefined) return false
    found += words.length
  }
  return found < min
}

function languageOf(shape: ObjectShape, cell: Cell): Language {
  const { languages } = shape.prover
  return cell.language ?? languages.complement(languages.ofWords(mentionedNames(shape)))
}

function mentionedNames(shape: ObjectShape): ReadonlySet<string> {
  const names = new Set([...shape.byName.keys(), ...shape.has, ...shape.lacks])
  for (const { names: set } of [...shape.every, ...shape.some])
    if (set.kind === 'others') for (const name of set.names) names.add(name)
  const listed = shape.names.length === 0 ? [] : (shape.prover.listedValues(shape.names) ?? [])
  for (const value of listed) if (typeof value === 'string') names.add(value)
  return names
}

/** All names there are: each mentioned one, and the others in classes. */
function cellsOf(shape: ObjectShape): readonly Cell[] {
  const { prover, every, patterns } = shape
  const names = mentionedNames(shape)
  prover.budget.spend(names.size)
  const single = [...names].map((name) => ({ name, language: undefined, schemas: schemasOf(shape, name) }))
  if (patterns.length === 0) {
    const schemas = every.map(({ schema }) => schema)
    return [...single, { name: undefined, language: undefined, schemas }]
  }
  const { languages } = prover
  const regular = patterns.filter((pattern) => languages.ofPattern(pattern) !== undefined)
  const parts = languages.partition([
    languages.ofWords(names),
    ...regular.map((pattern) => languages.ofPattern(pattern) ?? languages.nothing),
  ])
  const classes = parts
    .filter(({ inside }) => inside[0] === false)
    .map(({ inside, language }) => {
      const matched = new Map(regular.map((pattern, index) => [pattern, inside[index + 1] === true]))
      return { name: undefined, language, schemas: schemasOfClass(every, matched) }
    })
  return [...single, ...classes]
}

function schemasOfClass(
  every: readonly Members[],
  matched: ReadonlyMap<string, boolean>,
): readonly SchemaLiteral[] {
  return every
    .filter(({ names }) =>
      names.kind === 'pattern'
        ? matched.get(names.pattern) === true
        : names.kind === 'others' && names.patterns.every((pattern) => matched.get(pattern) === false),
    )
    .map(({ schema }) => schema)
}
