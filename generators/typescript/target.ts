import type { Generator } from '@concordat/toolkit/codegen'

/** Typed clients in TypeScript: types, compiled validators, publishers and consumers. */
export const typescript: Generator = {
  name: 'typescript',
  description: 'Types, validators, publishers and consumers in TypeScript',
  options: [
    {
      name: 'importExtension',
      type: '`".js"`, `".ts"` or `""`',
      default: '`".js"`',
      description:
        'What imports of generated modules end with; `".ts"` where Node runs the sources themselves.',
    },
  ],
  plan: async (catalog, options) => {
    const { planClients } = await import('./plan-clients.ts')
    return planClients(catalog, options)
  },
}
