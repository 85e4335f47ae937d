import type { Node, SecurityScheme } from './catalog.ts'
import { entries, items, keyIn, text } from './node.ts'
import type { ReadContext } from './read-context.ts'

/** The alternatives under `security`: 3.x refers to schemes or states them, 2.x names them with their scopes. */
export function readSecurity(context: ReadContext, node: Node | undefined): readonly SecurityScheme[] {
  return items(node).map((item) => {
    const scheme = context.references.target(item)
    const name = keyIn('securitySchemes', scheme) ?? text(scheme, 'type') ?? entries(scheme)[0]?.[0] ?? ''
    return { name, definition: scheme.value }
  })
}
