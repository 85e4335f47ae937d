import { describe, expect, it } from 'vitest'

import { parseServicesArguments } from './services-arguments.ts'

describe('the arguments of `services`', () => {
  it('mean all services where none is named', () => {
    expect(parseServicesArguments(['up'])).toEqual({
      action: 'up',
      names: ['rabbitmq', 'kafka', 'postgresql'],
      format: 'text',
    })
  })

  it('name services in any order, once each', () => {
    expect(parseServicesArguments(['status', 'kafka', 'rabbitmq', 'kafka', '--format', 'json'])).toEqual({
      action: 'status',
      names: ['rabbitmq', 'kafka'],
      format: 'json',
    })
  })

  it.each([[['--help']], [['up', '-h']]])('ask for help: %j', (commandLine) => {
    expect(parseServicesArguments(commandLine)).toBe('help')
  })

  it.each([
    [[], 'Say what to do: up, down, status.'],
    [['start'], 'Say what to do: up, down, status, not "start".'],
    [['up', 'redis'], 'The services are rabbitmq, kafka, postgresql, not "redis".'],
    [['status', '--format', 'yaml'], '--format is text or json, not "yaml".'],
    [['up', '--fast'], `Unknown option '--fast'`],
  ])('are refused with what is wrong: %j', (commandLine, mistake) => {
    expect(parseServicesArguments(commandLine)).toEqual({ mistake: expect.stringContaining(mistake) })
  })
})
