// With `compile: false` @asyncapi/generator takes this file; the template has nothing to compile.
module.exports = require('../template/index.js')
