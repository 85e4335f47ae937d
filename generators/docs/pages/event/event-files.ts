import type { Message } from '@concordat/toolkit/model'
import type { Alternate } from '../../frame/page.ts'
import { hasJsonSchema } from '../../programs/has-json-schema.ts'

/** The same event for programs, beside its page. */
export function eventFiles(path: string, message: Message): readonly Alternate[] {
  const base = path.replace(/\.html$/, '')
  return [
    { path: `${base}.md`, type: 'text/markdown', title: 'Markdown' },
    ...(hasJsonSchema(message)
      ? [{ path: `${base}.schema.json`, type: 'application/schema+json', title: 'JSON Schema' }]
      : []),
  ]
}
