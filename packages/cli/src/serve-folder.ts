import { createReadStream, realpathSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server, ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { UsageError } from './command.ts'

/** Taken where nobody names another, and where it is free. */
const DEFAULT_PORT = 4400

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/**
 * Serves a folder of static files on 127.0.0.1 only.
 *
 * @param port the only one that will do, 0 for any that is free; where it is left out, 4400 or any that is free
 * @returns the running server and its URL
 * @throws UsageError where the port cannot be had
 */
export async function serveFolder(
  folder: string,
  port?: number,
): Promise<{ readonly server: Server; readonly url: string }> {
  const root = realpathSync(folder)
  const server = createServer((request, response) => {
    const file =
      request.method === 'GET' || request.method === 'HEAD' ? findFile(root, request.url ?? '/') : undefined
    if (file === undefined) refuse(response)
    else {
      response.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'cache-control': 'no-cache',
      })
      if (request.method === 'HEAD') response.end()
      else
        createReadStream(file)
          .on('error', () => response.destroy())
          .pipe(response)
    }
  })
  await listen(server, port ?? DEFAULT_PORT).catch(async (error: NodeJS.ErrnoException) => {
    if (port !== undefined) throw unavailable(port, error)
    await listen(server, 0)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return { server, url: `http://127.0.0.1:${address.port}/` }
}

function unavailable(port: number, { code }: NodeJS.ErrnoException): UsageError {
  const reason = code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be had (${code})`
  return new UsageError(
    `Port ${port} ${reason}. Name another one with --port, or leave --port out to get one that is free.`,
  )
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** The file that a request asks for; undefined where there is none or it lies outside, also through a link. */
function findFile(root: string, requested: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(requested, 'http://localhost').pathname)
    const file = realpathSync(join(root, path.endsWith('/') ? `${path}index.html` : path))
    return file.startsWith(root + sep) && statSync(file).isFile() ? file : undefined
  } catch {
    return undefined
  }
}

function refuse(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n')
}
