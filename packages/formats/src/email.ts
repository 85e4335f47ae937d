import { isHostname, isIpv4, isIpv6 } from './network.ts'

const DOT_STRING = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const QUOTED_STRING = /^"(?:[ !#-[\]-~]|\\[ -~])*"$/

/** `Mailbox` of RFC 5321, section 4.1.2; local part of at most 64 octets, section 4.5.3.1.1. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@')
  if (at < 1 || at > 64 || text.length > 254) return false
  const local = text.slice(0, at)
  return (DOT_STRING.test(local) || QUOTED_STRING.test(local)) && isMailDomain(text.slice(at + 1))
}

function isMailDomain(domain: string): boolean {
  if (!domain.startsWith('[')) return isHostname(domain)
  if (!domain.endsWith(']')) return false
  const literal = domain.slice(1, -1)
  return literal.startsWith('IPv6:') ? isIpv6(literal.slice(5)) : isIpv4(literal)
}
