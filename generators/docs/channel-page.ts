import type { AmqpChannel, Channel, System } from '@concordat/toolkit/model'
import { html } from './html.ts'
import type { Html } from './html.ts'
import type { Page } from './page.ts'
import { paragraphs } from './paragraphs.ts'
import { hrefTo } from './frame/href-to.ts'
import type { Site } from './site.ts'

/** A channel: what stands on the broker for it, who uses it, what it carries. */
export function channelPage(site: Site, system: System, channel: Channel): Page {
  const path = site.pathOf(channel)
  const operations = system.services.flatMap((service) =>
    service.operations.filter((operation) => operation.channel.id === channel.id),
  )
  const place = site.catalog.locate(channel.node)
  return {
    path,
    title: channel.address ?? channel.name,
    trail: [
      { title: 'Overview', path: 'index.html' },
      { title: system.name, path: site.pathOf(system) },
    ],
    body: html`<h1><code>${channel.address ?? channel.name}</code></h1>
      ${paragraphs(channel.description ?? channel.summary)}
      <dl>
        ${amqpFacts(channel.amqp)}${kafkaFacts(channel)}
        ${operations.map(
          (operation) =>
            html`<dt>${operation.action === 'send' ? 'Sent by' : 'Received by'}</dt>
              <dd>${operation.service} (<code>${operation.name}</code>)</dd>`,
        )}
        <dt>Contract</dt>
        <dd><code>${place.file}:${place.line}</code></dd>
      </dl>
      <h2>Messages</h2>
      ${messageList(site, path, channel)}`,
  }
}

function messageList(site: Site, path: string, { messages }: Channel): Html {
  if (messages.length === 0) return html`<p>The contract names no messages of this channel.</p>`
  return html`<ul>
    ${messages.map((message) => html`<li><a href="${hrefTo(path, site.pathOf(message))}">${message.name}</a> ${message.summary ?? message.title}</li>`)}
  </ul>`
}

function amqpFacts(amqp: AmqpChannel | undefined): Html | undefined {
  if (amqp === undefined) return undefined
  const stands = amqp.is === 'queue' ? amqp.queue : amqp.exchange
  const kind = amqp.is === 'queue' ? 'Queue' : `Exchange (${amqp.exchange.type})`
  return html`<dt>${kind}</dt>
    <dd><code>${stands.name}</code>${stands.durable ? ', durable' : ', not durable'}</dd>
    ${Object.entries(stands.arguments).map(
      ([name, value]) =>
        html`<dt><code>${name}</code></dt>
          <dd><code>${String(value)}</code></dd>`,
    )}
    ${amqp.bindings.map(
      (binding) =>
        html`<dt>Bound to</dt>
          <dd><code>${binding.exchange}</code> with <code>${binding.routingKey}</code></dd>`,
    )}`
}

function kafkaFacts({ kafka }: Channel): Html | undefined {
  if (kafka === undefined) return undefined
  return html`<dt>Topic</dt>
    <dd><code>${kafka.topic}</code>, ${kafka.partitions} partitions, ${kafka.replicas} replicas</dd>
    ${Object.entries(kafka.configuration).map(
      ([name, value]) =>
        html`<dt><code>${name}</code></dt>
          <dd><code>${value}</code></dd>`,
    )}`
}
