/** The frame of a page: header, breadcrumb, content with its list, footer. */
export const layoutStyle = `
.skip { position: absolute; left: var(--space-4); top: -4rem; background: var(--ink); color: var(--paper); padding: var(--space-2) var(--space-4); border-radius: var(--radius-s); z-index: 30; }
.skip:focus { top: var(--space-2); }
.top { position: sticky; top: 0; z-index: 20; display: flex; align-items: center; gap: var(--space-2) var(--space-5); padding: var(--space-2) max(var(--space-5), calc((100% - 78rem) / 2 + var(--space-5))); min-height: 3.5rem; background: color-mix(in srgb, var(--paper) 92%, transparent); backdrop-filter: blur(8px); border-bottom: 1px solid var(--line); }
.brand { display: flex; align-items: center; gap: var(--space-2); color: var(--ink); font-weight: 640; text-decoration: none; white-space: nowrap; }
.brand .icon { color: var(--accent); width: 1.5rem; height: 1.5rem; }
.top nav { flex: 1; min-width: 0; overflow-x: auto; scrollbar-width: none; }
.top nav ul { display: flex; gap: var(--space-1); list-style: none; margin: 0; padding: 3px; }
.top nav a { display: block; padding: var(--space-1) var(--space-3); border-radius: var(--radius); color: var(--muted); text-decoration: none; font-size: var(--text-s); white-space: nowrap; }
.top nav a:hover { color: var(--ink); background: var(--surface); }
.top nav a[aria-current] { color: var(--ink); background: var(--raised); font-weight: 560; }
.tools { display: flex; gap: var(--space-2); }
.search-button, .icon-button { display: flex; align-items: center; gap: var(--space-2); height: 2.125rem; border: 1px solid var(--line-strong); border-radius: var(--radius); background: var(--paper); color: var(--muted); cursor: pointer; font-size: var(--text-s); padding: 0 var(--space-3); }
.search-button { min-width: 11rem; }
.search-button span { flex: 1; text-align: left; }
.icon-button { padding: 0; width: 2.125rem; justify-content: center; }
.search-button:hover, .icon-button:hover { color: var(--ink); border-color: var(--muted); }
.layout { display: grid; grid-template-columns: minmax(0, 1fr); max-width: 78rem; margin: 0 auto; padding: var(--space-5) var(--space-5) var(--space-7); gap: var(--space-7); }
main { min-width: 0; max-width: 60rem; }
main > section { margin-top: var(--space-7); }
.anchor { color: inherit; text-decoration: none; }
.anchor:hover::after { content: " #"; color: var(--muted); font-weight: 400; }
.trail ol { display: flex; flex-wrap: wrap; list-style: none; padding: 0; margin: 0 0 var(--space-4); font-size: var(--text-s); color: var(--muted); }
.trail a { color: inherit; }
.trail li + li::before { content: "/"; margin: 0 var(--space-2); color: var(--line-strong); }
.contents { display: none; }
.contents p { color: var(--muted); font-size: var(--text-xs); font-weight: 600; text-transform: uppercase; letter-spacing: 0.06em; margin: 0 0 var(--space-2); }
.contents ul { list-style: none; padding: 0; margin: 0; border-left: 1px solid var(--line); }
.contents a { display: block; padding: var(--space-1) var(--space-4); color: var(--muted); text-decoration: none; font-size: var(--text-s); border-left: 2px solid transparent; margin-left: -1px; }
.contents a:hover { color: var(--ink); border-color: var(--accent); }
.bottom { display: flex; flex-wrap: wrap; justify-content: space-between; gap: var(--space-2) var(--space-5); padding: var(--space-5) max(var(--space-5), calc((100% - 78rem) / 2 + var(--space-5))); border-top: 1px solid var(--line); color: var(--muted); font-size: var(--text-s); }
.bottom p { margin: 0; }
.bottom a { color: inherit; }
@media (min-width: 68rem) {
  .layout { grid-template-columns: minmax(0, 1fr) 12rem; }
  .contents { display: block; position: sticky; top: 5rem; align-self: start; max-height: calc(100vh - 6rem); overflow-y: auto; }
}
@media (max-width: 52rem) {
  .top { flex-wrap: wrap; padding: var(--space-2) var(--space-4); position: static; }
  .top nav { order: 3; flex-basis: 100%; overflow: visible; }
  .top nav ul { flex-wrap: wrap; margin-left: calc(-1 * var(--space-3)); }
  .brand { flex: 1; }
  .search-button { min-width: 0; }
  .search-button span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .search-button kbd { display: none; }
  .search-button { padding: 0; width: 2.125rem; justify-content: center; }
  .layout { padding: var(--space-4) var(--space-4) var(--space-6); }
  .bottom { padding: var(--space-4); }
  h1 { font-size: 1.5rem; }
  main > section { margin-top: var(--space-6); }
}
`
