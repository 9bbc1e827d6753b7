"""The matrix of section "Algorithms": each is an authentic card."""

import cms
from book import Pki, named
from sign import Ec, Rsa

EC = [("P-192", "sha256"), ("P-224", "sha224"), ("P-256", "sha256"), ("P-384", "sha384"), ("P-521", "sha512"),
      ("brainpoolP192r1", "sha224"), ("brainpoolP224r1", "sha224"), ("brainpoolP256r1", "sha256"), ("brainpoolP320r1", "sha384"),
      ("brainpoolP384r1", "sha384"), ("brainpoolP512r1", "sha512")]
PSS = [("pss", "sha1", "sha1", 20), ("pss", "sha256", "sha256", 32), ("pss", "sha384", "sha384", 48), ("pss", "sha512", "sha512", 64),
       ("pss", "sha224", "sha224", 28), ("pss", "sha256", "sha256", 20), ("pss", "sha256", "sha1", 20), ("pss", "sha256", "sha512", 0)]


def mint(book, card):
    files = lambda sod: {**named(card.groups, sod), "EF.COM": card.com}
    unread = {"DG3": "notSupplied"}

    def case(name, why, pki, scheme, lds_hash="sha256", trap=None, **options):
        sod = cms.sod(card.signed, pki.ds, scheme, lds_hash, **options)
        weak = {"weakHash": "sha1" in (lds_hash, pki.ds.key.hash_of(scheme)),
                "weakCurve": any(key.kind == "ec" and key.c.n.bit_length() < 224 for key in (pki.ds.key, pki.csca.key))}
        book.add(name, why, files(sod), [pki.csca], trap=trap, groups=unread, deviations=[word for word in weak if weak[word]])

    book.vietnam = Pki("VNM", Ec("vietnam csca", "brainpoolP512r1"), Ec("vietnam ds", "brainpoolP512r1"), "sha512", explicit=True)
    case("authentic", "The shape of Vietnam's CSCA: brainpoolP512r1 with explicit parameters, ecdsa-with-SHA512.", book.vietnam, "sha512",
         "sha512")
    for curve, hash_name in EC:
        for explicit in (False, True):
            word = "explicit" if explicit else "named"
            pki = Pki(f"{curve} {word}", Ec(f"csca {curve}", curve), Ec(f"ds {curve}", curve), hash_name, explicit=explicit)
            case(f"ec-{curve.lower()}-{word}", f"ECDSA on {curve}, {word} parameters, {hash_name}.", pki, hash_name,
                 trap=1 if explicit else 15 if (curve, hash_name) == ("P-192", "sha256") else None)
    p256 = Pki("EC", Ec("csca P-256", "P-256"), Ec("ds P-256", "P-256"), explicit=False)
    for hash_name in ("sha1", "sha224", "sha384", "sha512"):
        case(f"ec-p-256-{hash_name}", f"ECDSA on P-256 with {hash_name}, longer or shorter than n.", p256, hash_name, hash_name, trap=15)
    case("ec-mixed-explicit", "CSCA by explicit parameters, signer by name, another curve.",
         Pki("mixed", Ec("mixed csca", "P-384"), Ec("mixed ds", "brainpoolP256r1"), "sha256", csca_scheme="sha384",
             csca_options={"explicit": True}), "sha256", trap=1)

    csca = Rsa("rsa2048-csca")
    rsa = Pki("RSA", csca, Rsa("rsa2048-ds"))
    for hash_name in ("sha1", "sha224", "sha256", "sha384", "sha512"):
        case(f"rsa-pkcs1-{hash_name}", f"RSA PKCS#1 v1.5 with {hash_name}.", rsa, hash_name, hash_name)
    case("rsa-encryption", "SignerInfo says rsaEncryption: the hash comes from digestAlgorithm.", rsa, ("rsaEncryption", "sha384"), trap=6)
    for e in ("e3", "e38129", "e56611", "e107903"):
        case(f"rsa-{e}", f"RSA 2048 with exponent {e[1:]}.", Pki("RSA " + e, csca, Rsa("rsa2048-" + e)), "sha256")
    for size in (3072, 4096, 6144, 8192):
        key = Rsa(f"rsa{size}")
        case(f"rsa-{size}", f"RSA of {size} bits, CSCA and signer.", Pki(f"RSA {size}", key, Rsa("rsa2048-ds")), "sha256")
    case("rsa-3072-signer", "RSA of 3072 bits for the signer.", Pki("RSA 3072s", csca, Rsa("rsa3072")), "sha256")
    for scheme in PSS:
        _, h, m, salt = scheme
        case(f"rsa-pss-{h}-mgf-{m}-salt-{salt}", f"RSA PSS, {h}, MGF1 with {m}, salt of {salt}: read, not assumed.", rsa, scheme)
    case("rsa-pss-certificates", "The certificates too are signed with PSS.",
         Pki("PSS", csca, Rsa("rsa2048-ds"), csca_scheme=("pss", "sha256", "sha256", 32)), ("pss", "sha256", "sha256", 32))
    case("rsa-pss-key", "The signer's key itself is id-RSASSA-PSS.",
         Pki("PSS key", csca, Rsa("rsa2048-ds"), spki=Rsa("rsa2048-ds").spki(pss=("sha256", "sha256", 32))), ("pss", "sha256", "sha256", 32))
    case("rsa-csca-ec-signer", "The certificate is signed by RSA SHA-512, the SOD by ECDSA SHA-256: the algorithm is SignerInfo's.",
         Pki("RSA EC", csca, Ec("ds P-256", "P-256"), csca_scheme="sha512"), "sha256", trap=6)
    case("ec-csca-rsa-signer", "The certificate is signed by ECDSA, the SOD by RSA PSS.",
         Pki("EC RSA", Ec("csca P-384", "P-384"), Rsa("rsa2048-ds"), csca_scheme="sha384"), ("pss", "sha256", "sha256", 32), trap=6)
    book.rsa, book.p256 = rsa, p256
    book.files, book.unread = files, unread
