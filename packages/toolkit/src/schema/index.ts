export { checkSchema, type SchemaProblem } from './check-schema.ts'
export { printValidators, type ValidatorImport, type ValidatorModule } from './print-validators.ts'
export { createSchemaChecker, type SchemaChecker, type SchemaFailure } from './schema-checker.ts'
export { SchemaVariants, type Variant, type VariantDefinition } from './schema-variants.ts'
