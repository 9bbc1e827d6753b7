#!/usr/bin/env bash
# The suite of the pages again and again with every core busy: `tools/stress.sh 10` says how many runs had a failure, and
# which tests. A flake shows here first.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-10}
out=artefacts/stress
mkdir -p "$out"

for _ in $(seq "$(nproc)"); do
  (while :; do :; done) &
done
busy=$(jobs -p)
# shellcheck disable=SC2086
trap 'kill $busy 2>/dev/null' EXIT

failed=0
for run in $(seq "$runs"); do
  log="$out/run-$run.log"
  if node pkg-tests/browser/run.mjs >"$log" 2>&1; then verdict="no failure"; else
    verdict="FAILED"
    failed=$((failed + 1))
  fi
  echo "run $run: $verdict; $(grep -E '^ℹ (pass|fail)' "$log" | tail -2 | tr -d 'ℹ\n')"
  grep -E '^✖' "$log" | sort -u || true
done
echo "$failed of $runs runs had a failure"
[ "$failed" -eq 0 ]
