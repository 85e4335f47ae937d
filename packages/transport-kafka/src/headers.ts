import type { IHeaders } from 'kafkajs'

/** Where the content type stands, as the Kafka protocol binding of CloudEvents 1.0.2 has it (3.2.1). */
const CONTENT_TYPE = 'content-type'

/** Headers of a message to send, with its content type among them. */
export function headersWithContentType(
  headers: Readonly<Record<string, string>>,
  contentType: string,
): IHeaders {
  return { ...headers, [CONTENT_TYPE]: contentType }
}

/** Headers of a message received as text, and its content type taken from among them. */
export function headersAsText(headers: IHeaders = {}): {
  readonly headers: Record<string, string>
  readonly contentType?: string
} {
  const texts = Object.entries(headers).map(([name, value]) => [name, valueAsText(value)] as const)
  const contentType = texts.find(([name]) => name === CONTENT_TYPE)?.[1]
  return {
    // fromEntries defines properties, so a header named __proto__ is one like any other.
    headers: Object.fromEntries(texts.filter(([name]) => name !== CONTENT_TYPE)),
    ...(contentType !== undefined && { contentType }),
  }
}

/** Of headers with the same name the last counts, as for Kafka's own clients. */
function valueAsText(value: IHeaders[string]): string {
  const last = Array.isArray(value) ? value.at(-1) : value
  return last === undefined || last === null ? '' : last.toString()
}
