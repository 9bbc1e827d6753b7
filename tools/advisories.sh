#!/usr/bin/env bash
# Holds every crate of the lock files against the RustSec database, and the scripts that ship against npm's:
# `tools/advisories.sh [folder of the database]`. Without a folder the database is fetched. Not part of `make test`, which
# needs no such service; the forge runs it every week.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/versions.sh
audit="$TOOLS/cargo-audit-$CARGO_AUDIT"
[ -x "$audit/bin/cargo-audit" ] || cargo install cargo-audit --version "$CARGO_AUDIT" --locked --root "$audit" >&2
database=()
[ -z "${1:-}" ] || database=(--db "$1" --no-fetch --stale)
failed=0
for lock in Cargo.lock fuzz/Cargo.lock pkg-tests/server/wasmi/Cargo.lock; do
  printf '· %s\n' "$lock"
  # Only in tests, as an oracle: RSA's timing side channel (docs/security.md).
  "$audit/bin/cargo-audit" audit --file "$lock" --ignore RUSTSEC-2023-0071 "${database[@]}" || failed=1
done
if [ -z "${1:-}" ]; then
  for folder in tools examples/portal; do (cd "$folder" && npm audit --omit=dev) || failed=1; done
fi
exit $failed
