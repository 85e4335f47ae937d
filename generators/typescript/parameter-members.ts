import type { Operation } from '@concordat/toolkit/model'
import { printKey, printString } from './print-literal.ts'
import type { MemberSyntax, TypeSyntax } from './type-syntax.ts'

/** Values for the parameters of the addresses that a message goes to. */
export function parameterMembers(operations: readonly Operation[]): readonly MemberSyntax[] {
  const parameters = new Map(
    operations.flatMap(({ channel }) => {
      const address = channel.kafka?.topic ?? channel.address ?? channel.name
      return channel.parameters
        .filter(({ name }) => address.includes(`{${name}}`))
        .map((parameter) => [parameter.name, parameter])
    }),
  )
  return [...parameters.values()].map(({ name, enum: values, description }) => ({
    key: printKey(name),
    isOptional: false,
    type:
      values.length === 0
        ? STRING
        : { kind: 'union', members: values.map((value) => ({ kind: 'text', text: printString(value) })) },
    documentation: { description },
  }))
}

const STRING: TypeSyntax = { kind: 'text', text: 'string' }
