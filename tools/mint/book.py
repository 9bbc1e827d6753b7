"""Collects fixtures: writes each file once, and the manifest that Rust and Node read."""

import hashlib
import json
import os
import shutil

import cms
import lds
from x509 import Certificate, name

AT = "2026-06-01T00:00:00Z"


class Pki:
    """A CSCA and one document signer."""

    def __init__(self, label, csca_key, ds_key, scheme="sha256", csca_scheme=None, explicit=False, country="VN", ds_country=None,
                 csca_options=None, **ds_options):
        options = {"scheme": csca_scheme or scheme, "explicit": explicit, "start": "2018-01-01", "end": "2040-01-01", "ca": True,
                   **(csca_options or {})}
        self.csca = Certificate(label + " csca", name(("C", country), ("O", "Cancuoc Mint"), ("CN", "CSCA " + label)), csca_key, **options)
        ds_options.setdefault("explicit", explicit)
        self.ds = Certificate(label + " ds", name(("C", ds_country or country), ("O", "Cancuoc Mint"), ("CN", "DS " + label)), ds_key,
                              issuer=self.csca, scheme=csca_scheme or scheme, **ds_options)


class Book:
    def __init__(self, root):
        self.root, self.fixtures, self.names, self.seen = root, [], set(), {}
        for folder in ("sod", "card", "pki"):
            shutil.rmtree(os.path.join(root, folder), ignore_errors=True)
            os.makedirs(os.path.join(root, folder))

    def store(self, path, data):
        """The path of these bytes: a file is written once, under the first name it had."""
        key = hashlib.sha256(data).digest()
        if key not in self.seen:
            while path in self.seen.values():
                stem, dot, ending = path.rpartition(".")
                path = stem + "-b" + dot + ending
            self.seen[key] = path
            with open(os.path.join(self.root, path), "wb") as f:
                f.write(data)
        return self.seen[key]

    def add(self, case, why, files, anchors=(), trap=None, lists=(), crls=(), at=AT, aa=None, ca=None, policy=None, signature="valid",
            chain="trusted", groups=None, clone="notTried", assurance=None, deviations=(), person=None, findings=None, without=None, origin=None):
        """One fixture; `groups` overrides the expected status of data groups that are not `match`."""
        assert case not in self.names, case
        self.names.add(case)
        places = {}
        for label, data in files.items():
            places[label] = self.store(f"sod/{case}.bin" if label == "EF.SOD" else f"card/{label.lower().replace('.', '-')}-{case}.bin"
                                       if case != "authentic" else f"card/{label.lower().replace('.', '-')}.bin", data)
        status = {label: "match" for label in files if label.startswith("DG")}
        status.update(groups or {})
        status = {k: status[k] for k in sorted(status, key=lambda k: int(k[2:])) if status[k]}
        if assurance is None:
            sound = signature == "valid" and all(v in ("match", "notSupplied") for v in status.values())
            assurance = "wellFormed" if not sound else "authentic" if chain == "trusted" else \
                "intact" if chain in ("unknownIssuer", "expired", "notYetValid") else "wellFormed"
            if assurance == "authentic" and clone == "proved":
                assurance = "genuine"
        trust = {"at": at}
        if anchors:
            trust["anchors"] = [self.store(f"pki/{case}-{i}.cer", a.der) for i, a in enumerate(anchors)]
        if lists:
            trust["masterLists"] = [{"list": self.store(f"pki/{case}-{i}.ml", ml), "anchor": self.store(f"pki/{case}-ml-{i}.cer", a.der)}
                                    for i, (ml, a) in enumerate(lists)]
        if crls:
            trust["crls"] = [self.store(f"pki/{case}-{i}.crl", c) for i, c in enumerate(crls)]
        if aa:
            trust["activeAuthentication"] = {"challenge": self.store("card/challenge.bin", aa[0]),
                                             "response": self.store(f"card/aa-{case}.bin", aa[1]),
                                             **({"origin": origin} if origin else {})}
        if ca:
            trust["chipAuthentication"] = {k: self.store(f"card/{k.lower()}-{case}.bin", v) if isinstance(v, bytes) else v
                                           for k, v in ca.items()}
            if origin:
                trust["chipAuthentication"]["origin"] = origin
        if policy:
            trust["policy"] = policy
        expect = {"signature": signature, "chain": chain, "dataGroups": status, "clone": clone, "assurance": assurance,
                  "deviations": list(deviations)}
        if person:
            expect["person"] = person
        if findings:
            expect["findings"] = findings
        if without:
            expect["without"] = without
        fixture = {"name": case, "why": why, "files": places, "trust": trust, "expect": expect}
        if trap:
            fixture["trap"] = trap
        self.fixtures.append(fixture)

    def finish(self):
        manifest = {"about": "Minted by tools/mint: invented people, test keys, no real issuer. Every path is relative to this file.",
                    "fixtures": self.fixtures}
        with open(os.path.join(self.root, "manifest.json"), "w") as f:
            json.dump(manifest, f, ensure_ascii=False, indent=1)
            f.write("\n")
        size = sum(os.path.getsize(os.path.join(d, f)) for d, _, fs in os.walk(self.root) for f in fs)
        print(f"{len(self.fixtures)} fixtures, {len(self.seen)} files, {size / 1024:.0f} KiB")


def named(groups, sod, **more):
    """{"DG1": …, "EF.SOD": …} of numbered groups."""
    return {**{f"DG{n}": data for n, data in sorted(groups.items())}, "EF.SOD": sod, **more}


__all__ = ["AT", "Book", "Pki", "cms", "lds", "named"]
