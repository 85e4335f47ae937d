/** Strings of each format, the plainest first, and some at the edges where formats differ. */
const SAMPLES: ReadonlyMap<string, readonly string[]> = new Map([
  ['date', ['2024-01-15', '2024-02-29']],
  ['date-time', ['2024-01-15T10:30:00Z', '2024-01-15T10:30:00.5+02:00', '1998-12-31T23:59:60Z']],
  ['duration', ['P1D', 'PT1H', 'P4W', `P${'1'.repeat(64)}D`]],
  ['email', ['a@example.com', '"a b"@example.com', 'a@[127.0.0.1]', '*@example.com']],
  ['hostname', ['example.com', 'a', '3com.com']],
  ['ipv4', ['127.0.0.1']],
  ['ipv6', ['::1', '2001:db8::1', '::ffff:1.2.3.4']],
  ['json-pointer', ['/a', '', '/a b', '/(']],
  ['regex', ['^a$', '', 'a b']],
  ['relative-json-pointer', ['0', '1/a', '0#', '0/(']],
  ['time', ['10:30:00Z', '10:30:00.5-03:30', '23:59:60Z']],
  ['uri', ['https://example.com/', 'urn:a:b', 'http://[::1]/', 'a:(']],
  ['uri-reference', ['/a', '', 'https://example.com/']],
  ['uuid', ['123e4567-e89b-12d3-a456-426614174000', '123E4567-E89B-12D3-A456-426614174000']],
])

/** Some strings of a format; none where it is not known. */
export function samplesOf(format: string): readonly string[] {
  return SAMPLES.get(format) ?? []
}

/**
 * A string of a format with so many characters, where a word of its language would not do: names of hosts have labels of 63
 * characters at most (RFC 1035, section 2.3.4), which no small automaton counts.
 */
export function sampleOfLength(format: string, length: number): string | undefined {
  if (length < 1 || length > LONGEST_NAME) return undefined
  if (format === 'hostname') return hostOfLength(length)
  return format === 'email' && length > 2 ? `a@${hostOfLength(length - 2)}` : undefined
}

const LONGEST_NAME = 300

function hostOfLength(length: number): string {
  const isDot = (index: number): boolean => index % 64 === 63 && index < length - 1
  return Array.from({ length }, (_, index) => (isDot(index) ? '.' : 'a')).join('')
}

/** A string of each format, and what is of hardly any. */
export const MIXED_SAMPLES: readonly string[] = [...SAMPLES.values()]
  .flatMap((samples) => samples.slice(0, 1))
  .concat('2023-02-29', '1998-12-31T12:00:60Z', 'a..b', '(', ':::', '%')
