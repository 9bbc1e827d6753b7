#!/usr/bin/env bash
# npm packages of a folder, by its lock file; installed again only when that changed.
set -euo pipefail
cd "$(dirname "$0")/../$1"
stamp=node_modules/.installed
lock=$(sha256sum < package-lock.json)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$lock" ]; then exit 0; fi
echo "· npm packages of $1" >&2
npm ci --no-audit --no-fund --ignore-scripts --loglevel=error >&2
echo "$lock" > "$stamp"
