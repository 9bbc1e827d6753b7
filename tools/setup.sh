#!/usr/bin/env bash
# Installs what the build needs and is missing: the wasm32 target, wasm-pack and the wasm-bindgen CLI
# (built once per version into a cache folder), Binaryen's wasm-opt (npm). `setup.sh tests` also installs the
# three browser engines, readers of PDF and PostgreSQL (apt), and the tests' npm packages.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/versions.sh

say() { printf '\033[1m%s\033[0m\n' "· $*" >&2; }
need() { command -v "$1" >/dev/null || { echo "$1 is missing: $2" >&2; exit 1; }; }

need cargo "install Rust by rustup (https://rustup.rs)"
need node "install Node 20 or later"
pinned=$(sed -n 's/^channel = "\(.*\)"$/\1/p' rust-toolchain.toml)
[ "$(rustc --version | cut -d' ' -f2)" = "$pinned" ] || {
  echo "Rust $pinned is pinned (rust-toolchain.toml); this is $(rustc --version). Install Rust by rustup." >&2; exit 1; }
[ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ] || {
  say "target wasm32-unknown-unknown"; rustup target add wasm32-unknown-unknown; }

# The browsers and readers of files that the tests need, and PostgreSQL.
packages() {
  missing=()
  has() { command -v "$1" >/dev/null || missing+=("$2"); }
  has chromium chromium
  has firefox-esr firefox-esr
  has WebKitWebDriver webkit2gtk-driver
  has Xvfb xvfb
  has brotli brotli
  has openssl openssl
  has pdftotext poppler-utils
  has qpdf qpdf
  # Debian puts the server's programs beside the path.
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || has initdb postgresql
  if [ ${#missing[@]} -gt 0 ]; then
    say "apt: ${missing[*]}"
    root=(); [ "$(id -u)" = 0 ] || root=(sudo)
    "${root[@]}" apt-get update -q >&2
    DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}" fonts-noto-core >&2
  fi
}

# apt loads while cargo compiles.
apt=
[ "${1:-}" != tests ] || { packages & apt=$!; }

# A tool of one version lives in a folder of its own, so that another version never overwrites it.
tool() { # name version binary
  [ -x "$TOOLS/$1-$2/bin/$3" ] && return
  say "$1 $2 (once, some minutes)"
  # wasm-bindgen-cli's own lock file asks for a certificate store that not every mirror of crates.io has.
  local extra=(); [ "$1" = wasm-bindgen-cli ] || extra=(--locked)
  # They run for seconds: what the compiler would make faster is not worth the minutes.
  CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off \
    cargo install "$1" --version "$2" "${extra[@]}" --root "$TOOLS/$1-$2" --target-dir "$TOOLS/build" >&2
}
tool wasm-pack "$WASM_PACK" wasm-pack
tool wasm-bindgen-cli "$WASM_BINDGEN" wasm-bindgen
rm -rf "$TOOLS/build"

tools/packages.sh tools
[ -z "$apt" ] || wait "$apt"
