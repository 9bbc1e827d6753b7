# `make demo` and `make test` set up all they need. See README.md.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
PORT ?= 8080

.PHONY: demo test build bench bench-scan bench-chip packs setup setup-tests clean

demo: build
	node www/serve.mjs $(PORT)

build: setup
	node tools/build.mjs

setup:
	@tools/setup.sh

setup-tests:
	@tools/setup.sh tests

test: setup-tests
	tools/test.sh

clean:
	rm -rf target pkg artefacts

# Measurements: ratios in one run, beside peers, written into the READMEs and pkg-tests/bench/results/.
bench: build setup-tests
	tools/packages.sh pkg-tests
	cd pkg-tests && node bench/core.mjs && node bench/reading.mjs

bench-scan: build setup-tests
	tools/packages.sh pkg-tests
	cd pkg-tests && node bench/scan.mjs

bench-chip: build setup-tests
	tools/packages.sh pkg-tests
	tools/packages.sh pkg-tests/bench/chip
	cd pkg-tests && node bench/chip.mjs

# What a legal reviewer runs after editing a pack.
packs:
	cargo run --quiet --example packs
