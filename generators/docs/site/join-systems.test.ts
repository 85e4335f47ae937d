import { expect, it } from 'vitest'
import { printSite } from '../testing/print-site.ts'

const channel = { $ref: '#/channels/liked' }

function document(title: string, action: string, host: string): object {
  return {
    asyncapi: '3.0.0',
    info: { title, version: '1.0.0' },
    servers: { main: { host, protocol: 'kafka' } },
    channels: { liked: { address: 'liked', messages: { Liked: { payload: { type: 'object' } } } } },
    operations: { flow: { action, channel } },
  }
}

it('names those who receive an event in the document of another folder, on the same broker', async () => {
  const site = await printSite({
    'backend/asyncapi.json': document('Backend', 'send', 'one.example'),
    'comments/asyncapi.json': document('Comments', 'receive', 'one.example'),
    'other/asyncapi.json': document('Other', 'receive', 'other.example'),
  })
  const event = site.get('systems/backend/events/liked.html')
  expect(event).toContain(
    'Received by</dt><dd><a href="../../comments/applications/comments.html">Comments</a></dd>',
  )
  expect(event).not.toContain('Other')
  const received = site.get('systems/comments/events/liked.html')
  expect(received).toContain(
    'Sent by</dt><dd><a href="../../backend/applications/backend.html">Backend</a></dd>',
  )
})

it('prints one page for a message that documents of several folders refer to', async () => {
  const reference = (title: string, action: string): object => ({
    ...document(title, action, 'one.example'),
    channels: {
      liked: { address: 'liked', messages: { liked: { $ref: '../common/messages.json#/Liked' } } },
    },
  })
  const site = await printSite({
    'common/messages.json': { Liked: { payload: { type: 'object' } } },
    'backend/asyncapi.json': reference('Backend', 'send'),
    'comments/asyncapi.json': reference('Comments', 'receive'),
  })
  const pages = [...site.keys()].filter((path) => path.endsWith('/liked.html') && path.includes('/events/'))
  expect(pages).toEqual(['systems/backend/events/liked.html'])
  expect(site.get(pages[0] ?? '')).toContain('>Comments</a>')
  expect(site.get('systems/comments/index.html')).toContain('href="../backend/events/liked.html"')
  expect(site.get('search-index.js')?.match(/"path":"systems\/backend\/events\/liked.html"/g)).toHaveLength(1)
})
