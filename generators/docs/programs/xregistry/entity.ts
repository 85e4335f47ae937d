import type { JsonObject } from '@concordat/toolkit/model'

/** Where an entity stands: in the registry, and in this document. */
export function placed(xid: string): JsonObject {
  return { self: `#${xid}`, xid }
}

/** The name of an entity where its id had to differ from it. */
export function named(id: string, name: string): JsonObject {
  return id === name || name === '' ? {} : { name }
}

/** A description where the contract has one. */
export function described(text: string | undefined): JsonObject {
  return text === undefined ? {} : { description: text }
}
