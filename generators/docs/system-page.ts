import type { Service, System } from '@concordat/toolkit/model'
import { html } from './html.ts'
import type { Html } from './html.ts'
import type { Page } from './page.ts'
import { paragraphs } from './paragraphs.ts'
import { hrefTo } from './frame/href-to.ts'
import type { Site } from './site.ts'

/** A system: its applications with what they send and receive, its events, its channels. */
export function systemPage(site: Site, system: System): Page {
  const path = site.pathOf(system)
  return {
    path,
    title: system.name,
    trail: [{ title: 'Overview', path: 'index.html' }],
    body: html`<h1>${system.name}</h1>
      ${paragraphs(system.description)}
      <h2 id="applications">Applications</h2>
      ${system.services.length === 0 ? html`<p>The contract names no applications.</p>` : system.services.map((service) => serviceCard(site, path, service))}
      <h2 id="events">Events</h2>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Event</th>
              <th scope="col">Type</th>
              <th scope="col">Kind</th>
              <th scope="col">Summary</th>
            </tr>
          </thead>
          <tbody>
            ${system.messages.map(
              (message) =>
                html`<tr>
                  <td><a href="${hrefTo(path, site.pathOf(message))}">${message.name}</a></td>
                  <td><code>${message.type}</code></td>
                  <td>${message.kind}</td>
                  <td>${message.summary ?? message.title}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <h2 id="channels">Channels</h2>
      <ul>
        ${system.channels.map(
          (channel) =>
            html`<li>
              <a href="${hrefTo(path, site.pathOf(channel))}"
                ><code>${channel.address ?? channel.name}</code></a
              >
              ${channel.summary ?? channel.title}
            </li>`,
        )}
      </ul>`,
  }
}

function serviceCard(site: Site, path: string, service: Service): Html {
  const messages = (action: 'send' | 'receive'): Html => {
    const list = service.operations
      .filter((operation) => operation.action === action)
      .flatMap((operation) => operation.messages)
    const links = [...new Map(list.map((message) => [message.id, message])).values()].map(
      (message, index) =>
        html`${index > 0 && ', '}<a href="${hrefTo(path, site.pathOf(message))}">${message.name}</a>`,
    )
    return html`<dt>${action === 'send' ? 'Sends' : 'Receives'}</dt>
      <dd>${links.length === 0 ? 'nothing' : links}</dd>`
  }
  return html`<section class="card">
    <h3>${service.title}</h3>
    ${paragraphs(service.description)}
    <dl>
      <dt>Owner</dt>
      <dd>${service.owner ?? 'not stated'}</dd>
      ${messages('send')}${messages('receive')}
      <dt>Contract</dt>
      <dd><code>${service.document.path}</code></dd>
    </dl>
  </section>`
}
