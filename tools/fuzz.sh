#!/usr/bin/env bash
# Runs the fuzz targets, coverage-guided, on the stable toolchain: `tools/fuzz.sh [seconds for each] [target …]`.
# The corpus is only read; what is found lies in fuzz/artifacts.
set -euo pipefail
cd "$(dirname "$0")/../fuzz"
seconds=${1:-10}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || mapfile -t targets < <(sed -n 's|^path = "fuzz_targets/\(.*\)\.rs"|\1|p' Cargo.toml)

# What cargo-fuzz passes, without the sanitizers: those need nightly, and the crate forbids unsafe code.
triple=$(rustc -vV | sed -n 's/^host: //p')
export RUSTFLAGS="--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
-Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
-Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1"
for target in "${targets[@]}"; do
  cargo build --quiet --release --target "$triple" --target-dir ../target/fuzz --bin "$target"
  mkdir -p "../target/fuzz/corpus/$target" "artifacts/$target"
  "../target/fuzz/$triple/release/$target" -max_total_time="$seconds" -max_len=4096 -timeout=5 -verbosity=0 -print_final_stats=1 \
    -artifact_prefix="artifacts/$target/" "../target/fuzz/corpus/$target" "corpus/$target" 2>&1 |
    sed -n "s/^stat::number_of_executed_units: */· $target: inputs tried: /p; /ERROR\|panicked\|SUMMARY\|Test unit/p"
done
