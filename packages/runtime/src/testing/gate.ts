/** A door for handlers: they wait at it until a test opens it. */
export interface Gate {
  readonly opened: Promise<void>
  readonly open: () => void
}

export function closedGate(): Gate {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { opened: promise, open: resolve }
}
