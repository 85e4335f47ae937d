import type { Service } from '@concordat/toolkit/model'
import { type ComponentChild, h, type JSX } from 'preact'
import type { Field, FieldPlace } from './field.ts'

/** Links that the index stands with on its page. */
export interface FieldContext {
  /** Link to where the field stands in its schema, with the text that is given. */
  readonly place: (place: FieldPlace, text: string) => ComponentChild
  readonly application: (service: Service) => ComponentChild
}

/** Fields with where they stand, who writes and who reads them. Its style is `fieldTableStyle`. */
export function fieldTable(fields: readonly Field[], context: FieldContext): JSX.Element {
  return h(
    'ul',
    { class: 'fields' },
    fields.map((field) => fieldView(field, context)),
  )
}

function fieldView({ path, types, places }: Field, context: FieldContext): JSX.Element {
  return h(
    'li',
    null,
    h(
      'p',
      { class: 'field-name' },
      h('code', null, path),
      ' ',
      h('span', { class: 'muted' }, types.join(', ')),
      types.length > 1 && h('span', { class: 'badge warn' }, 'several types'),
    ),
    h(
      'ul',
      null,
      alike(places).map((group) => h('li', null, placesView(group, types.length > 1, context))),
    ),
  )
}

/** Places that differ in nothing but their names stand on one line: a field like `order_id` has hundreds. */
function alike(places: readonly FieldPlace[]): readonly (readonly [FieldPlace, ...FieldPlace[]])[] {
  const key = ({ writers, readers, types, isRequired }: FieldPlace): string =>
    JSON.stringify([nameAll(writers), nameAll(readers), types, isRequired])
  return [...Map.groupBy(places, key).values()] as [FieldPlace, ...FieldPlace[]][]
}

function nameAll(services: readonly Service[]): readonly string[] {
  return services.map(({ system, name }) => `${system}/${name}`)
}

function placesView(
  places: readonly [FieldPlace, ...FieldPlace[]],
  showTypes: boolean,
  context: FieldContext,
): ComponentChild {
  const [{ writers, readers, types, isRequired }] = places
  const traits = [...(showTypes ? types : []), ...(isRequired ? ['required'] : [])]
  return [
    places.map((place, index) => [index > 0 && ', ', context.place(place, placeText(place))]),
    traits.length > 0 && h('span', { class: 'muted' }, ` ${traits.join(', ')}`),
    sideView('written by', writers, context),
    sideView('read by', readers, context),
  ]
}

/** `orders/order.created 1.0.0 – 2.0.0`. */
function placeText({ name, versions }: FieldPlace): string {
  const [first, last] = [versions[0]?.version, versions.at(-1)?.version]
  if (first === undefined || last === undefined) return name
  return first === last ? `${name} ${first}` : `${name} ${first} – ${last}`
}

function sideView(
  words: string,
  services: readonly Service[],
  { application }: FieldContext,
): ComponentChild {
  if (services.length === 0) return undefined
  const links = services.map((service, index) => [index > 0 && ', ', application(service)])
  return h('span', { class: 'field-side' }, ` · ${words} `, links)
}
