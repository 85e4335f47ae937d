const { filesFor } = require('../files-for.js')

/** @asyncapi/generator knows a file by the name of this function. */
function File() {}

/** Every file of the document, as @asyncapi/generator wants it. */
module.exports = async function template({ params }) {
  const files = await filesFor(params)
  return files.map(({ path, content }) => ({ type: File, props: { name: path, children: content } }))
}
