# `make demo` and `make test` set up all they need. See README.md.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
PORT ?= 8080

.PHONY: demo test build bench bench-scan packs setup setup-tests clean

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
	cd pkg-tests && node bench/core.mjs

bench-scan: build setup-tests
	tools/packages.sh pkg-tests
	cd pkg-tests && node bench/scan.mjs

# What a legal reviewer runs after editing a pack.
packs:
	cargo run --quiet --example packs
