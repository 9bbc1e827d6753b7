"""Holds the minted fixtures against OpenSSL (through `cryptography`) and its command line: what the mint calls valid is valid there.

Needs requirements.txt. Explicit parameters: `cryptography` refuses them, the command line verifies them.
"""

import json
import os
import subprocess
import sys
import tempfile

import der

HERE = os.path.dirname(os.path.abspath(__file__))


def openssl_verifies(root, fixture):
    """`openssl cms -verify` of the SOD's content with the fixture's anchors at its time."""
    sod = open(os.path.join(root, fixture["files"]["EF.SOD"]), "rb").read()
    _, content, _ = der.read(sod)
    with tempfile.TemporaryDirectory() as folder:
        with open(folder + "/sod", "wb") as f:
            f.write(content)
        pem = ""
        for anchor in fixture["trust"]["anchors"]:
            pem += subprocess.run(["openssl", "x509", "-inform", "DER", "-in", os.path.join(root, anchor)], capture_output=True,
                                  check=True, text=True).stdout
        with open(folder + "/ca", "w") as f:
            f.write(pem)
        run = subprocess.run(["openssl", "cms", "-verify", "-inform", "DER", "-in", folder + "/sod", "-CAfile", folder + "/ca", "-purpose",
                              "any", "-attime", "1780272000", "-out", os.devnull, "-auth_level", "0"], capture_output=True, text=True)
        return run.returncode == 0, run.stderr.strip()


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "../../tests/chip/fixtures")
    with open(os.path.join(root, "manifest.json")) as f:
        manifest = json.load(f)
    bad = 0
    for fixture in manifest["fixtures"]:
        if fixture["trust"].get("anchors") and "EF.SOD" in fixture["files"]:
            ok, words = openssl_verifies(root, fixture)
            expected = fixture["expect"]["signature"] == "valid" and fixture["expect"]["chain"] == "trusted"
            if ok != expected:
                bad += 1
                print(f"{fixture['name']}: expected {expected}, OpenSSL says {ok}\n    {words.splitlines()[-1] if words else ''}")
    print(f"{bad} differences among {len(manifest['fixtures'])} fixtures")


if __name__ == "__main__":
    main()
