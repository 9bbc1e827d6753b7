#!/usr/bin/env bash
# JavaScript and CSS: formatted as Prettier does (`tools/lint.sh --write` does it), no unused names, no circle of imports,
# lines to 120, the pages' files under 300.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/packages.sh tools
bin=tools/node_modules/.bin
if [ "${1:-}" = --write ]; then
  "$bin/prettier" --write --log-level warn .
  "$bin/eslint" --fix .
else
  "$bin/prettier" --check --log-level warn .
  "$bin/eslint" .
fi
