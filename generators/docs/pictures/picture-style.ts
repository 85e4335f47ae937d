/** Style of `pictureView`, over the tokens of the site. */
export const pictureStyle = `
.picture { overflow-x: auto; overscroll-behavior-x: contain; padding: var(--space-4); background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); }
.picture svg { display: block; font: 500 12px var(--mono); }
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
@media print { .picture { overflow: visible; } .picture svg { max-width: 100%; height: auto; } }
`
