"""What was tried against the verdict: each fixture opened a door once, or would if it were judged carelessly."""

import cms
import der
import lds
from book import Pki, named
from secure_messaging import response
from sign import Ec, Rsa, iso9796_2, multiply
from x509 import MASTER_LIST_SIGNING, Certificate, authority, constraints, crl, extension, key_usage, name, subject_id

SERVER_AUTH = extension("2.5.29.37", der.seq(der.oid("1.3.6.1.5.5.7.3.1")))
DELTA = extension("2.5.29.27", der.integer(3))
POINT = extension("2.5.29.28", der.seq(der.tlv(0x81, b"\xff")), True)
DOCUMENT_TYPES = extension("2.23.136.1.1.6.2", der.seq(der.integer(0), der.tlv(0x31, der.printable("I"))), True)


def mint(book, card):
    Attacks(book, card).mint()


class Attacks:
    def __init__(self, book, card):
        self.book, self.card, self.pki = book, card, book.p256

    def mint(self):
        self.evidence()
        self.revoked()
        self.countries()
        self.weak()
        self.lists()
        self.hashes()
        self.files()

    def case(self, case, why, groups=None, signed=None, pki=None, sod=None, anchors=None, status=None, extra=None, tail=b"", info=None,
             **expect):
        pki, groups = pki or self.pki, groups or self.card.groups
        signed = signed or {**groups, 3: self.card.dg3}
        sod = sod if sod is not None else cms.sod(signed, pki.ds, **(info or {}))
        status = {**({"DG3": "notSupplied"} if 3 in signed else {}), **(status or {})}
        files = {**named(groups, sod + tail), "EF.COM": lds.com(sorted(signed)), **(extra or {})}
        self.book.add(case, why, files, [pki.csca] if anchors is None else anchors, groups=status, **expect)

    # evidence that its bearer may have made --------------------------------------------------

    def evidence(self):
        key, groups, challenge = self.card.aa_key, self.card.groups, self.card.challenge
        good = (challenge, key.sign_plain("sha256", challenge))
        self.case("claimed-aa", "A right answer to a challenge that came with it.", aa=good, origin="recorded", clone="claimed")
        self.case("claimed-aa-wrong", "A wrong answer to a challenge that came with it: failed all the same.",
                  aa=(challenge, key.sign_plain("sha256", bytes(8))), origin="recorded", clone="failed")
        chip = self.card.ca_key
        secret = lambda d: multiply(chip.c, d, chip.Q)[0].to_bytes(32, "big")
        made = lambda d: {"terminalPrivateKey": d.to_bytes(32, "big"), "response": response("aes128", secret(d), b"\x61\x5d")}
        terminal = Ec("recorded terminal", "P-256").d
        self.case("claimed-ca", "Chip Authentication with a key that came with it: made from DG14 alone.", ca=made(terminal), origin="recorded",
                  clone="claimed")
        self.case("ca-key-of-one", "The ephemeral key is 1: no caller drew that.", ca=made(1), clone="notTried")
        short = Rsa("rsa768-aa")
        small = {n: g for n, g in groups.items() if n < 14} | {15: lds.dg15(short)}
        self.case("aa-rsa-768", "RSA of 768 bits proves nothing.", small, aa=(challenge, iso9796_2(short, "sha1", challenge)), clone="notTried")

        other = Ec("other cam", "brainpoolP256r1")
        infos = lds.ca_infos(other, "aes128")
        security = cms.signed_data(der.tlv(0x31, *infos), cms.SECURITY_OBJECT,
                                   [cms.signer_info(self.pki.ds, der.tlv(0x31, *infos), cms.SECURITY_OBJECT)], [self.pki.ds.der])
        self.case("cam-other-card", "EF.CardSecurity of another card of the same issuer, with its mapping.", extra={"EF.CardSecurity": security},
                  ca={"mappingPublicKey": other.point(), "chipAuthenticationData": (1).to_bytes(32, "big")}, clone="notTried")
        both = {**{n: g for n, g in groups.items() if n < 14}, 14: lds.dg14(*infos)}
        self.case("cam-made-of-public-data", "The mapping key is the public key, the data 1: anybody can write that.", both,
                  extra={"EF.CardSecurity": security}, ca={"mappingPublicKey": other.point(), "chipAuthenticationData": (1).to_bytes(32, "big")},
                  clone="claimed")

    # a revoked signer, and ways around the list ----------------------------------------------

    def revoked(self):
        csca, ds = self.pki.csca, self.pki.ds
        revoked = lambda **more: dict(crls=[crl(csca, [ds])], chain="revoked", **more)
        old = Certificate("old csca", name(("C", "VN"), ("O", "Cancuoc Mint"), ("CN", "CSCA old")), Ec("old csca", "P-256"), ca=True,
                          start="2015-01-01", end="2035-01-01")
        usual = lambda *usage: [subject_id(csca.kid), key_usage(*usage), constraints(path=0)]
        again = lambda label, issuer=None, extensions=None, **more: Certificate(label, csca.subject, csca.key, issuer=issuer, extensions=extensions,
                                                                                **more)
        link = again("link", old, [authority(old.kid), *usual("keyCertSign")])
        wide = Certificate("old csca wide", old.subject, old.key, extensions=[subject_id(old.kid), key_usage("keyCertSign", "cRLSign"),
                                                                               constraints(path=1)], start="2015-01-01", end="2035-01-01")
        sod = lambda *more: cms.sod({**self.card.signed}, ds, certificates=[ds.der, *[one.der for one in more]])
        self.case("revoked-link-without-crl-sign", "A link certificate that may not sign lists leads to the old CSCA; the new one's list revokes.",
                  sod=sod(link), anchors=[csca, wide], **revoked())
        twin = again("twin", extensions=usual("keyCertSign"), start="2018-01-01", end="2040-01-01")
        self.case("revoked-second-anchor-without-crl-sign", "A second anchor of the same name and key may not sign lists.", anchors=[twin, csca],
                  **revoked())
        self.case("revoked-only-anchor-without-crl-sign", "The only anchor may not sign lists, and its key did sign this one.", anchors=[twin],
                  **revoked())
        junk = [again(f"junk {i}", issuer_name=old.subject, extensions=[subject_id(csca.kid), key_usage("keyCertSign"), constraints(path=0)])
                for i in range(22)]
        self.case("revoked-behind-junk", "22 certificates with the CSCA's public key eat what the check of the list may cost.",
                  sod=sod(*junk, link), anchors=[csca, wide], **revoked())
        late = again("late", extensions=usual("keyCertSign"), start="2010-01-01", end="2020-01-01")
        self.case("revoked-and-expired", "On another path of the same key it is merely expired.", anchors=[late, csca], **revoked())

    # countries -------------------------------------------------------------------------------

    def countries(self):
        foreign = Pki("Utopia", Ec("utopia csca", "P-256"), Ec("utopia ds", "P-256"), country="UT")
        groups = self.card.groups
        wrong = dict(pki=foreign, chain="countryMismatch", assurance="wellFormed")
        without = {n: g for n, g in groups.items() if n != 1}
        self.case("country-dg1-left-out", "A foreign signer, and DG1 is not handed over: DG13 means Viet Nam.", without,
                  signed={**groups, 3: self.card.dg3}, status={"DG1": "notSupplied"}, **wrong)
        self.case("country-dg13-only", "A foreign signer of a Vietnamese DG13 alone.", {13: groups[13]}, clone="notSupported", **wrong)
        utopian = {**groups, 1: lds.dg1(state="UTO")}
        self.case("country-dg1-utopia-dg13-vietnam", "DG1 of Utopia beside Vietnamese national data, all signed by Utopia.", utopian, **wrong)
        nobody = {2: groups[2], 14: groups[14], 15: groups[15]}
        self.case("country-no-state", "Neither DG1 nor DG13: no state is known, and that is no trust.", nobody, chain="countryMismatch",
                  assurance="none")

    # weak, and named -------------------------------------------------------------------------

    def weak(self):
        csca, ds = self.pki.csca, self.pki.ds
        short = Pki("RSA 1024 CSCA", Rsa("rsa1024-ds"), Ec("ds under 1024", "P-256"))
        self.case("weak-issuer-rsa-1024", "The CSCA's key has 1024 bits: its signature proves nothing.", pki=short, chain="unknownIssuer")
        old = Pki("SHA-1 CSCA", self.book.rsa.csca.key, Ec("ds under sha1", "P-256"), csca_scheme="sha1")
        self.case("weak-certificate-sha1", "The certificate is signed with SHA-1.", pki=old, deviations=["weakHash"])
        self.case("weak-refused", "The same under a policy that refuses what is weak.", pki=old, deviations=["weakHash"],
                  policy={"weak": "refuse"}, chain="invalid", assurance="wellFormed")
        key = Rsa("rsa2048-ds")
        pss = Pki("PSS only", self.book.rsa.csca.key, key, spki=key.spki(pss=("sha256", "sha256", 32)))
        self.case("key-use-pkcs1", "A key for PSS only signs PKCS #1 v1.5.", pki=pss, deviations=["keyUse"])
        self.case("key-use-other-pss", "A key for PSS with SHA-256 signs with SHA-512.", pki=pss, deviations=["keyUse"],
                  info={"scheme": ("pss", "sha512", "sha512", 64)})
        usual = [authority(csca.kid), subject_id(ds.kid), key_usage("digitalSignature")]
        server = Pki("EC", csca.key, ds.key, extensions=[*usual, SERVER_AUTH])
        self.case("foreign-purpose", "A certificate for servers, not marked critical, signs a document.", pki=server, deviations=["foreignPurpose"])
        typed = Pki("EC", csca.key, ds.key, extensions=[*usual, DOCUMENT_TYPES])
        self.case("document-type-critical", "ICAO's own extension, marked critical.", pki=typed)
        self.case("revocation-required", "A policy that asks for a list, and there is none.", policy={"revocation": "require"}, chain="invalid",
                  assurance="wellFormed")
        self.case("revocation-required-good", "The same with a list that is in force.", policy={"revocation": "require", "weak": "refuse"},
                  crls=[crl(csca)])

    # lists -----------------------------------------------------------------------------------

    def lists(self):
        csca, ds = self.pki.csca, self.pki.ds
        self.case("crl-delta", "A list of changes, not marked as such in a critical way: it never says good.", crls=[crl(csca, extensions=[DELTA])],
                  findings=["chip.crl_partial", "chip.crl_absent"])
        self.case("crl-delta-revoked", "A list of changes that revokes.", crls=[crl(csca, [ds], extensions=[DELTA])], chain="revoked")
        self.case("crl-delta-taken-back", "A list of changes that takes an entry back.", crls=[crl(csca, [ds], extensions=[DELTA], reason=8)])
        self.case("crl-point-revoked", "A list for one distribution point only, which revokes.", crls=[crl(csca, [ds], extensions=[POINT])],
                  chain="revoked")
        root = Certificate("list root", name(("C", "VN"), ("O", "Cancuoc Mint"), ("CN", "CSCA list root")), Ec("list root", "P-256"), ca=True,
                           start="2018-01-01", end="2040-01-01")
        signer = Certificate("list signer", name(("C", "VN"), ("O", "Cancuoc Mint"), ("CN", "List signer")), Ec("list signer", "P-256"), issuer=root,
                             extensions=[authority(root.kid), key_usage("digitalSignature"), MASTER_LIST_SIGNING])
        lists = [(cms.master_list([csca], signer, embedded=[signer, root]), root)]
        self.case("master-list-signer-revoked", "The list's signer was revoked.", anchors=[], lists=lists, crls=[crl(root, [signer])],
                  chain="unknownIssuer", findings=["chip.master_list_refused"])

    # two hash functions ----------------------------------------------------------------------

    def hashes(self):
        rsa = self.book.rsa
        self.case("two-hashes-pss", "digestAlgorithm SHA-512, signature PSS with SHA-256.", pki=rsa, info={
            "scheme": ("pss", "sha256", "sha256", 32), "digest_name": "sha512"}, deviations=["twoHashes"])
        p224 = Pki("P-224 two", Ec("csca P-224 two", "P-224"), Ec("ds P-224 two", "P-224"))
        self.case("two-hashes-p-224", "digestAlgorithm SHA-256, ECDSA with SHA-224 on P-224.", pki=p224, info={"scheme": "sha224", "digest_name": "sha256"},
                  deviations=["twoHashes"])
        self.case("two-hashes-sha1", "One of two hash functions is SHA-1: not judged, and not called forged.", info={"digest_name": "sha1"},
                  signature="unsupported")

    # files -----------------------------------------------------------------------------------

    def files(self):
        groups = self.card.groups
        self.case("sod-with-tail", "A status word behind EF.SOD.", tail=b"\x90\x00", deviations=["trailingBytes"])
        longer = {**groups, 1: groups[1] + b"\x90\x00"}
        self.case("dg1-read-past-its-end", "A status word behind DG1: another hash, and it is said why.", longer,
                  signed={**groups, 3: self.card.dg3}, status={"DG1": "mismatch"}, findings=["chip.group_altered", "chip.file_longer"])
        empty = der.tlv(0x6B, der.tlv(0x5C, b"\x5f\x0e\x5f\x2b"), der.tlv(0x5F0E, b""), der.tlv(0x5F2B, b""), der.tlv(0x5F10, b""))
        self.case("dg11-empty-values", "DG11 with elements of length 0: absent, not broken.", {**groups, 11: empty},
                  without=["chip.value_unreadable"])
