const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/
const OCTET = /^(?:0|[1-9]\d{0,2})$/
const GROUP = /^[0-9A-Fa-f]{1,4}$/

/** Host name of RFC 1123, section 2.1: at most 253 characters, labels of 1 to 63. */
export function isHostname(text: string): boolean {
  return text.length <= 253 && text.split('.').every((label) => LABEL.test(label))
}

/** Dotted-quad address of RFC 2673, section 3.2, without leading zeros. */
export function isIpv4(text: string): boolean {
  if (text.length > 15) return false
  const octets = text.split('.')
  return octets.length === 4 && octets.every((octet) => OCTET.test(octet) && Number(octet) <= 255)
}

/** IPv6 address of RFC 4291, section 2.2, without a zone. */
export function isIpv6(text: string): boolean {
  if (text.length > 45) return false
  const halves = text.split('::')
  if (halves.length > 2) return false
  const counts = halves.map((half, index) => countGroups(half, index === halves.length - 1))
  if (counts.includes(-1)) return false
  const groups = counts.reduce((sum, count) => sum + count, 0)
  return halves.length === 2 ? groups <= 7 : groups === 8
}

/** Number of 16-bit groups in a run of them, or -1; only the last run may end in a dotted quad, which counts as two. */
function countGroups(run: string, isLast: boolean): number {
  if (run === '') return 0
  const groups = run.split(':')
  const last = groups.at(-1)!
  const endsInIpv4 = isLast && last.includes('.')
  if (endsInIpv4 && !isIpv4(last)) return -1
  const plain = endsInIpv4 ? groups.slice(0, -1) : groups
  return plain.every((group) => GROUP.test(group)) ? plain.length + (endsInIpv4 ? 2 : 0) : -1
}
