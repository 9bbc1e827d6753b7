"""Proof against copies: Active Authentication, Chip Authentication and PACE-CAM evidence, right and wrong."""

import cms
import der
import lds
from book import Pki, named
from secure_messaging import response
from sign import Ec, Rsa, ecdsa_der, iso9796_2, multiply, stream


def mint(book, card):
    Clones(book, card).mint()


class Clones:
    def __init__(self, book, card):
        self.book, self.card, self.pki, self.challenge = book, card, book.p256, card.challenge

    def mint(self):
        self.rsa()
        self.ecdsa()
        self.gates()
        self.chip_authentication()
        self.chip_authentication_over_a_prime()
        self.pace_cam()

    def case(self, case, why, groups, trap=14, anchors=None, signed=None, extra=None, **expect):
        signed = {**(signed or groups), 3: self.card.dg3}
        status = {"DG3": "notSupplied", **expect.pop("status", {})}
        files = {**named(groups, cms.sod(signed, self.pki.ds)), "EF.COM": lds.com(sorted(signed)), **(extra or {})}
        self.book.add(case, why, files, [self.pki.csca] if anchors is None else anchors, trap=trap, groups=status, **expect)

    def with_groups(self, dg15=None, dg14=None):
        groups = {n: g for n, g in self.card.groups.items() if n < 14}
        return {**groups, **({14: dg14} if dg14 else {}), **({15: dg15} if dg15 else {})}

    # Doc 9303-11, 6.1 ------------------------------------------------------------------------

    def rsa(self):
        key, short = self.card.aa_rsa, Rsa("rsa1024-aa")
        groups = self.with_groups(lds.dg15(key))
        for hash_name, trailer in (("sha1", b"\xbc"), ("sha1", b"\x33\xcc"), ("sha224", b"\x38\xcc"), ("sha256", b"\x34\xcc"),
                                   ("sha384", b"\x36\xcc"), ("sha512", b"\x35\xcc")):
            self.case(f"aa-rsa-{trailer.hex()}", f"RSA with {hash_name}, trailer {trailer.hex().upper()}.", groups,
                      aa=(self.challenge, iso9796_2(key, hash_name, self.challenge, trailer)), clone="proved")
        self.case("aa-rsa-1024", "RSA of 1024 bits, common in the field for this purpose.", self.with_groups(lds.dg15(short)),
                  aa=(self.challenge, iso9796_2(short, "sha1", self.challenge)), clone="proved")
        self.case("aa-rsa-header", "The recovered block does not begin with 6A.", groups,
                  aa=(self.challenge, iso9796_2(key, "sha256", self.challenge, header=0x4B)), clone="failed")
        self.case("aa-rsa-trailer", "A trailer that names no hash we know.", groups,
                  aa=(self.challenge, iso9796_2(key, "sha256", self.challenge, b"\x31\xcc")), clone="failed")
        answer = iso9796_2_with_leading_zero(key, "sha256", self.challenge)
        self.case("aa-rsa-leading-zero", "A zero byte before the 6A.", groups, aa=(self.challenge, answer), clone="proved", deviations=["leadingZero"])
        self.case("aa-rsa-other-challenge", "A recorded answer to another challenge.", groups,
                  aa=(self.challenge, iso9796_2(key, "sha256", stream("other challenge", 8))), clone="failed")
        self.case("copied", "The data was copied to another chip, which answers with its own key.", groups,
                  aa=(self.challenge, iso9796_2(Rsa("rsa2048-other"), "sha256", self.challenge)), clone="failed")
        self.case("aa-rsa-short", "An answer shorter than the key.", groups,
                  aa=(self.challenge, iso9796_2(key, "sha256", self.challenge)[:-1]), clone="failed")
        self.case("aa-empty", "An empty answer.", groups, aa=(self.challenge, b""), clone="failed")

    def ecdsa(self):
        for curve, hash_name, explicit in (("P-256", "sha256", False), ("P-256", "sha1", False), ("P-224", "sha224", False),
                                           ("P-384", "sha384", False), ("P-521", "sha512", False), ("brainpoolP256r1", "sha256", True),
                                           ("brainpoolP384r1", "sha384", True), ("brainpoolP512r1", "sha512", True)):
            key = Ec("aa", curve)
            groups = self.with_groups(lds.dg15(key, explicit=explicit), lds.dg14(lds.aa_info(hash_name)))
            self.case(f"aa-ec-{curve.lower()}-{hash_name}", f"ECDSA on {curve}, {hash_name}, plain r and s.", groups,
                      aa=(self.challenge, key.sign_plain(hash_name, self.challenge)), clone="proved")
        key = self.card.aa_key
        groups = self.card.groups
        self.case("aa-ec-der", "ECDSA in DER instead of plain r and s.", groups, aa=(self.challenge, key.sign("sha256", self.challenge)),
                  clone="proved", deviations=["derSignature"])
        r, s = key.raw("sha256", self.challenge)
        for case, why, answer in (("zero", "r and s are 0.", bytes(64)), ("r-plus-n", "DER, r not below n.", ecdsa_der(r + key.c.n, s)),
                                  ("other-challenge", "An answer to another challenge.", key.sign_plain("sha256", stream("other challenge", 8))),
                                  ("other-hash", "Signed with another hash than DG14 says.", key.sign_plain("sha512", self.challenge)),
                                  ("odd", "r and s of odd size.", key.sign_plain("sha256", self.challenge)[:-1])):
            self.case(f"aa-ec-{case}", why, groups, aa=(self.challenge, answer), clone="failed")

    # what the proof rests on -----------------------------------------------------------------

    def gates(self):
        key, groups = self.card.aa_key, self.card.groups
        good = (self.challenge, key.sign_plain("sha256", self.challenge))
        self.case("aa-unknown-issuer", "A right answer, and the issuer is unknown: the key proves nothing.", groups, trap=13, anchors=[], aa=good,
                  chain="unknownIssuer")
        self.case("aa-dg15-not-in-sod", "A right answer by a key that no SOD covers.", groups, trap=13, aa=good,
                  signed={n: g for n, g in groups.items() if n != 15}, status={"DG15": "notInSod"})
        mine = Ec("attacker", "P-256")
        self.case("aa-dg15-exchanged", "DG15 was exchanged and answers with the new key.", {**groups, 15: lds.dg15(mine)}, trap=13, signed=groups,
                  aa=(self.challenge, mine.sign_plain("sha256", self.challenge)), status={"DG15": "mismatch"})
        self.case("aa-no-dg15", "No DG14 and no DG15: this chip cannot prove itself.", self.with_groups(), trap=13, clone="notSupported")
        self.case("aa-no-dg15-answered", "An answer, and no DG15 to check it with.", self.with_groups(), trap=13, aa=good, clone="notSupported")
        self.case("aa-dg15-noise", "DG15 is signed and holds no key.", self.with_groups(b"\x6f\x04\x30\x02\x05\x00"), trap=13, aa=good,
                  clone="failed")

    # Doc 9303-11, 6.2 ------------------------------------------------------------------------

    def agreement(self, chip, terminal):
        return multiply(chip.c, terminal.d, chip.Q)[0].to_bytes(chip.size, "big")

    def evidence(self, cipher, chip, key_id=None, wrong=False, plain=b"\x61\x5d\x5f\x1f"):
        terminal = Ec("terminal", chip.c.name)
        secret = self.agreement(chip if not wrong else Ec("another chip", chip.c.name), terminal)
        out = {"terminalPrivateKey": terminal.d.to_bytes(chip.size, "big"), "response": response(cipher, secret, plain)}
        return {**out, **({"keyId": key_id} if key_id is not None else {})}

    def chip_authentication(self):
        for cipher, curve, explicit in (("aes128", "P-256", False), ("aes128", "brainpoolP256r1", True), ("aes192", "P-384", False),
                                        ("aes256", "brainpoolP512r1", True), ("3des", "P-224", True)):
            key = Ec("ca", curve)
            groups = self.with_groups(dg14=lds.dg14(*lds.ca_infos(key, cipher, explicit=explicit)))
            self.case(f"ca-{cipher}-{curve.lower()}", f"Chip Authentication on {curve} with {cipher}.", groups, ca=self.evidence(cipher, key),
                      clone="proved")
        key, second = Ec("ca", "P-256"), Ec("ca second", "brainpoolP384r1")
        both = self.with_groups(dg14=lds.dg14(*lds.ca_infos(key, "aes128", 1, False), *lds.ca_infos(second, "aes256", 2)))
        self.case("ca-second-key", "Two keys, the second one used.", both, ca=self.evidence("aes256", second, 2), clone="proved")
        groups = self.with_groups(dg14=lds.dg14(*lds.ca_infos(key, "aes128", explicit=False)))
        self.case("ca-no-data", "A response that carries a status only.", groups, ca=self.evidence("aes128", key, plain=b""), clone="proved")
        self.case("ca-copied", "Another chip answered.", groups, ca=self.evidence("aes128", key, wrong=True), clone="failed")
        altered = self.evidence("aes128", key)
        altered["response"] = altered["response"][:5] + bytes([altered["response"][5] ^ 1]) + altered["response"][6:]
        self.case("ca-altered", "The response was altered.", groups, ca=altered, clone="failed")
        self.case("ca-unknown-issuer", "A right response, and the issuer is unknown.", groups, trap=13, anchors=[], ca=self.evidence("aes128", key),
                  chain="unknownIssuer")
        self.case("ca-no-dg14", "Evidence, and no DG14 to check it with.", self.with_groups(), trap=13, ca=self.evidence("aes128", key),
                  clone="notSupported")

    def chip_authentication_over_a_prime(self):
        x, terminal = (int.from_bytes(stream(label, 32), "big") for label in ("dh chip", "dh terminal"))
        y = pow(2, x, MODP_2048)
        secret = pow(y, terminal, MODP_2048).to_bytes(256, "big")
        answer = lambda secret, cipher="aes128": {"terminalPrivateKey": terminal.to_bytes(32, "big"), "response": response(cipher, secret, b"\x61\x5d")}
        pkcs3 = dh_spki("1.2.840.113549.1.3.1", [MODP_2048, 2], y)
        x942 = dh_spki("1.2.840.10046.2.1", [MODP_2048, 2, (MODP_2048 - 1) // 2], y)
        for case, why, spki, cipher in (("pkcs3", "Chip Authentication over a prime field, key as in PKCS #3.", pkcs3, "aes128"),
                                        ("x942", "Chip Authentication over a prime field, key as in X9.42, 3DES.", x942, "3des")):
            self.case(f"ca-dh-{case}", why, self.with_groups(dg14=lds.dg14(*lds.ca_dh_infos(spki, cipher))), ca=answer(secret, cipher), clone="proved")
        groups = self.with_groups(dg14=lds.dg14(*lds.ca_dh_infos(pkcs3)))
        other = pow(pow(2, x + 1, MODP_2048), terminal, MODP_2048).to_bytes(256, "big")
        self.case("ca-dh-copied", "Another chip answered.", groups, ca=answer(other), clone="failed")
        self.case("ca-dh-one", "The chip's key is 1: everybody knows the secret.", self.with_groups(
            dg14=lds.dg14(*lds.ca_dh_infos(dh_spki("1.2.840.113549.1.3.1", [MODP_2048, 2], 1)))), ca=answer((1).to_bytes(256, "big")), clone="failed")
        self.case("ca-dh-minus-one", "The chip's key is p - 1: the secret is one of two.", self.with_groups(
            dg14=lds.dg14(*lds.ca_dh_infos(dh_spki("1.2.840.113549.1.3.1", [MODP_2048, 2], MODP_2048 - 1)))),
            ca=answer(pow(MODP_2048 - 1, terminal, MODP_2048).to_bytes(256, "big")), clone="failed")

    # Doc 9303-11, 4.4.3.5.2 and BSI TR-03110-2, 3.2.3: CA_IC · PK_IC = PK_Map,IC ---------------

    def pace_cam(self):
        chip = Ec("ca", "brainpoolP256r1")
        mapping = Ec("mapping", "brainpoolP256r1")
        size, n = chip.size, chip.c.n
        data = (mapping.d * pow(chip.d, -1, n) % n).to_bytes(size, "big")
        infos = [lds.pace_info(lds.PACE_CAM_AES128, 13), *lds.ca_infos(chip, "aes128", explicit=False)]
        groups = self.with_groups(dg14=lds.dg14(*infos))
        content = lds.card_access(*infos)
        security = lambda ds: cms.signed_data(content, cms.SECURITY_OBJECT, [cms.signer_info(ds, content, cms.SECURITY_OBJECT)], [ds.der])
        extra = {"EF.CardSecurity": security(self.pki.ds), "EF.CardAccess": lds.card_access(infos[0])}
        good = {"mappingPublicKey": mapping.point(), "chipAuthenticationData": data}
        self.case("cam", "PACE with Chip Authentication Mapping.", groups, extra=extra, ca=good, clone="claimed")
        self.case("cam-copied", "Another chip's mapping key.", groups, extra=extra, ca={**good, "mappingPublicKey": Ec("x", "brainpoolP256r1").point()},
                  clone="failed")
        self.case("cam-zero", "Chip authentication data 0.", groups, extra=extra, ca={**good, "chipAuthenticationData": bytes(size)}, clone="failed")
        stranger = Pki("cam stranger", Ec("cam stranger csca", "P-256"), Ec("cam stranger ds", "P-256"))
        self.case("cam-stranger", "EF.CardSecurity is signed by a stranger: it proves nothing.", groups, trap=13,
                  extra={**extra, "EF.CardSecurity": security(stranger.ds)}, ca=good)


# RFC 3526, 3: the group of 2048 bits, generator 2.
MODP_2048 = int(
    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437"
    "4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF05"
    "98DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
    "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA051015728E5A8AACAA68FFFFFFFFFFFFFFFF", 16)


def dh_spki(algorithm, parameters, y):
    return der.seq(der.seq(der.oid(algorithm), der.seq(*map(der.integer, parameters))), der.bits(der.integer(y)))


def iso9796_2_with_leading_zero(key, hash_name, challenge):
    """The seen deviation: 00 6A ‖ M1 ‖ hash ‖ trailer, M1 one byte shorter."""
    import hashlib
    tail = bytes.fromhex("34cc")
    m1 = stream(f"m1 zero {key.label}", key.size - 2 - hashlib.new(hash_name).digest_size - 2)
    return key.power(b"\0\x6a" + m1 + hashlib.new(hash_name, m1 + challenge).digest() + tail)
