"""A master list of 600 certificates, of the mix of the German one, for the benchmark: `large_list.py OUT.ml` also writes OUT.cer,
the anchor of its signer. Not checked in: it has some 0.7 MB."""

import sys

import cms
from book import Pki
from sign import Ec, Rsa
from x509 import MASTER_LIST_SIGNING, Certificate, authority, key_usage, name

MIX = [("P-256", "sha256", False), ("P-384", "sha384", True), ("brainpoolP256r1", "sha256", True), ("brainpoolP384r1", "sha384", False),
       ("rsa4096", "sha256", None), ("P-521", "sha512", False), ("rsa3072", "sha256", None), ("rsa4096", ("pss", "sha256", "sha256", 32), None)]


def main(path):
    certificates = [Pki("P-256 named", Ec("csca P-256", "P-256"), Ec("ds P-256", "P-256")).csca]  # knows the card of `ec-p-256-named`
    for i in range(599):
        curve, scheme, explicit = MIX[i % len(MIX)]
        key = Rsa(curve) if explicit is None else Ec(f"list {i}", curve)
        subject = name(("C", chr(65 + i % 26) + chr(65 + i // 26)), ("O", "Cancuoc Mint"), ("CN", f"CSCA {i}"))
        certificates.append(Certificate(f"list {i}", subject, key, scheme=scheme, explicit=bool(explicit), start="2018-01-01", end="2040-01-01", ca=True))
    root = Certificate("list csca", name(("C", "VN"), ("O", "Cancuoc Mint"), ("CN", "CSCA list")), Ec("list csca", "P-384"), scheme="sha384", ca=True,
                       start="2018-01-01", end="2040-01-01")
    signer = Certificate("list signer", name(("C", "VN"), ("O", "Cancuoc Mint"), ("CN", "Master list signer")), Ec("list signer", "P-256"), issuer=root,
                         scheme="sha384", extensions=[authority(root.kid), key_usage("digitalSignature"), MASTER_LIST_SIGNING])
    with open(path, "wb") as f:
        f.write(cms.master_list(certificates, signer, embedded=[signer, root]))
    with open(path.removesuffix(".ml") + ".cer", "wb") as f:
        f.write(root.der)


if __name__ == "__main__":
    main(sys.argv[1])
