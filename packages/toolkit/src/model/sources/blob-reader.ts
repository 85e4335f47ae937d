import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { gitEnvironment } from './git.ts'

/** Reads git blobs through one `git cat-file --batch`, started by the first question; it answers in the order it is asked. */
export class BlobReader {
  readonly #repository: string
  #process: ChildProcessWithoutNullStreams | undefined
  readonly #waiting: { resolve: (bytes: Uint8Array | undefined) => void; reject: (error: Error) => void }[] =
    []
  #chunks: Buffer[] = []
  #buffered = 0
  /** Bytes that the answer under way needs; undefined: its header has not come yet. */
  #needed: number | undefined
  #failure: Error | undefined

  constructor(repository: string) {
    this.#repository = repository
  }

  /** Bytes of a blob; undefined where the repository does not have it (a partial clone). */
  read(blobId: string): Promise<Uint8Array | undefined> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure)
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      this.#process ??= this.#start()
      this.#process.stdin.write(`${blobId}\n`)
    })
  }

  /** Ends git; calling it again does nothing. */
  close(): Promise<void> {
    const git = this.#process
    if (this.#failure !== undefined || git === undefined) return Promise.resolve()
    this.#failure = new Error('the reader of blobs is closed')
    const ended = new Promise<void>((resolve) => git.once('close', () => resolve()))
    git.stdin.end()
    return ended
  }

  #start(): ChildProcessWithoutNullStreams {
    const git = spawn('git', ['cat-file', '--batch'], { cwd: this.#repository, env: gitEnvironment() })
    git.stdout.on('data', (chunk: Buffer) => this.#take(chunk))
    git.stdin.on('error', (error) => this.#fail(error))
    git.on('error', (error) => this.#fail(error))
    git.on('close', () => this.#fail(new Error('git cat-file ended before it answered')))
    return git
  }

  #take(chunk: Buffer): void {
    this.#chunks.push(chunk)
    this.#buffered += chunk.length
    while (this.#waiting.length > 0 && this.#answer());
  }

  /** Whether one answer was complete: `<id> blob <size>\n<bytes>\n` or `<id> missing\n`. */
  #answer(): boolean {
    if (this.#needed === undefined) {
      const header = this.#joined()
      const end = header.indexOf(10)
      if (end < 0) return false
      const size = / (\d+)$/.exec(header.toString('latin1', 0, end))?.[1]
      this.#drop(end + 1)
      if (size === undefined) {
        this.#waiting.shift()?.resolve(undefined)
        return true
      }
      this.#needed = Number(size)
    }
    if (this.#buffered < this.#needed + 1) return false
    const bytes = this.#joined().subarray(0, this.#needed)
    this.#drop(this.#needed + 1)
    this.#needed = undefined
    this.#waiting.shift()?.resolve(bytes)
    return true
  }

  #joined(): Buffer {
    const joined = this.#chunks.length === 1 ? this.#chunks[0] : undefined
    const whole = joined ?? Buffer.concat(this.#chunks)
    this.#chunks = [whole]
    return whole
  }

  #drop(length: number): void {
    this.#chunks = [this.#joined().subarray(length)]
    this.#buffered -= length
  }

  #fail(error: Error): void {
    this.#failure ??= error
    for (const { reject } of this.#waiting.splice(0)) reject(error)
  }
}
