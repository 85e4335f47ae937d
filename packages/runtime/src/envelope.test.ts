import { describe, expect, it } from 'vitest'

import type { AttributePlace, EnvelopeMapping } from './contract.ts'
import { decodeAttributes, decodeData, encodeEnvelope } from './envelope.ts'
import { bareEnvelope, customEnvelope } from './testing/sample-contract.ts'

const attributes = {
  id: 'evt_1',
  type: 'order.created',
  source: 'oms-service',
  correlationid: 'cor_1',
  userid: 'usr_1',
  dataversion: '2.0.0',
}
const data = { order_id: 'ord_1', total: 1000 }

function mapping(
  mode: EnvelopeMapping['mode'],
  place: (name: string) => AttributePlace,
  at = '/data',
): EnvelopeMapping {
  const places = ['id', 'type', 'source'].map((name) => [name, [place(name)]] as const)
  return { mode, attributes: Object.fromEntries(places), data: at }
}

const structured = mapping('structured', (name) => ({ in: 'payload', pointer: `/${name}` }))
const binary = mapping('binary', (name) => ({ in: 'headers', pointer: `/ce_${name}` }), '')
const flattened = mapping('envelope', (name) => ({ in: 'payload', pointer: `/event/${name}` }), '')
const basic = { id: 'evt_1', type: 'order.created', source: 'oms-service' }

describe('an envelope', () => {
  it('of the contract’s own shape holds attributes in several and nested places', () => {
    expect(encodeEnvelope(customEnvelope, attributes, data)).toEqual({
      payload: {
        id: 'evt_1',
        type: 'order.created',
        source: 'oms-service',
        correlation_id: 'cor_1',
        metadata: { user_id: 'usr_1', version: '2.0.0' },
        data,
      },
      headers: { 'x-correlation-id': 'cor_1' },
    })
  })

  it('is the CloudEvents JSON format in structured mode', () => {
    expect(encodeEnvelope(structured, attributes, data)).toEqual({ payload: { ...basic, data }, headers: {} })
  })

  it('stands in the headers in binary mode', () => {
    expect(encodeEnvelope(binary, attributes, data)).toEqual({
      payload: data,
      headers: { ce_id: 'evt_1', ce_type: 'order.created', ce_source: 'oms-service' },
    })
  })

  it('stands beside the data’s own properties where it is flattened', () => {
    expect(encodeEnvelope(flattened, attributes, data)).toEqual({
      payload: { event: basic, ...data },
      headers: {},
    })
  })

  it('is not there in bare mode', () => {
    expect(encodeEnvelope(bareEnvelope, attributes, data)).toEqual({ payload: data, headers: {} })
  })

  it.each([
    ['custom', customEnvelope, attributes],
    ['structured', structured, basic],
    ['binary', binary, basic],
    ['flattened', flattened, basic],
    ['bare', bareEnvelope, {}],
  ])('gives back what was put into it: %s', (_, envelope, expected) => {
    const wire = encodeEnvelope(envelope, attributes, data)
    const received = { payload: JSON.parse(JSON.stringify(wire.payload)), headers: wire.headers }
    expect(decodeAttributes(envelope, received)).toEqual(expected)
    expect(decodeData(envelope, received.payload)).toEqual(data)
  })

  it('takes an attribute from the first place that holds it', () => {
    const headers = { 'x-correlation-id': 'cor_header' }
    expect(decodeAttributes(customEnvelope, { payload: {}, headers })).toEqual({
      correlationid: 'cor_header',
    })
    const payload = { correlation_id: null }
    expect(decodeAttributes(customEnvelope, { payload, headers })).toEqual({ correlationid: 'cor_header' })
  })

  it('leaves the data as it is', () => {
    const frozen = Object.freeze({ order_id: 'ord_1' })
    encodeEnvelope(flattened, attributes, frozen)
    encodeEnvelope(customEnvelope, attributes, frozen)
    expect(frozen).toEqual({ order_id: 'ord_1' })
  })

  it('carries data of any JSON type', () => {
    for (const value of [null, [1], 'text', 0]) {
      expect(decodeData(customEnvelope, encodeEnvelope(customEnvelope, attributes, value).payload)).toBe(
        value,
      )
      expect(encodeEnvelope(binary, attributes, value).payload).toBe(value)
    }
  })

  it('changes no prototype whatever its pointers and the message say', () => {
    const hostile = mapping('envelope', (name) => ({ in: 'payload', pointer: `/__proto__/${name}` }), '')
    const { payload } = encodeEnvelope(hostile, attributes, data)
    expect(Object.getPrototypeOf(payload)).toBe(Object.prototype)
    const received = JSON.parse('{"__proto__": {"id": "evt_2"}, "order_id": "ord_1"}')
    expect(decodeAttributes(hostile, { payload: received, headers: {} })).toEqual({ id: 'evt_2' })
    expect(decodeData(hostile, received)).toEqual({ order_id: 'ord_1' })
    expect(({} as Record<string, unknown>)['id']).toBeUndefined()
  })
})
