import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { MAX_FILE_BYTES, tooLarge, type ReadFailure } from './contract-source.ts'
import { gitEnvironment } from './git.ts'

type Answer = Uint8Array | ReadFailure | undefined

/** Reads git blobs through one `git cat-file --batch`, started by the first question; it answers in the order it is asked. */
export class BlobReader {
  readonly #repository: string
  #process: ChildProcessWithoutNullStreams | undefined
  readonly #waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void }[] = []
  #chunks: Buffer[] = []
  #buffered = 0
  /** Bytes that the answer under way needs; undefined: its header has not come yet. */
  #needed: number | undefined
  /** Bytes that nobody asked for, and that are thrown away as they come. */
  #unwanted = 0
  #failure: Error | undefined

  constructor(repository: string) {
    this.#repository = repository
  }

  /** Bytes of a blob; undefined where the repository does not have it (a partial clone). Larger ones than allowed are not kept. */
  read(blobId: string): Promise<Answer> {
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
    const wanted = chunk.subarray(this.#unwanted)
    this.#unwanted -= chunk.length - wanted.length
    if (wanted.length > 0) this.#chunks.push(wanted)
    this.#buffered += wanted.length
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
      if (Number(size) > MAX_FILE_BYTES) return this.#refuse(Number(size))
      this.#needed = Number(size)
    }
    if (this.#buffered < this.#needed + 1) return false
    const bytes = this.#joined().subarray(0, this.#needed)
    this.#drop(this.#needed + 1)
    this.#needed = undefined
    this.#waiting.shift()?.resolve(bytes)
    return true
  }

  /** Nothing that is too large is ever held as a whole. */
  #refuse(size: number): true {
    const here = Math.min(this.#buffered, size + 1)
    this.#drop(here)
    this.#unwanted = size + 1 - here
    this.#waiting.shift()?.resolve(tooLarge(size))
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
