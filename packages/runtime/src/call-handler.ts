import type { DecodedMessage } from './decode-message.ts'
import type { AnyHandlers } from './received-event.ts'

/** What came of one call of a handler. */
export type Outcome = 'handled' | { readonly error: unknown }

/** Calls the handler of a message and waits for it, or for the signal that says not to wait any longer. */
export async function callHandler(
  { handler, event }: DecodedMessage,
  attempt: number,
  { handlers, abandoned }: { readonly handlers: AnyHandlers; readonly abandoned: AbortSignal },
): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>()
  const abandon = (): void =>
    resolve({ error: new Error('The handler was still running when the time to close was over.') })
  const call = async (): Promise<void> => {
    try {
      await handlers[handler]!({ ...event, attempt })
      resolve('handled')
    } catch (error) {
      resolve({ error })
    }
  }
  abandoned.addEventListener('abort', abandon)
  void call()
  const outcome = await promise
  abandoned.removeEventListener('abort', abandon)
  return outcome
}
