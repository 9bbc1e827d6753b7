# The pinned tools. wasm-bindgen's CLI has the version of the crate in Cargo.toml.
WASM_PACK=0.15.1
WASM_BINDGEN=0.2.130
CARGO_FUZZ=0.13.1
CARGO_AUDIT=0.22.1
TOOLS="${CANCUOC_TOOLS:-$HOME/.cache/cancuoc}"
