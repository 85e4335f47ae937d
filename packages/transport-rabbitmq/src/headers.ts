/**
 * Headers of a delivery as text. RabbitMQ's header values are typed: numbers and booleans become their JSON, bytes are
 * read as UTF-8, and tables and lists, such as the history of a dead letter in `x-death`, become JSON too.
 */
export function headersAsText(headers: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  // fromEntries defines properties, so a header named __proto__ is one like any other.
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, valueAsText(value)]],
    ),
  )
}

function valueAsText(value: unknown): string {
  if (typeof value === 'string') return value
  return Buffer.isBuffer(value) ? value.toString('utf8') : JSON.stringify(value)
}
