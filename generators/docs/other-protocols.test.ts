import { beforeAll, describe, expect, it } from 'vitest'
import { printSite } from './testing/print-site.ts'

const channel = { $ref: '#/channels/light' }

let site: ReadonlyMap<string, string>
function page(path: string): string {
  const text = site.get(path)
  if (text === undefined) throw new Error(`the site has no ${path}`)
  return text
}

beforeAll(async () => {
  site = await printSite({
    'lights.json': {
      asyncapi: '3.0.0',
      info: {
        title: 'Street lights',
        version: '1.0.0',
        contact: { name: 'City', email: 'lights@example.com', url: 'javascript:alert(1)' },
        license: { name: 'MIT', url: 'https://example.com/mit' },
        externalDocs: { url: 'https://example.com/more', description: 'All about them' },
      },
      servers: { main: { host: 'broker.example', protocol: 'mqtt' } },
      channels: {
        light: {
          address: 'light/{id}',
          bindings: { mqtt: { qos: 2, bindingVersion: '0.2.0' } },
          messages: {
            Measured: {
              summary: 'A **bold** measure. There are others.',
              payload: { type: 'object' },
              bindings: { mqtt: { contentType: 'application/json' } },
              externalDocs: { url: 'https://example.com/measured' },
            },
          },
        },
      },
      operations: {
        measure: { action: 'send', channel, bindings: { mqtt: { retain: true } } },
        read: { action: 'receive', channel },
      },
    },
  })
})

describe('a contract over a broker that Concordat has no transport for', () => {
  it('is called what its only document is called', () => {
    expect(page('index.html')).toContain('>Street lights</a></h3>')
    expect(page('systems/main/events/measured.html')).toContain('<a href="../index.html">Street lights</a>')
  })

  it('gets no code that could not work, and no policy that nobody states', () => {
    const event = page('systems/main/events/measured.html')
    expect(event).toContain('this event goes over mqtt')
    expect(event).not.toContain('@concordat/runtime')
    expect(event).toContain('<td data-label="Attempts">not stated</td>')
    expect(page('systems/main/applications/lights.html')).not.toContain('the default policy')
  })

  it('shows bindings as they are written', () => {
    const setting = (name: string, value: string): string =>
      `<dt><code>mqtt ${name}</code></dt><dd><code>${value}</code></dd>`
    expect(page('systems/main/channels/light-id.html')).toContain(setting('qos', '2'))
    expect(page('systems/main/channels/light-id.html')).not.toContain('bindingVersion')
    expect(page('systems/main/events/measured.html')).toContain(setting('contentType', 'application/json'))
    expect(page('systems/main/applications/lights.html')).toContain(setting('retain', 'true'))
  })

  it('links what a document says of itself, but for what is no address', () => {
    const application = page('systems/main/applications/lights.html')
    expect(application).toMatch(/<a href="mailto:lights@example.com"[^>]*>/)
    expect(application).toMatch(/<a href="https:\/\/example.com\/mit"[^>]*>MIT<\/a>/)
    expect(application).toMatch(/<a href="https:\/\/example.com\/more"[^>]*>All about them<\/a>/)
    expect(application).not.toContain('href="javascript:')
    expect(page('systems/main/events/measured.html')).toContain('href="https://example.com/measured"')
  })

  it('shows summaries in lists as plain text', () => {
    expect(page('events.html')).toContain('<p>A bold measure.</p>')
  })
})
