/** Style of `pictureView`, over the tokens of the site. */
export const pictureStyle: string = `
.picture { position: relative; padding: var(--space-4); background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); }
.picture svg { display: block; max-width: 100%; height: auto; font: 500 12px var(--mono); }
.picture.huge { overflow-x: auto; overscroll-behavior-x: contain; }
.picture.huge svg { max-width: none; }
.picture .steps { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.steps, .steps ul { margin: 0; padding: 0; list-style: none; }
.steps ul { padding-left: var(--space-3); }
.steps li { margin-top: var(--space-1); }
.steps ul li::before { content: "→ "; color: var(--muted); }
.steps li.sometimes::before { content: "⇢ "; }
.steps small { color: var(--muted); }
.picture .arrow { fill: none; stroke: var(--line-strong); stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.picture .sometimes { stroke-dasharray: 4 4; }
.picture .box rect { fill: var(--paper); stroke: var(--line-strong); rx: 8px; }
.picture .box text { fill: var(--ink); }
.picture .box .detail { fill: var(--muted); font: 400 11px var(--font); }
.picture .event rect { fill: var(--accent-soft); stroke: var(--accent); }
.picture .application text { font-family: var(--font); font-size: 13px; }
.picture .application .detail { font-size: 11px; }
.picture .exchange rect, .picture .queue rect, .picture .topic rect { fill: var(--raised); }
.picture .binding rect, .picture .group rect { rx: 13px; fill: var(--surface); stroke-dasharray: 2 2; }
.picture .binding text, .picture .group text { fill: var(--muted); }
.picture .dead-letter rect { fill: var(--warn-soft); stroke: var(--warn); }
.picture .nobody rect { fill: none; stroke-dasharray: 3 3; }
.picture .nobody text, .picture .more text { fill: var(--muted); font-family: var(--font); }
.picture .more rect { fill: none; stroke: none; }
.picture a:hover rect { stroke: var(--ink); }
.picture a:focus-visible { outline: none; }
.picture a:focus-visible rect { stroke: var(--accent); stroke-width: 2.5; }
${instead('47.99rem', ['medium', 'large', 'huge'])}
${instead('59.99rem', ['large', 'huge'])}
@media print { .picture { overflow: visible; } .picture.huge svg { max-width: 100%; } }
`

/** The steps in place of pictures that are too wide for a screen. */
function instead(width: string, sizes: readonly string[]): string {
  const each = (part: string): string => sizes.map((size) => `.${size} ${part}`).join(', ')
  return `@media screen and (max-width: ${width}) {
  ${each('svg')} { display: none; }
  ${each('.steps')} { position: static; width: auto; height: auto; overflow: visible; clip-path: none; font-size: var(--text-s); }
}`
}
