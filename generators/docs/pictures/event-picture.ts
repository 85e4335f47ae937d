import type { Service } from '@concordat/toolkit/model'
import { applicationBox, cutColumn, eventBox, nobodyBox } from './boxes.ts'
import type { Arrow, Box, Picture, PictureLinks } from './picture.ts'
import { applicationsOf, type Traffic } from './traffic.ts'

const MOST = 12

/** One event, who sends it and who receives it. */
export function eventPicture(event: Traffic, links: PictureLinks): Picture {
  const [senders, receivers] = [applicationsOf(event.senders), applicationsOf(event.receivers)]
  const center = eventBox(event, links)
  const left = boxesOf(senders, 'from', links, 'no application sends it')
  const right = boxesOf(receivers, 'to', links, 'no application receives it')
  return {
    title: `Who sends and who receives ${event.name}`,
    columns: [left, [center], right],
    arrows: [
      ...left.map(({ id }): Arrow => ({ from: id, to: center.id })),
      ...right.map(({ id }): Arrow => ({ from: center.id, to: id })),
    ],
  }
}

/** An application may do both; each side has boxes of its own. */
function boxesOf(
  services: readonly Service[],
  side: 'from' | 'to',
  links: PictureLinks,
  nobody: string,
): readonly Box[] {
  if (services.length === 0) return [nobodyBox(side, nobody)]
  const boxes = services.map((service) => {
    const box = applicationBox(service, links)
    return { ...box, id: `${side} ${box.id}` }
  })
  return cutColumn(boxes, MOST, side)
}
