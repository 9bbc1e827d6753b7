"""One fixture for each trap: what must be refused, what is accepted and named, what is judged apart."""

import cms
import der
import lds
from book import Pki, named
from sign import CURVES, Ec, Rsa, ecdsa_der, multiply, stream
from x509 import MASTER_LIST_SIGNING, UNKNOWN_CRITICAL, Certificate, authority, constraints, crl, key_usage, name, subject_id


def mint(book, card):
    """All of them, in the order of the traps."""
    Traps(book, card).mint()


class Traps:
    def __init__(self, book, card):
        self.book, self.card, self.pki = book, card, book.p256
        self.vn, self.rsa = book.vietnam, book.rsa

    def mint(self):
        self.explicit_parameters()
        self.curve_mismatch()
        self.encodings()
        self.signed_attributes()
        self.signer_selection()
        self.content_types()
        self.data_groups()
        self.anchors()
        self.master_lists()
        self.validity()
        self.revocation()
        self.country()
        self.certificates()
        self.ecdsa_numbers()
        self.same_person()
        self.portraits()

    def case(self, case, why, trap, pki=None, sod=None, anchors=None, signed=None, groups=None, status=None, com=None, scheme="sha256",
             info=None, extra=None, **expect):
        pki = pki or self.pki
        signed = signed or self.card.signed
        groups = groups or self.card.groups
        sod = sod if sod is not None else cms.sod(signed, pki.ds, scheme, **(info or {}))
        files = {**named(groups, sod), "EF.COM": com or self.card.com, **(extra or {})}
        if sod == b"":
            del files["EF.SOD"]
        if "DG3" not in files and 3 in signed:
            status = {"DG3": "notSupplied", **(status or {})}
        self.book.add(case, why, files, [pki.csca] if anchors is None else anchors, trap=trap, groups=status, **expect)

    # 1 ---------------------------------------------------------------------------------------

    def explicit_parameters(self):
        c = CURVES["P-256"]
        csca = self.pki.csca
        victim = self.pki.ds.key
        # CVE-2020-0601: G' = Q, d' = 1 … any d' with d'·G' = Q. The point is the genuine one.
        half = multiply(c, pow(2, -1, c.n), victim.Q)
        evil = Ec("evil", "P-256", generator=half, d=2)
        assert evil.Q == victim.Q
        forged = Pki("EC", csca.key, evil, spki=evil.spki(explicit=True))
        self.case("explicit-wrong-generator", "The signer's parameters have another generator, the public point is a genuine one (CVE-2020-0601).", 1,
                  forged, signature="unsupported")
        evil_csca = Ec("evil csca", "P-256", generator=multiply(c, pow(2, -1, c.n), csca.key.Q), d=2)
        forged = Pki("EC", evil_csca, self.pki.ds.key, csca_options={"explicit": True})
        sod = cms.sod(self.card.signed, forged.ds, certificates=[forged.ds.der, forged.csca.der])
        self.case("explicit-forged-csca", "The embedded CSCA repeats the anchor's public point under another generator (CVE-2020-0601).", 1, forged,
                  sod=sod, anchors=[csca], chain="invalid", assurance="wellFormed")
        field = lambda x: x.to_bytes(32, "big")
        for what, changed in (("cofactor", {"h": 2}), ("order", {"n": c.n - 2}), ("b", {"b": (c.b + 1) % c.p}), ("a", {"a": 0}),
                              ("prime", {"p": c.p + 2})):
            spki = self.pki.ds.key.spki(parameters=self.pki.ds.key.parameters(True, **changed))
            self.case(f"explicit-wrong-{what}", f"Explicit parameters of P-256 with another {what}: matching the rest is wrong.", 1,
                      Pki("EC", csca.key, self.pki.ds.key, spki=spki), signature="unsupported")
        for what, why, changed in (
                ("seed", "Explicit parameters with the seed of the curve.", {"seed": bytes.fromhex("C49D360886E704936A6678E1139D26B7819F7E90")}),
                ("compressed-generator", "Explicit parameters with a compressed generator.", {"g": bytes([2 + c.gy % 2]) + field(c.gx)})):
            spki = self.pki.ds.key.spki(parameters=self.pki.ds.key.parameters(True, **changed))
            self.case(f"explicit-{what}", why, 1, Pki("EC", csca.key, self.pki.ds.key, spki=spki))

    # 2 ---------------------------------------------------------------------------------------

    def curve_mismatch(self):
        key = self.pki.ds.key
        other = CURVES["brainpoolP256r1"]
        pki = Pki("EC", self.pki.csca.key, key, spki=key.spki(parameters=der.oid(other.oid)))
        why = "The certificate names brainpoolP256r1, the key and the signature are P-256"
        self.case("curve-mismatch-refused", why + ": refused by default.", 2, pki, signature="invalid")
        self.case("curve-mismatch-reported", why + ": accepted and named when the policy says so.", 2, pki, policy={"curveMismatch": "report"},
                  deviations=["curveMismatch"])

    # 3 ---------------------------------------------------------------------------------------

    def encodings(self):
        signed = self.card.signed
        self.case("ber-indefinite", "BER with indefinite lengths and an octet string in pieces.", 3, info={"ber": True})
        self.case("lds-v1", "LDS security object version 1 with its version block.", 3, info={"lds": cms.lds_object(signed, version=1)})
        self.case("lds-any-order", "Data groups in another order.", 3, info={"lds": cms.lds_object(signed, order=[15, 2, 14, 1, 13, 3])})
        self.case("lds-hash-without-null", "The hash algorithm without its NULL.", 3, info={"lds": cms.lds_object(signed, null=False)})
        self.case("lds-trailing-element", "An unknown element after the hashes.", 3,
                  info={"lds": cms.lds_object(signed, version=1, extra=der.utf8("?"))})
        self.case("no-sod", "No EF.SOD: nothing can be said beyond the format.", 3, sod=b"", signature="absent", chain="unknownIssuer",
                  status={f"DG{n}": "notInSod" for n in self.card.groups} | {"DG3": None}, assurance="wellFormed")
        self.case("sod-is-noise", "EF.SOD is noise.", 16, sod=b"\x77\x20" + stream("noise", 32), signature="invalid", chain="unknownIssuer",
                  status={f"DG{n}": "notInSod" for n in self.card.groups} | {"DG3": None}, assurance="wellFormed")

    # 4, 5 ------------------------------------------------------------------------------------

    def signed_attributes(self):
        backwards = lambda values: sorted(values, reverse=True)
        self.case("attributes-unsorted", "Attributes not in DER order, and signed as they were sent: accepted and named.", 4,
                  info={"arrange": backwards}, deviations=["unsortedAttributes"])
        self.case("attributes-resorted", "Attributes sent in one order and signed in DER order.", 4,
                  info={"arrange": backwards, "sign_arranged": sorted}, deviations=["sortedAttributes"])
        self.case("signing-time", "A signing time after the card was read: shown, not trusted.", 11,
                  info={"attributes": lambda v: v + [cms.attribute(cms.SIGNING_TIME, der.time("2031-01-01"))]})
        for case, why, change in (
                ("no-content-type", "No contentType attribute: a failure, never a pass.", lambda v: v[1:]),
                ("no-message-digest", "No messageDigest attribute: a failure, never a pass.", lambda v: v[:1]),
                ("two-content-types", "contentType twice.", lambda v: [v[0], v[0], v[1]]),
                ("two-message-digests", "messageDigest twice, one of them right.",
                 lambda v: v + [cms.attribute(cms.MESSAGE_DIGEST, der.octets(bytes(32)))]),
                ("two-values", "messageDigest with two values.",
                 lambda v: [v[0], der.seq(der.oid(cms.MESSAGE_DIGEST), der.tlv(0x31, der.octets(bytes(32)), der.octets(b"\1" * 32)))]),
                ("wrong-content-type", "contentType names another content.",
                 lambda v: [cms.attribute(cms.CONTENT_TYPE, der.oid("1.2.840.113549.1.7.1")), v[1]]),
                ("wrong-message-digest", "messageDigest of something else.", lambda v: [v[0], cms.attribute(cms.MESSAGE_DIGEST, der.octets(bytes(32)))])):
            self.case(f"attributes-{case}", why, 5, info={"attributes": change}, signature="invalid")
        self.case("attributes-none", "No signed attributes: RFC 5652 demands them for this content.", 5, info={"no_attributes": True},
                  signature="invalid")

    # 6, 7 ------------------------------------------------------------------------------------

    def signer_selection(self):
        ds, csca = self.pki.ds, self.pki.csca
        other = Pki("other", Rsa("rsa2048-other"), Ec("other ds", "P-256"))
        self.case("signer-by-key-id", "SignerIdentifier by subjectKeyIdentifier.", 7, info={"sid": "key"})
        wrong = der.seq(csca.subject, der.integer(1))
        self.case("signer-fallback", "SignerIdentifier fits no certificate, but exactly one is embedded.", 7, info={"sid": wrong},
                  deviations=["fallbackSigner"])
        self.case("signer-no-match", "SignerIdentifier fits none of two embedded certificates.", 7,
                  info={"sid": wrong, "certificates": [ds.der, other.ds.der]}, signature="invalid")
        loud = name(("C", "VN"), ("O", "  CANCUOC   mint "), ("CN", "csca EC"), string=der.utf8)
        self.case("signer-name-folded", "Issuer name in another case, spacing and string type: equal by RFC 5280, 7.1.", 7,
                  info={"sid": der.seq(loud, der.integer(ds.serial))})
        self.case("signer-two-certificates", "Two certificates embedded, the signer second.", 7, info={"certificates": [other.ds.der, ds.der]})
        self.case("signer-none-embedded", "No certificate embedded.", 7, info={"certificates": []}, signature="invalid", chain="unknownIssuer")
        two = lambda content: [
            cms.signer_info(other.ds, content, cms.LDS_SECURITY_OBJECT, mangle=lambda s: s[:-1] + bytes([s[-1] ^ 1])),
            cms.signer_info(ds, content, cms.LDS_SECURITY_OBJECT)]
        self.case("signer-two-infos", "Two SignerInfos, the first one broken: the second one holds.", 7,
                  info={"infos": two, "certificates": [ds.der, other.ds.der]})
        self.case("signature-altered", "One bit of the signature is another.", 6, info={"mangle": lambda s: s[:-1] + bytes([s[-1] ^ 1])},
                  signature="invalid")
        self.case("signature-by-another-key", "Signed by a key that is not the certificate's.", 6, info={"sign_with": other.ds.key},
                  signature="invalid")
        self.case("digest-algorithm-mismatch", "digestAlgorithm says SHA-512, the signature algorithm SHA-256: each counts where it stands.", 6,
                  info={"digest_name": "sha512"}, deviations=["twoHashes"])

    # 8 ---------------------------------------------------------------------------------------

    def content_types(self):
        for oid in ("1.3.27.1.1.1", "1.2.528.1.1006.1.20.1", "1.2.840.113549.1.7.1"):
            self.case(f"content-type-{oid}", f"eContentType {oid}, seen in the field.", 8, info={"content_type": oid}, deviations=["contentType"])
        self.case("content-type-unknown", "eContentType of a master list: no LDS security object.", 8, info={"content_type": cms.MASTER_LIST},
                  signature="invalid")

    # 9 ---------------------------------------------------------------------------------------

    def data_groups(self):
        groups = self.card.groups
        altered = {**groups, 13: lds.dg13(fullName="Nguyễn Thị Khác")}
        self.case("altered", "DG13 was altered after signing.", 9, groups=altered, status={"DG13": "mismatch"})
        self.case("altered-portrait", "The portrait was exchanged.", 9, groups={**groups, 2: lds.dg2(lds.picture("portrait.jpg") + b"\0")},
                  status={"DG2": "mismatch"})
        long_form = b"\x61\x81\x5d" + groups[1][2:]
        self.case("reencoded", "DG1 with the same content in another encoding: hashes are over the bytes as read.", 9, groups={**groups, 1: long_form},
                  status={"DG1": "mismatch"})
        self.case("not-in-sod", "DG13 is supplied and listed, and no SOD covers it.", 9, signed={n: g for n, g in self.card.signed.items() if n != 13},
                  status={"DG13": "notInSod"})
        self.case("not-supplied", "DG13 is in the SOD and was not supplied.", 9, groups={n: g for n, g in groups.items() if n != 13},
                  status={"DG13": "notSupplied"})
        self.case("not-in-com", "DG13 is in the SOD and not in EF.COM.", 9, com=lds.com([1, 2, 3, 14, 15]))
        self.case("listed-not-in-sod", "EF.COM lists DG12; the SOD does not have it, nor was it supplied.", 9, com=lds.com([1, 2, 3, 12, 13, 14, 15]),
                  status={"DG12": "notInSod"}, assurance="authentic")
        self.case("other-groups", "DG11 and DG12, with English and Vietnamese values.", 9,
                  groups={**groups, 11: lds.dg11(), 12: lds.dg12()}, signed={**self.card.signed, 11: lds.dg11(), 12: lds.dg12()},
                  com=lds.com([1, 2, 3, 11, 12, 13, 14, 15]))
        self.case("dg13-bare", "DG13 without its wrappers, parents in a SEQUENCE, a spouse, no expiry, a 12-digit old number.", 9,
                  **self.with_dg13(lds.dg13(wrapped=False, outer_parents=True, spouse="Lê Văn Chồng", expiry="Không thời hạn",
                                            oldId="001099000015")),
                  person={"fullName": "Nguyễn Thị Mẫu", "fatherName": "Nguyễn Văn Cha", "motherName": "Trần Thị Mẹ",
                          "spouseName": "Lê Văn Chồng", "oldId": "001099000015", "expiryDate": "none"})

    def with_dg13(self, dg13):
        return {"groups": {**self.card.groups, 13: dg13}, "signed": {**self.card.signed, 13: dg13}}

    # 10 --------------------------------------------------------------------------------------

    def anchors(self):
        pki = self.pki
        self.case("unknown-issuer", "A sound card without any anchor: signed, issuer unknown.", 10, anchors=[], chain="unknownIssuer")
        stranger = Pki("stranger", Ec("stranger csca", "P-384"), Ec("stranger ds", "P-256"), csca_scheme="sha384")
        self.case("unknown-issuer-stranger", "Signed by a PKI that the caller does not know.", 10, stranger, anchors=[self.vn.csca, pki.csca],
                  chain="unknownIssuer")
        sod = cms.sod(self.card.signed, stranger.ds, certificates=[stranger.ds.der, stranger.csca.der])
        self.case("embedded-csca", "The CSCA is embedded in the SOD: that is no trust.", 10, stranger, sod=sod, anchors=[pki.csca],
                  chain="unknownIssuer")
        rolled = Pki("EC", Ec("csca P-256 rolled", "P-256"), pki.ds.key)
        self.case("roll-over", "Two anchors of one name, the key identifier selects.", 10, rolled, anchors=[pki.csca, rolled.csca])
        blind = Pki("EC", rolled.csca.key, pki.ds.key, aki=False)
        self.case("roll-over-no-key-id", "Two anchors of one name, and no key identifier: all are tried.", 10, blind, anchors=[pki.csca, rolled.csca])
        lying = Pki("EC", Ec("csca P-256 lying", "P-256"), pki.ds.key,
                    extensions=[authority(pki.csca.kid), subject_id(pki.ds.kid), key_usage("digitalSignature")])
        self.case("anchor-signature-wrong", "The signer names the anchor and its key, but another key signed it.", 10, lying, anchors=[pki.csca],
                  chain="invalid", assurance="wellFormed")
        self.case("anchor-is-signer", "The caller's anchor is the signer's own certificate: not a CSCA.", 10, anchors=[pki.ds], chain="unknownIssuer")

    def master_lists(self):
        pki, vn = self.pki, self.vn
        filler = [vn.csca, self.rsa.csca, Pki("filler", Ec("filler", "P-384"), Ec("filler ds", "P-256")).csca]
        root = Certificate("list csca", name(("C", "VN"), ("O", "Cancuoc Mint"), ("CN", "CSCA list")), Ec("list csca", "P-384"), scheme="sha384",
                           ca=True, start="2018-01-01", end="2040-01-01")

        def signer(label, issuer=root, usage=MASTER_LIST_SIGNING, **more):
            key = Ec("list signer " + label, "P-256")
            own = [authority(issuer.kid)] + [key_usage("digitalSignature")] + ([usage] if usage else [])
            return Certificate("list signer " + label, name(("C", "VN"), ("O", "Cancuoc Mint"), ("CN", "Master list signer")), key, issuer=issuer,
                               scheme="sha384", extensions=own, **more)

        good = signer("good")
        make = lambda who, **more: cms.master_list([pki.csca, *filler], who, embedded=[who, root], **more)
        case = lambda case, why, ml, anchor=root, **expect: self.case(case, why, 10, anchors=[], lists=[(ml, anchor)], **expect)
        case("master-list", "A master list that chains to the caller's anchor.", make(good))
        case("master-list-stranger", "The list's own CSCA is embedded in it, and is not the caller's anchor.", make(good), anchor=filler[2],
             chain="unknownIssuer")
        case("master-list-altered", "The list's signature is broken.", make(good, mangle=lambda s: s[:-1] + bytes([s[-1] ^ 1])),
             chain="unknownIssuer")
        self.case("master-list-digest", "The list's content is not what was digested.", 5, anchors=[],
                  lists=[(make(good, signed_content=b"another list"), root)], chain="unknownIssuer")
        case("master-list-no-usage", "The list's signer lacks its extended key usage.", make(signer("plain", usage=None)), chain="unknownIssuer")
        case("master-list-signer-expired", "The list's signer had expired at that time.", make(signer("old", end="2021-01-01")), chain="unknownIssuer")

    # 11 --------------------------------------------------------------------------------------

    def validity(self):
        for case, why, chain, dates in (("expired", "The signer had expired at the caller's time.", "expired", {"start": "2018-01-01", "end": "2024-01-01"}),
                                        ("not-yet-valid", "The signer was not yet valid at the caller's time.", "notYetValid",
                                         {"start": "2030-01-01", "end": "2039-01-01"})):
            self.case(f"signer-{case}", why, 11, Pki("EC", self.pki.csca.key, self.pki.ds.key, **dates), chain=chain)
        old = Pki("EC", self.pki.csca.key, self.pki.ds.key, csca_options={"start": "2010-01-01", "end": "2020-02-01"})
        self.case("csca-expired", "The CSCA had expired at the caller's time.", 11, old, chain="expired")
        self.case("signer-expired-earlier-time", "The same signer, judged at an earlier time.", 11,
                  Pki("EC", self.pki.csca.key, self.pki.ds.key, start="2018-01-01", end="2024-01-01"), at="2022-01-01T00:00:00Z")

    def revocation(self):
        csca, ds, other = self.pki.csca, self.pki.ds, self.vn.ds
        self.case("crl-good", "A current list that does not revoke the signer.", 11, crls=[crl(csca, [other])])
        self.case("crl-revoked", "The signer is revoked.", 11, crls=[crl(csca, [other, ds])], chain="revoked")
        self.case("crl-stale", "The list is older than its next update.", 11, crls=[crl(csca, this="2025-01-01", until="2025-04-01")])
        self.case("crl-stale-revoked", "An old list that revokes the signer: revoked stays revoked.", 11,
                  crls=[crl(csca, [ds], this="2025-01-01", until="2025-04-01")], chain="revoked")
        self.case("crl-forged", "A list with the CSCA's name and another key: it counts for nothing.", 11,
                  crls=[crl(csca, [ds], key=Ec("forged crl", "P-256"))])
        self.case("crl-of-another", "A list of another CSCA.", 11, crls=[crl(self.vn.csca, scheme="sha512")])

    # 12 --------------------------------------------------------------------------------------

    def country(self):
        foreign = Pki("foreign", Ec("foreign csca", "P-256"), Ec("foreign ds", "P-256"), country="UT")
        self.case("country-mismatch", "A signer of another country than DG1's state.", 12, foreign, chain="countryMismatch", assurance="wellFormed")
        self.case("country-mismatch-reported", "The same, with the policy relaxed.", 12, foreign, policy={"country": "report"})
        mixed = Pki("mixed country", Ec("mixed csca c", "P-256"), Ec("mixed ds c", "P-256"), country="UT", ds_country="VN")
        self.case("country-csca", "The CSCA is of another country than its signer.", 12, mixed, chain="countryMismatch", assurance="wellFormed")
        csca = Certificate("no country", name(("O", "Cancuoc Mint"), ("CN", "CSCA nowhere")), Ec("nowhere csca", "P-256"), ca=True)
        ds = Certificate("no country ds", name(("O", "Cancuoc Mint"), ("CN", "DS nowhere")), Ec("nowhere ds", "P-256"), issuer=csca)
        nowhere = type("P", (), {"csca": csca, "ds": ds})
        self.case("country-absent", "A test PKI without any country.", 12, nowhere, chain="countryMismatch", assurance="wellFormed")
        self.case("country-absent-reported", "The same, with the policy relaxed.", 12, nowhere, policy={"country": "report"})
        self.case("country-lower-case", "The country in lower case letters is the same country.", 12,
                  Pki("lower", Ec("lower csca", "P-256"), Ec("lower ds", "P-256"), country="vn"))

    # chains, RFC 5280 ------------------------------------------------------------------------

    def certificates(self):
        csca, ds = self.pki.csca, self.pki.ds
        usual = [authority(csca.kid), subject_id(ds.kid)]
        bad = lambda case, why, **more: self.case(f"chain-{case}", why, 10, Pki("EC", csca.key, ds.key, **more), anchors=[csca], chain="invalid",
                                                  assurance="wellFormed")
        bad("unknown-critical", "An unknown critical extension in the signer.", extensions=[*usual, key_usage("digitalSignature"), UNKNOWN_CRITICAL])
        bad("no-digital-signature", "The signer's key usage does not allow signatures.", extensions=[*usual, key_usage("keyEncipherment")])
        bad("outer-algorithm", "Inner and outer signature algorithm differ.", outer=csca.key.algorithm("sha512"))
        bad("certificate-altered", "The signer certificate's signature is broken.", corrupt=True)
        extra = lambda *more: {"csca_options": {"extensions": [subject_id(csca.kid), *more]}}
        for case, why, extensions in (
                ("not-a-ca", "The anchor is no CA.", (key_usage("keyCertSign", "cRLSign"), constraints(ca=False, path=None))),
                ("no-cert-sign", "The anchor's key usage does not allow certificates.", (key_usage("digitalSignature"), constraints())),
                ("csca-unknown-critical", "An unknown critical extension in the anchor.",
                 (key_usage("keyCertSign"), constraints(), UNKNOWN_CRITICAL))):
            self.case(f"chain-{case}", why, 10, Pki("EC", csca.key, ds.key, **extra(*extensions)), chain="invalid", assurance="wellFormed")
        weak = Pki("RSA", self.rsa.csca.key, Rsa("rsa1024-ds"))
        self.case("rsa-1024-signer", "RSA of 1024 bits is too short for a signer.", 10, weak, signature="unsupported")

    # 15 --------------------------------------------------------------------------------------

    def ecdsa_numbers(self):
        n = self.pki.ds.key.c.n
        key = self.pki.ds.key

        def unpack(signature):
            _, body, _ = der.read(signature)
            _, r, at = der.read(body)
            _, s, _ = der.read(body, at)
            return int.from_bytes(r, "big"), int.from_bytes(s, "big")

        padded = lambda x: der.tlv(0x02, b"\0\0" + x.to_bytes(32, "big"))
        for case, why, change in (
                ("r-zero", "r is 0.", lambda r, s: ecdsa_der(0, s)), ("s-zero", "s is 0.", lambda r, s: ecdsa_der(r, 0)),
                ("r-plus-n", "r is not below n.", lambda r, s: ecdsa_der(r + n, s)), ("s-plus-n", "s is not below n.", lambda r, s: ecdsa_der(r, s + n)),
                ("r-negative", "r is negative.", lambda r, s: ecdsa_der(r - n, s)), ("trailing", "A byte after the signature.",
                                                                                     lambda r, s: ecdsa_der(r, s) + b"\0"),
                ("padded", "Needless leading zeros.", lambda r, s: der.seq(padded(r), padded(s)))):
            self.case(f"ecdsa-{case}", why, 15, info={"mangle": lambda sig, change=change: change(*unpack(sig))}, signature="invalid")
        self.case("ecdsa-minus-s", "s replaced by n - s: mathematically the same signature.", 15,
                  info={"mangle": lambda sig: ecdsa_der(unpack(sig)[0], n - unpack(sig)[1])})
        off = b"\4" + key.Q[0].to_bytes(32, "big") + ((key.Q[1] + 1) % key.c.p).to_bytes(32, "big")
        for case, why, point in (("off-curve", "The signer's point is not on its curve.", off), ("infinity", "The signer's point is infinity.", b"\0"),
                                 ("x-too-large", "The signer's x is not below p.", b"\4" + b"\xff" * 32 + key.Q[1].to_bytes(32, "big"))):
            self.case(f"ecdsa-key-{case}", why, 15, Pki("EC", self.pki.csca.key, key, spki=key.spki(point=point)), signature="invalid")
        self.case("ecdsa-key-compressed", "The signer's point is compressed.", 15,
                  Pki("EC", self.pki.csca.key, key, spki=key.spki(point=key.point(compressed=True))))

    # 17 --------------------------------------------------------------------------------------

    def same_person(self):
        for case, why, changed in (("name", "DG13 names another person than DG1.", {"fullName": "Trần Văn Khác"}),
                                   ("birth", "DG13 has another birth date than DG1.", {"birth": "02/02/1999"}),
                                   ("pin", "DG13 has another PIN than DG1.", {"pin": "001199000016"}),
                                   ("sex", "DG13 has another sex than DG1.", {"sex": "Nam"}),
                                   ("expiry", "DG13 has another expiry than DG1.", {"expiry": "01/02/2040"})):
            self.case(f"differs-{case}", why, 17, **self.with_dg13(lds.dg13(**changed)))
        groups = {**self.card.groups, 1: lds.dg1(expiry="991231"), 13: lds.dg13(expiry="Không thời hạn")}
        self.case("no-expiry", "991231 in DG1 means none, as DG13 says in words.", 17, groups=groups, signed={**self.card.signed, **groups},
                  person={"expiryDate": "none"})

    # 18 --------------------------------------------------------------------------------------

    def portraits(self):
        for case, why, dg2 in (("jp2", "A JPEG 2000 portrait.", lds.dg2(lds.picture("portrait.jp2"), 1)),
                               ("39794", "ISO/IEC 39794-5 wrapping.", lds.dg2_39794()),
                               ("39794-jp2", "ISO/IEC 39794-5 wrapping with JPEG 2000.", lds.dg2_39794(lds.picture("portrait.jp2"))),
                               ("broken", "A portrait that is no picture: the verdict stands.", lds.dg2(stream("broken", 200))),
                               ("truncated", "A portrait that ends early: the verdict stands.", lds.dg2()[:60]),
                               ("empty", "An empty DG2: the verdict stands.", b"\x75\x00")):
            groups = {**self.card.groups, 2: dg2}
            self.case(f"portrait-{case}", why, 18, groups=groups, signed={**self.card.signed, 2: dg2})
        groups = {n: g for n, g in self.card.groups.items() if n != 2}
        self.case("portrait-missing", "No DG2: the verdict stands.", 18, groups=groups, signed={**groups, 3: self.card.dg3}, com=lds.com([1, 3, 13, 14, 15]))


