import type { ReceivedMessage, SentMessage, ValidationFailure, Validator } from './contract.ts'
import type { Envelope } from './envelope.ts'

/** What is wrong with a message's payload and headers; pointers into the headers begin with `headers:`. */
export function failuresOf(
  message: SentMessage | ReceivedMessage,
  envelope: Envelope,
): readonly ValidationFailure[] {
  const headerFailures = check(message.validateHeaders, envelope.headers).map((failure) => ({
    ...failure,
    instancePath: `headers:${failure.instancePath}`,
  }))
  return [...check(message.validate, envelope.payload), ...headerFailures]
}

function check(validate: Validator | undefined, value: unknown): readonly ValidationFailure[] {
  if (validate === undefined || validate(value)) return []
  return validate.errors ?? [{ instancePath: '', keyword: 'false schema' }]
}
