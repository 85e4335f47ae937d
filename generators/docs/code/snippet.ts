/** Code to copy: a program that compiles against the generated clients. */
export interface Snippet {
  readonly role: 'publisher' | 'consumer'
  /** Title of the application whose client it uses. */
  readonly application: string
  /** TypeScript with a line break at the end. */
  readonly code: string
}

export interface SnippetOptions {
  /** Folder of the generated code, as the program imports it: `./generated`. */
  readonly generated: string
  /** What imports of generated modules end with: `.js`, `.ts` or nothing. */
  readonly ending: string
}

export const DEFAULT_SNIPPETS: SnippetOptions = { generated: './generated', ending: '.js' }
