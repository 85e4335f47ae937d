#!/bin/sh
# What .pre-commit-hooks.yaml runs, in the repository that commits.
exec node "$(dirname "$0")/../packages/workbench/bootstrap.mjs" concordat check "$@"
