#!/usr/bin/env bash
# Prints the name of the toolchain to build with: the pinned one of rust-toolchain.toml. Where rustup does not have it
# by that name, but its default is of that very version, the default serves, so that nothing has to be fetched.
set -euo pipefail
cd "$(dirname "$0")/.."
channel=$(sed -n 's/^channel = "\(.*\)"$/\1/p' rust-toolchain.toml)
command -v rustup >/dev/null || { echo "$channel"; exit; }
installed=$(rustup toolchain list)
if ! grep -q "^$channel-" <<<"$installed"; then
  default=$(sed -n 's/ (.*default.*)$//p' <<<"$installed")
  if [ -n "$default" ] && [ "$(rustc "+$default" --version | cut -d' ' -f2)" = "$channel" ]; then
    echo "$default"
    exit
  fi
fi
echo "$channel"
