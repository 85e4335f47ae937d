import { tokens } from './frame/tokens.ts'

/** The site's one style sheet. */
export const style: string = `${tokens}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 68rem; padding: 1rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--font); overflow-wrap: anywhere; }
nav { color: var(--muted); font-size: 0.875rem; padding: 0.5rem 0 1rem; border-bottom: 1px solid var(--line); }
a { color: var(--accent); text-underline-offset: 0.15em; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 1.5rem 0 0.75rem; }
h2 { font-size: 1.3rem; margin: 2.25rem 0 0.75rem; }
h3 { font-size: 1.05rem; margin: 0; }
p { max-width: 46rem; }
code, pre { font-family: var(--mono); font-size: 0.875em; }
pre { background: var(--surface); border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.875rem 1rem; overflow-x: auto; line-height: 1.45; }
.lead, .facts { color: var(--muted); }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.25rem 1.25rem; margin: 0 0 1rem; }
.card h2, .card h3 { margin: 0.75rem 0 0; }
.badge { color: var(--warn); border: 1px solid currentColor; border-radius: 1rem; font-size: 0.75rem; padding: 0.1rem 0.6rem; vertical-align: middle; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.3rem 1.25rem; }
dt { color: var(--muted); }
dd { margin: 0; min-width: 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; overflow-wrap: normal; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.75rem 0.5rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--muted); font-weight: 600; font-size: 0.875rem; }
figure { margin: 0 0 1.5rem; }
figcaption { color: var(--muted); font-size: 0.875rem; margin-bottom: 0.4rem; }
@media (max-width: 40rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, td { display: block; }
  tr { padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
  td { padding: 0.1rem 0; border-bottom: 0; overflow-wrap: anywhere; }
  td:empty { display: none; }
  td[data-label]::before { content: attr(data-label) ": "; color: var(--muted); font-size: 0.875rem; }
  dl { grid-template-columns: 1fr; gap: 0 0; }
  dd { margin-bottom: 0.6rem; }
}
`
