import type { Catalog } from '@concordat/toolkit/model'
import { fileHeader } from './file-header.ts'
import { ImportList } from './import-list.ts'
import { printDocumentation } from './jsdoc.ts'
import { outlineSchema } from './outline-schema.ts'
import { printObject, printType } from './print-type.ts'
import { documentationOf, placeOf } from './schema-documentation.ts'
import { typeOfOutline } from './schema-type.ts'
import { StandIns } from './type-outline.ts'
import type { DeclaredType, TypeModule, TypePlan } from './type-plan.ts'

/** Prints a module of types; other modules' types are imported. `ending` is that of the specifiers, `.js`. */
export async function printTypeModule(
  catalog: Catalog,
  plan: TypePlan,
  module: TypeModule,
  ending: string,
): Promise<string> {
  const imports = new ImportList(
    module.path,
    module.types.map(({ name }) => name),
  )
  // Names are given in the order of the contract, whatever order the printing asks for them.
  for (const { uses } of module.types) for (const schema of uses) localName(plan, module, imports, schema)
  const declarations: string[] = []
  for (const type of module.types)
    declarations.push(await printDeclaration(catalog, plan, module, imports, type))
  const body = declarations.join('\n')
  if (/\bFormatted</.test(body)) imports.package('@concordat/runtime', 'Formatted')
  return [fileHeader(module.origin), imports.printTypes(ending), body]
    .filter((part) => part !== '')
    .join('\n')
}

async function printDeclaration(
  catalog: Catalog,
  plan: TypePlan,
  module: TypeModule,
  imports: ImportList,
  { name, schema }: DeclaredType,
): Promise<string> {
  const standIns = new StandIns()
  const context = {
    catalog,
    standIns,
    typeName: (node: DeclaredType['schema']) => localName(plan, module, imports, node),
  }
  const type = await typeOfOutline(outlineSchema(context, schema), standIns)
  const documentation = printDocumentation({ ...documentationOf(schema), place: placeOf(schema) })
  return type.kind === 'object' && type.members.length > 0
    ? `${documentation}export interface ${name} ${printObject(type.members)}\n`
    : `${documentation}export type ${name} = ${printType(type)}\n`
}

function localName(
  plan: TypePlan,
  module: TypeModule,
  imports: ImportList,
  schema: DeclaredType['schema'],
): string | undefined {
  const found = plan.find(schema)
  if (found === undefined) return undefined
  return found.path === module.path ? found.name : imports.local(found.path, found.name)
}
