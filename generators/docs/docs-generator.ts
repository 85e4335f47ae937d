import { createHash } from 'node:crypto'
import type { Generator } from '@concordat/toolkit/codegen'
import { channelPage } from './channel-page.ts'
import { eventPage } from './event-page.ts'
import { overviewPage } from './overview-page.ts'
import { printPage } from './page.ts'
import { createSite } from './site.ts'
import { style } from './style.ts'
import { systemPage } from './system-page.ts'

/** A static site: an overview, and a page for each system, channel and event. It opens from disk and runs no script. */
export const docsGenerator: Generator = {
  name: 'docs',
  description: 'Documentation site',
  plan: (catalog) => {
    const site = createSite(catalog)
    const pages = site.systems.flatMap((system) => [
      systemPage(site, system),
      ...system.channels.map((channel) => channelPage(site, system, channel)),
      ...system.messages.map((message) => eventPage(site, system, message)),
    ])
    const files = [overviewPage(site), ...pages].map((page) => ({
      path: page.path,
      content: printPage(page),
    }))
    return [...files, { path: 'style.css', content: style }].map((file) => ({
      inputs: createHash('sha256').update(file.content).digest('hex'),
      paths: [file.path],
      render: () => Promise.resolve([file]),
    }))
  },
}
