/** How pages are on paper: light, whole, and without what only a screen can do. */
export const printStyle = `
@media print {
  .top, .contents, .skip, .bottom, .copy, form[data-choose] { display: none; }
  :root, :root[data-theme] { color-scheme: light; }
  body { font-size: 10pt; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  details > *:not(summary) { display: block; }
  details::details-content { content-visibility: visible; block-size: auto; }
  summary { list-style: none; }
  .picture, tr, .tree-line, .facts { break-inside: avoid-page; }
  h1, h2, h3, summary, figcaption, .tree-line, .tree-heading { break-after: avoid-page; }
  main { max-width: none; }
  main > section { margin-top: var(--space-6); }
}
`
