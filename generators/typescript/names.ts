import { createHash } from 'node:crypto'

/** Words of a name: runs of letters and digits. A name that only has capitals (`ORDER_CREATED`) counts as lower case. */
function words(name: string): readonly string[] {
  if (/^[A-Za-z0-9]+$/.test(name)) return [name]
  const parts = name.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return parts.length > 1 && !/\p{Ll}/u.test(name) ? parts.map((part) => part.toLowerCase()) : parts
}

/** `order.created` is `OrderCreated`. Safe as an identifier; empty where the name has neither letter nor digit. */
export function pascalCase(name: string): string {
  const joined = words(name)
    .map((word) => capitalize(word))
    .join('')
  return /^[\p{N}\p{M}]/u.test(joined) ? `_${joined}` : joined
}

/** `OrderCreated` is `orderCreated`, `SMSSent` is `smsSent`. Safe as an identifier, but it may be a reserved word. */
export function camelCase(name: string): string {
  return pascalCase(name).replace(
    /^\p{Lu}+(?=\p{Lu}\p{Ll})|^\p{Lu}+$|^\p{Lu}+(?=[^\p{L}])|^\p{Lu}/u,
    (start) => start.toLowerCase(),
  )
}

/** Capitalizes by character, not by UTF-16 unit. */
function capitalize(word: string): string {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0)
  return first.toUpperCase() + word.slice(first.length)
}

/**
 * A method name that means nothing special: `then` would make the object a promise, `new` in an interface declares a
 * constructor, and `constructor` and the like are inherited by every object. These get a `$` at the end.
 */
export function methodName(name: string): string {
  const method = camelCase(name)
  return method === 'then' || method === 'new' || method in Object.prototype ? `${method}$` : method
}

/** A name for a file: the name itself where it is safe on every machine, else its safe part and a hash. */
export function fileName(name: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9_.-]{0,100}$/.test(name) && !name.endsWith('.')
    ? name
    : `${pascalCase(name).slice(0, 80)}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`
}
