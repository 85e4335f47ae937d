import { twoDigits } from './digits.ts'

const DAYS: readonly number[] = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** `full-date` of RFC 3339, section 5.6: a day that exists, `2024-02-29`. */
export function isDate(text: string): boolean {
  return text.length === 10 && startsWithDate(text)
}

/** Whether the first ten characters are a `full-date`. */
export function startsWithDate(text: string): boolean {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false
  const century = twoDigits(text, 0)
  const yearOfCentury = twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const day = twoDigits(text, 8)
  if (century < 0 || yearOfCentury < 0 || month < 1 || month > 12 || day < 1) return false
  return day <= (month === 2 && isLeapYear(century * 100 + yearOfCentury) ? 29 : DAYS[month]!)
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}
