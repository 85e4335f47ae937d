/** Elements as they look everywhere. */
export const baseStyle = `
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 4.5rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: var(--text-m)/1.6 var(--font); overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.25; letter-spacing: -0.015em; text-wrap: balance; }
h1 { font-size: var(--text-xxl); margin: 0; font-weight: 680; }
h2 { font-size: var(--text-xl); margin: 0 0 var(--space-4); font-weight: 640; }
h3 { font-size: var(--text-m); margin: var(--space-5) 0 var(--space-2); font-weight: 620; letter-spacing: 0; }
h3:first-child { margin-top: 0; }
p, ul, ol, dl, figure { margin: 0 0 var(--space-4); }
ul, ol { padding-left: 1.25em; }
a { unicode-bidi: isolate; color: var(--accent); text-decoration-color: color-mix(in srgb, currentColor 35%, transparent); text-underline-offset: 0.2em; }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: var(--radius-s); }
main:focus { outline: none; }
code, pre, kbd { font-family: var(--mono); font-size: 0.9em; unicode-bidi: isolate; }
pre { margin: 0; padding: var(--space-4); overflow-x: auto; background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); font-size: var(--text-s); line-height: 1.55; overflow-wrap: normal; tab-size: 2; }
pre code { font-size: inherit; }
kbd { border: 1px solid var(--line-strong); border-radius: var(--radius-s); padding: 0 0.35em; font-size: var(--text-xs); color: var(--muted); }
table { border-collapse: collapse; width: 100%; font-size: var(--text-s); }
th, td { text-align: left; vertical-align: top; padding: var(--space-2) var(--space-4) var(--space-2) 0; border-bottom: 1px solid var(--line); }
th { color: var(--muted); font-weight: 560; white-space: nowrap; }
section > .none { font-size: var(--text-s); }
main > section > ul:not([class]) { font-size: var(--text-s); }
td ul { list-style: none; margin: 0; padding: 0; }
td p:last-child, dd p:last-child, li p:last-child { margin-bottom: 0; }
button, input, select { font: inherit; color: inherit; }
select { background: var(--surface); border: 1px solid var(--line-strong); border-radius: var(--radius-s); padding: var(--space-1) var(--space-2); }
summary { cursor: pointer; }
[hidden] { display: none !important; }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
`
