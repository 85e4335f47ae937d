/** Style of `schemaTreeView`, over the tokens of the site. */
export const schemaTreeStyle = `
.tree { font-size: var(--text-s); }
.tree p { margin: 0; }
.tree > p:first-child, .tree-parts > li > p:first-child { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 var(--space-2); font-size: var(--text-m); }
.tree b, .tree b code { font-weight: 600; }
.tree i { color: var(--muted); font-size: var(--text-s); font-style: normal; }
.tree i a { font-family: var(--mono); font-size: 0.95em; }
.tree strong { color: var(--ink); font-size: var(--text-xs); font-weight: 560; }
.tree-parts { list-style: none; margin: var(--space-2) 0 0; padding: 0; }
.tree-parts > li { padding: var(--space-2) 0; border-top: 1px solid var(--line); }
.tree-parts > li > * + * { margin-top: var(--space-1); }
.tree-parts .tree-parts > li { padding: var(--space-2) 0 var(--space-2) var(--space-4); border-top: 0; border-left: 2px solid var(--line); }
.tree-parts > li:target { background: var(--accent-soft); box-shadow: 0 0 0 var(--space-2) var(--accent-soft); border-radius: 1px; }
.tree .prose, .tree .prose p { margin-bottom: 0; }
.tree ul:not([class]) { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-4); list-style: none; margin-bottom: 0; padding: 0; }
.tree-heading { color: var(--muted); }
.tree-values code { display: inline-block; background: var(--raised); border-radius: var(--radius-s); padding: 0 0.4em; margin: 1px 0; }
.tree .tree-heading { margin-top: var(--space-2); }
.tree summary { color: var(--accent); width: fit-content; }
.tree-of { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.tree .tree-element .tree-heading { margin: 0; }
.tree-element { display: flex; align-items: baseline; flex-wrap: wrap; gap: 0 var(--space-2); }
.tree details > * + * { margin-top: var(--space-1); }
.tree-cut { color: var(--muted); font-style: italic; }
`
