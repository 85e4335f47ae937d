import { readFileSync, writeFileSync } from 'node:fs'

/** Changes the type and the validators of an event. */
export function addProperty(schemaFile: string, name: string): void {
  const schema = readFileSync(schemaFile, 'utf8')
  writeFileSync(
    schemaFile,
    schema.replace('"properties": {', `"properties": { "${name}": { "type": "string" },`),
  )
}
