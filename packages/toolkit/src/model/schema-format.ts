/** AsyncAPI's own dialect, a superset of JSON Schema draft-07. */
export function isAsyncApiSchemaFormat(format: string): boolean {
  return /^application\/vnd\.aai\.asyncapi(?:\+json|\+yaml)?(?:;|$)/.test(format)
}

/** Whether schemas of this media type are JSON Schema in one of the forms that AsyncAPI names. */
export function isJsonSchemaFormat(format: string): boolean {
  return isAsyncApiSchemaFormat(format) || /^application\/schema\+(?:json|yaml)(?:;|$)/.test(format)
}
