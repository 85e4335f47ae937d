import { isJsonSchemaFormat } from '@concordat/toolkit/model'
import type { Message, Node, System } from '@concordat/toolkit/model'
import { html } from './html.ts'
import type { Html } from './html.ts'
import type { Page } from './page.ts'
import { paragraphs } from './paragraphs.ts'
import { schemaView } from './schema-view.ts'
import { hrefTo } from './frame/href-to.ts'
import type { Site, Use } from './site.ts'

/** An event: what it says, who sends and receives it, its data property by property, examples of it on the wire. */
export function eventPage(site: Site, system: System, message: Message): Page {
  const path = site.pathOf(message)
  const { senders, receivers } = site.users(system, message)
  const place = site.catalog.locate(message.node)
  const versions =
    site.catalog.subjects.find((subject) => subject.name === message.version?.subject)?.versions ?? []
  return {
    path,
    title: message.name,
    trail: [
      { title: 'Overview', path: 'index.html' },
      { title: system.name, path: site.pathOf(system) },
    ],
    body: html`<h1>
        ${message.title ?? message.name}${message.deprecated && html` <span class="badge">deprecated</span>`}
      </h1>
      ${paragraphs(message.description ?? message.summary)}
      <dl>
        <dt>Type</dt>
        <dd><code>${message.type}</code></dd>
        <dt>Kind</dt>
        <dd>${message.kind ?? 'not stated'}</dd>
        ${
          message.version !== undefined &&
          html`<dt>Schema</dt>
            <dd>
              <code>${message.version.id}</code
              >${versions.length > 1 && html` (of ${versions.map((version) => version.version).join(', ')})`}
            </dd>`
        }
        ${
          message.key !== undefined &&
          html`<dt>Key</dt>
            <dd><code>${message.key}</code></dd>`
        }
        <dt>Content type</dt>
        <dd><code>${message.contentType}</code></dd>
        ${uses(site, path, 'Sent by', senders)}${uses(site, path, 'Received by', receivers)}
        <dt>Contract</dt>
        <dd><code>${place.file}:${place.line}</code></dd>
      </dl>
      <h2>Data</h2>
      ${dataView(site, message)}
      <h2>Examples</h2>
      ${examples(message)}`,
  }
}

function dataView({ catalog }: Site, { schemaFormat, data }: Message): Html {
  if (schemaFormat !== undefined && !isJsonSchemaFormat(schemaFormat))
    return html`<p>The schema is written in another language: <code>${schemaFormat}</code>.</p>`
  return data === undefined ? html`<p>The contract states no schema.</p>` : schemaView(catalog, data)
}

function uses(site: Site, path: string, label: string, list: readonly Use[]): readonly Html[] | Html {
  if (list.length === 0)
    return html`<dt>${label}</dt>
      <dd>nobody</dd>`
  return list.map(
    ({ service, operation }) =>
      html`<dt>${label}</dt>
        <dd>
          ${service.title},
          <a href="${hrefTo(path, site.pathOf(operation.channel))}"
            ><code>${operation.channel.address ?? operation.channel.name}</code></a
          >
        </dd>`,
  )
}

function examples(message: Message): readonly Html[] | Html {
  const onTheWire = message.examples.map(({ name, summary, payload, headers }) =>
    example(summary ?? name ?? 'On the wire', [headers, payload]),
  )
  const ofData = (message.version?.examples ?? []).map((node, index) =>
    example(`Data, example ${index + 1}`, [node]),
  )
  return onTheWire.length + ofData.length === 0
    ? html`<p>The contract gives none.</p>`
    : [...onTheWire, ...ofData]
}

function example(title: string, parts: readonly (Node | undefined)[]): Html {
  const blocks = parts
    .filter((part) => part !== undefined)
    .map((part) => html`<pre tabindex="0"><code>${JSON.stringify(part.value, null, 2)}</code></pre>`)
  return html`<figure>
    <figcaption>${title}</figcaption>
    ${blocks}
  </figure>`
}
