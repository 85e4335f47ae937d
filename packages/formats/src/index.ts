import { isDate } from './date.ts'
import { isDuration } from './duration.ts'
import { isEmail } from './email.ts'
import { isJsonPointer, isRelativeJsonPointer } from './json-pointer.ts'
import { isHostname, isIpv4, isIpv6 } from './network.ts'
import { isRegex } from './regex.ts'
import { isDateTime, isTime } from './time.ts'
import { isUri, isUriReference } from './uri.ts'
import { isUuid } from './uuid.ts'

export { isDate } from './date.ts'
export { isDuration } from './duration.ts'
export { isEmail } from './email.ts'
export { isJsonPointer, isRelativeJsonPointer } from './json-pointer.ts'
export { isHostname, isIpv4, isIpv6 } from './network.ts'
export { isRegex } from './regex.ts'
export { isDateTime, isTime } from './time.ts'
export { isUri, isUriReference } from './uri.ts'
export { isUuid } from './uuid.ts'

/** The checks by the names that JSON Schema gives the formats (draft-07, section 7.3; 2019-09 adds duration and uuid). */
export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDate,
  'date-time': isDateTime,
  duration: isDuration,
  email: isEmail,
  hostname: isHostname,
  ipv4: isIpv4,
  ipv6: isIpv6,
  'json-pointer': isJsonPointer,
  regex: isRegex,
  'relative-json-pointer': isRelativeJsonPointer,
  time: isTime,
  uri: isUri,
  'uri-reference': isUriReference,
  uuid: isUuid,
}
