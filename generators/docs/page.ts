import { html } from './html.ts'
import type { Html } from './html.ts'
import { hrefTo } from './frame/href-to.ts'

/** A page of the site before it is printed. */
export interface Page {
  /** Relative to the site's folder. */
  readonly path: string
  readonly title: string
  /** Links from the overview down to this page's parent. */
  readonly trail: readonly { readonly title: string; readonly path: string }[]
  readonly body: Html
}

/**
 * Prints a whole document. The Content-Security-Policy lets nothing run and nothing load but the site's own style sheet:
 * what a contract says is shown, never obeyed.
 */
export function printPage(page: Page): string {
  const link = (path: string): string => hrefTo(page.path, path)
  const trail = page.trail.map(
    ({ title, path }) => html`<a href="${link(path)}">${title}</a><span aria-hidden="true"> / </span>`,
  )
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"
        />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title} · Event contracts</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${link('style.css')}" />
      </head>
      <body>
        <nav aria-label="Breadcrumb">${trail}<span aria-current="page">${page.title}</span></nav>
        <main>${page.body}</main>
      </body>
    </html> `.markup
}
