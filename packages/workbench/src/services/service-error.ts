/** A server could not be installed, started, reached or stopped. The message is written for whoever ran the command. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError'
}
