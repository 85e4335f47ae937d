import { UsageError } from './usage-error.ts'

/** Media type without its parameters, in lower case (RFC 9110, section 8.3.1). */
export function mediaType(contentType: string): string {
  return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase()
}

/** Whether a content type is JSON or built on it (RFC 6839, section 3.1). */
function isJson(contentType: string): boolean {
  const type = mediaType(contentType)
  return type === 'application/json' || type.endsWith('+json')
}

/** @throws UsageError `content-type-unsupported` */
export function refuseOtherThanJson(message: { readonly name: string; readonly contentType: string }): void {
  if (isJson(message.contentType)) return
  throw new UsageError(
    'content-type-unsupported',
    `${message.name} has the content type ${message.contentType}; the runtime reads and writes JSON only.`,
  )
}
