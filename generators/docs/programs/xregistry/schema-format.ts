/**
 * The name by which xRegistry knows a dialect of JSON Schema: `JsonSchema/draft-07`, `JsonSchema/draft/2020-12` (xRegistry
 * schema registry 1.0-rc4, 4.3.1).
 *
 * @param dialect the value of `$schema`
 */
export function schemaFormat(dialect: string): string {
  const [, version = 'draft-07'] = /\/\/json-schema\.org\/(draft[-/][\w-]+)\/schema/.exec(dialect) ?? []
  return `JsonSchema/${version}`
}
