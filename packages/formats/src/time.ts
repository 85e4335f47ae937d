import { startsWithDate } from './date.ts'
import { skipDigits, twoDigits } from './digits.ts'

/** `full-time` of RFC 3339, section 5.6: an offset is required, a leap second only stands at 23:59:60 UTC. */
export function isTime(text: string): boolean {
  return isTimeFrom(text, 0)
}

/** `date-time` of RFC 3339, section 5.6. The separator is `T` or `t`; a space, which the RFC merely tolerates, is not. */
export function isDateTime(text: string): boolean {
  const separator = text.charCodeAt(10)
  return (separator === 84 || separator === 116) && startsWithDate(text) && isTimeFrom(text, 11)
}

function isTimeFrom(text: string, start: number): boolean {
  if (text.charCodeAt(start + 2) !== 58 || text.charCodeAt(start + 5) !== 58) return false
  const hour = twoDigits(text, start)
  const minute = twoDigits(text, start + 3)
  const second = twoDigits(text, start + 6)
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return false
  let at = start + 8
  if (text.charCodeAt(at) === 46) {
    const end = skipDigits(text, at + 1)
    if (end === at + 1) return false
    at = end
  }
  const offset = offsetMinutes(text, at)
  if (offset === undefined) return false
  return second < 60 || isLastMinuteOfUtcDay(hour * 60 + minute - offset)
}

/** Minutes east of UTC of the `time-offset` that fills the rest of the text. */
function offsetMinutes(text: string, at: number): number | undefined {
  const sign = text.charCodeAt(at)
  if (sign === 90 || sign === 122) return text.length === at + 1 ? 0 : undefined
  if ((sign !== 43 && sign !== 45) || text.length !== at + 6 || text.charCodeAt(at + 3) !== 58)
    return undefined
  const hours = twoDigits(text, at + 1)
  const minutes = twoDigits(text, at + 4)
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return undefined
  return (sign === 43 ? 1 : -1) * (hours * 60 + minutes)
}

function isLastMinuteOfUtcDay(minuteOfDay: number): boolean {
  return (minuteOfDay + 1440) % 1440 === 1439
}
