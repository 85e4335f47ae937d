import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { UsageError } from './command.ts'
import { serveFolder } from './serve-folder.ts'

const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function serve(): Promise<string> {
  const outer = mkdtempSync(join(tmpdir(), 'concordat-serve-'))
  const folder = join(outer, 'site')
  mkdirSync(join(folder, 'events'), { recursive: true })
  writeFileSync(join(outer, 'secret.html'), 'secret')
  writeFileSync(join(folder, 'index.html'), '<p>hello</p>')
  writeFileSync(join(folder, 'events', 'ж.html'), 'cyrillic')
  symlinkSync(join(outer, 'secret.html'), join(folder, 'link.html'))
  const { server, url } = await serveFolder(folder, 0)
  servers.push(server)
  return url
}

/** Asks for a path as it stands; `fetch` would resolve the dots away. */
function get(
  url: string,
  path: string,
  method = 'GET',
): Promise<{ status: number; body: string; type: string }> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body, type: String(response.headers['content-type']) }),
      )
    })
      .on('error', reject)
      .end()
  })
}

describe('serveFolder', () => {
  it('serves files with their type, and index.html for a folder', async () => {
    const url = await serve()
    expect(await get(url, '/')).toEqual({
      status: 200,
      body: '<p>hello</p>',
      type: 'text/html; charset=utf-8',
    })
    expect((await get(url, `/events/${encodeURIComponent('ж')}.html`)).body).toBe('cyrillic')
  })

  it.each([
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/link.html',
    '/nothing.html',
    '/events',
    '/%00',
    '/%',
  ])('refuses %s', async (path) => {
    expect((await get(await serve(), path)).status).toBe(404)
  })

  it('refuses anything but reading', async () => {
    expect((await get(await serve(), '/', 'POST')).status).toBe(404)
  })

  it('says so where the port that was asked for is taken', async () => {
    const port = Number(new URL(await serve()).port)
    const again = serveFolder(mkdtempSync(join(tmpdir(), 'concordat-serve-')), port)
    await expect(again).rejects.toThrow(`Port ${port} is taken by another program.`)
    await expect(again).rejects.toBeInstanceOf(UsageError)
  })

  it('takes a free port where nobody asked for one and the usual one is taken', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'concordat-serve-'))
    const [first, second] = [await serveFolder(folder), await serveFolder(folder)]
    servers.push(first.server, second.server)
    expect(second.url).not.toBe(first.url)
  })
})
