/** Only such a number can be more than a double holds: all others are not looked at one by one. */
const SUSPICIOUS = /[\d.]{16}|\d[eE]/

const TOKEN = /"|-?\d[\d.eE+-]*/g

/**
 * The first number of a valid JSON text that `JSON.parse` does not read as it is written, such as 9007199254740993;
 * undefined where it reads all of them exactly. No depth of the text is too deep.
 */
export function findRoundedNumber(text: string): string | undefined {
  if (!SUSPICIOUS.test(text)) return undefined
  TOKEN.lastIndex = 0
  for (let token = TOKEN.exec(text)?.[0]; token !== undefined; token = TOKEN.exec(text)?.[0]) {
    if (token === '"') TOKEN.lastIndex = endOfString(text, TOKEN.lastIndex)
    else if (digitsOf(token) !== digitsOf(String(Number(token)))) return token
  }
  return undefined
}

/** After the quotation mark that ends the string. */
function endOfString(text: string, start: number): number {
  let at = start
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}

/** Sign, digits and power of ten of a number, without zeros at either end. */
function digitsOf(number: string): string {
  const [decimal = '', exponent = '0'] = number.toLowerCase().split('e')
  const sign = decimal.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.')
  const digits = `${whole}${fraction}`.replace(/^0+/, '')
  const significant = digits.replace(/0+$/, '')
  if (significant === '') return '0'
  return `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`
}
