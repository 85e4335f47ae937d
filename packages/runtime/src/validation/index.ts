/** What compiled validators import: the format checks and the two functions that ajv's standalone code needs. */
export {
  formats,
  isDate,
  isDateTime,
  isDuration,
  isEmail,
  isHostname,
  isIpv4,
  isIpv6,
  isJsonPointer,
  isRegex,
  isRelativeJsonPointer,
  isTime,
  isUri,
  isUriReference,
  isUuid,
} from '@concordat/formats'
export { codePointLength } from './code-point-length.ts'
export { deepEqual } from './deep-equal.ts'
