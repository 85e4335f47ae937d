import { isIpv6 } from './network.ts'

const PARTS = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s
const PATH = /^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*$/
const QUERY = /^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*$/
const USER_INFO = /^(?:[A-Za-z0-9\-._~!$&'()*+,;=:]|%[0-9A-Fa-f]{2})*$/
const REG_NAME = /^(?:[A-Za-z0-9\-._~!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/
const IP_FUTURE = /^v[0-9A-Fa-f]+\.[A-Za-z0-9\-._~!$&'()*+,;=:]+$/

/** `URI` of RFC 3986, section 3: with a scheme. */
export function isUri(text: string): boolean {
  return isReference(text, true)
}

/** `URI-reference` of RFC 3986, section 4.1: with a scheme or relative. */
export function isUriReference(text: string): boolean {
  return isReference(text, false)
}

function isReference(text: string, needsScheme: boolean): boolean {
  const parts = PARTS.exec(text)
  if (parts === null) return false
  const [, scheme, authority, path, query, fragment] = parts
  if (needsScheme && scheme === undefined) return false
  if (authority !== undefined && !isAuthority(authority)) return false
  if (authority === undefined && scheme === undefined && hasColonInFirstSegment(path!)) return false
  return PATH.test(path!) && QUERY.test(query ?? '') && QUERY.test(fragment ?? '')
}

/** Section 4.2: the first segment of a relative-path reference holds no colon. */
function hasColonInFirstSegment(path: string): boolean {
  return path.split('/', 1)[0]!.includes(':')
}

function isAuthority(authority: string): boolean {
  const at = authority.lastIndexOf('@')
  if (at >= 0 && !USER_INFO.test(authority.slice(0, at))) return false
  const hostAndPort = authority.slice(at + 1)
  const host = hostAndPort.replace(/:\d*$/, '')
  if (!host.startsWith('[')) return REG_NAME.test(host)
  const literal = host.slice(1, -1)
  return host.endsWith(']') && (isIpv6(literal) || IP_FUTURE.test(literal))
}
