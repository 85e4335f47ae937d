import type { Service } from '@concordat/toolkit/model'
import { applicationBox, cutColumn, eventBox } from './boxes.ts'
import type { Arrow, Box, Picture, PictureLinks } from './picture.ts'
import { applicationsOf, type Traffic, type TrafficUse } from './traffic.ts'

const MOST = 12

/** One application with the events that it receives and sends, and how many are on their other side. */
export function applicationPicture(
  service: Service,
  events: readonly Traffic[],
  links: PictureLinks,
): Picture {
  const center = applicationBox(service, links)
  const received = events.filter(({ receivers }) => isAmong(service, receivers))
  const sent = events.filter(({ senders }) => isAmong(service, senders))
  const left = received.map((event) => side(event, 'from', event.senders, links))
  const right = sent.map((event) => side(event, 'to', event.receivers, links))
  const columns = [cutColumn(left, MOST, 'from'), [center], cutColumn(right, MOST, 'to')] as const
  return {
    title: `What ${service.title} receives and sends`,
    columns,
    arrows: [
      ...columns[0].map(({ id }): Arrow => ({ from: id, to: center.id })),
      ...columns[2].map(({ id }): Arrow => ({ from: center.id, to: id })),
    ],
  }
}

function side(event: Traffic, word: 'from' | 'to', others: readonly TrafficUse[], links: PictureLinks): Box {
  const box = eventBox(event, links, `${word} ${partners(applicationsOf(others))}`)
  return { ...box, id: `${word} ${box.id}` }
}

function partners(services: readonly Service[]): string {
  const [only, ...others] = services
  if (only === undefined) return 'nobody'
  return others.length === 0 ? only.title : `${services.length} applications`
}

function isAmong(service: Service, uses: readonly TrafficUse[]): boolean {
  return uses.some((use) => use.service.name === service.name && use.service.system === service.system)
}
