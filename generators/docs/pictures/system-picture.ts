import type { System } from '@concordat/toolkit/model'
import { applicationBox, carrierBox, cutColumn } from './boxes.ts'
import type { Box, Picture, PictureLinks } from './picture.ts'
import { applicationsOf, type Traffic } from './traffic.ts'
import { systemTitle } from '../site/system-title.ts'

/** More boxes than this in one column are a wall. */
const MOST = 16

/**
 * A whole system in three columns: who sends, over which exchanges, queues and topics, and who receives. Events are counted,
 * not drawn. Undefined where the contract says of no event who has to do with it.
 */
export function systemPicture(
  system: System,
  events: readonly Traffic[],
  links: PictureLinks,
): Picture | undefined {
  const flows = new Flows(links)
  for (const event of events) flows.add(event)
  const columns = [flows.senders, flows.carriers, flows.receivers].map((boxes, index) =>
    cutColumn(boxes, MOST, String(index)),
  )
  if (columns.every(({ length }) => length === 0)) return undefined
  const shown = new Set(columns.flat().map(({ id }) => id))
  return {
    title: `Who sends and receives in ${systemTitle(system)}`,
    columns,
    arrows: flows.arrows.filter(({ from, to }) => shown.has(from) && shown.has(to)),
  }
}

/** Boxes and arrows with the events that they stand for. */
class Flows {
  readonly #links: PictureLinks
  readonly #columns = [
    new Map<string, Counted>(),
    new Map<string, Counted>(),
    new Map<string, Counted>(),
  ] as const
  readonly #arrows = new Map<string, { readonly from: string; readonly to: string }>()

  constructor(links: PictureLinks) {
    this.#links = links
  }

  add(event: Traffic): void {
    const carriers = event.channels.map((channel) => this.#count(1, carrierBox(channel, this.#links), event))
    for (const [column, uses] of [
      [0, event.senders],
      [2, event.receivers],
    ] as const) {
      for (const service of applicationsOf(uses)) {
        const box = applicationBox(service, this.#links)
        const id = this.#count(column, { ...box, id: `${column} ${box.id}` }, event)
        for (const carrier of carriers) this.#connect(column === 0 ? [id, carrier] : [carrier, id])
      }
    }
  }

  get senders(): readonly Box[] {
    return counted(this.#columns[0], 'sends')
  }

  get carriers(): readonly Box[] {
    return counted(this.#columns[1], 'carries')
  }

  get receivers(): readonly Box[] {
    return counted(this.#columns[2], 'receives')
  }

  get arrows(): Picture['arrows'] {
    return [...this.#arrows.values()]
  }

  #count(column: 0 | 1 | 2, box: Box, { name }: Traffic): string {
    const boxes = this.#columns[column]
    const known = boxes.get(box.id) ?? { box, events: new Set<string>() }
    known.events.add(name)
    boxes.set(box.id, known)
    return box.id
  }

  #connect([from, to]: readonly [string, string]): void {
    this.#arrows.set(JSON.stringify([from, to]), { from, to })
  }
}

interface Counted {
  readonly box: Box
  readonly events: Set<string>
}

function counted(boxes: ReadonlyMap<string, Counted>, verb: string): readonly Box[] {
  return [...boxes.values()].map(({ box, events }) => ({
    ...box,
    detail: `${verb} ${events.size} ${events.size === 1 ? 'event' : 'events'}`,
  }))
}
