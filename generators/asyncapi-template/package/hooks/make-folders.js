const { mkdirSync } = require('node:fs')
const { dirname, join } = require('node:path')
const { filesFor } = require('../files-for.js')

/** @asyncapi/generator writes a file only into a folder that is there. */
async function makeFolders({ targetDir, templateParams }) {
  const files = await filesFor(templateParams)
  for (const { path } of files) mkdirSync(dirname(join(targetDir, path)), { recursive: true })
}

module.exports = { 'generate:before': makeFolders }
