import type { Steps } from './run-step.ts'
import type { ServerProcess } from './server-process.ts'
import type { ServiceName } from './service-name.ts'

/** Where one server runs and how it is reached. */
export interface Place {
  /** Its data folder; may hold data of an earlier run that crashed. */
  readonly data: string
  /** The file for its output. */
  readonly log: string
  /** A free port for each of the service's `portNames`. */
  readonly ports: Readonly<Record<string, number>>
  readonly password: string
}

/** Server programs that are ready to be started. */
export interface Installation {
  /** Where they are from, as in "Debian forky in a chroot". */
  readonly origin: string
  /** The server's version, where it is known before it runs. */
  readonly version?: string | undefined
  /**
   * Starts the server and tells of each process as soon as it runs, so that none is forgotten when a later step
   * fails. Comes back before the server is ready.
   */
  start(place: Place, onStart: (server: ServerProcess) => void): Promise<void>
}

/** One kind of server: how to ask it, how to find or install it, how to start it. */
export interface Service {
  readonly name: ServiceName
  /** The ports it listens on; clients use the first. */
  readonly portNames: readonly [string, ...string[]]
  /** The address for clients, in the form that the service's environment variable has. */
  url(port: number, password: string): string
  /**
   * Resolves when the server at `url` does its work, to its version where it tells it.
   * Rejects within a few seconds where it does not.
   */
  ask(url: string): Promise<string | undefined>
  /** Finds the server programs on this machine, or installs them. Throws a `ServiceError` that says what was tried. */
  install(steps: Steps): Promise<Installation>
}
