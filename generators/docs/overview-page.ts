import type { System } from '@concordat/toolkit/model'
import { html } from './html.ts'
import type { Html } from './html.ts'
import type { Page } from './page.ts'
import { hrefTo } from './frame/href-to.ts'
import type { Site } from './site.ts'

const PATH = 'index.html'

/** The first page: every system with its applications, events and channels. */
export function overviewPage(site: Site): Page {
  return {
    path: PATH,
    title: 'Overview',
    trail: [],
    body: html`<h1>Event contracts</h1>
      <p class="lead">
        ${count(site.systems.length, 'system')},
        ${count(
          sum(site, (system) => system.services.length),
          'application',
        )},
        ${count(
          sum(site, (system) => system.messages.length),
          'event',
        )},
        ${count(
          sum(site, (system) => system.channels.length),
          'channel',
        )},
        ${count(site.catalog.subjects.flatMap((subject) => subject.versions).length, 'schema version')}.
      </p>
      ${site.systems.map((system) => systemCard(site, system))}`,
  }
}

function systemCard(site: Site, system: System): Html {
  const protocols = [...new Set(system.servers.map((server) => server.protocol))].join(', ')
  return html`<section class="card">
    <h2><a href="${hrefTo(PATH, site.pathOf(system))}">${system.name}</a></h2>
    <p>${firstSentence(system.description)}</p>
    <p class="facts">
      ${protocols} · ${count(system.services.length, 'application')} ·
      ${count(system.messages.length, 'event')} · ${count(system.channels.length, 'channel')}
    </p>
  </section>`
}

function firstSentence(text: string | undefined): string {
  return text === undefined ? '' : (/^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text)
}

function sum(site: Site, size: (system: System) => number): number {
  return site.systems.reduce((total, system) => total + size(system), 0)
}

function count(value: number, noun: string): string {
  return `${value} ${noun}${value === 1 ? '' : 's'}`
}
