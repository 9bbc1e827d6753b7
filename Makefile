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
