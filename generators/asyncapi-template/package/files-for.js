const rendered = new Map()

/** The files for the template's parameters; rendered once, although both the hook and the template ask. */
exports.filesFor = ({ root = '.', document, targets }) => {
  const key = JSON.stringify([root, document, targets])
  if (!rendered.has(key)) rendered.set(key, render({ root, document, targets }))
  return rendered.get(key)
}

async function render({ root, document, targets }) {
  const { renderDocument } = await import('@concordat/generators/asyncapi-template')
  return renderDocument({ root, document, targets: targets === undefined ? [] : targets.split(',') })
}
