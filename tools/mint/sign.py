"""Keys and signatures, deterministic: RFC 6979 for ECDSA, a salt drawn from the message for PSS.

Written out over Python's integers, so that a fixture can be wrong in exactly one place; `check.py`
holds the right ones against OpenSSL. Never use it for a real key: nothing here runs in constant time.
"""

import hashlib
import hmac
import json
import os
import subprocess

import der
from curves import CURVES

HASHES = {
    "sha1": ("1.3.14.3.2.26", 0x33),
    "sha224": ("2.16.840.1.101.3.4.2.4", 0x38),
    "sha256": ("2.16.840.1.101.3.4.2.1", 0x34),
    "sha384": ("2.16.840.1.101.3.4.2.2", 0x36),
    "sha512": ("2.16.840.1.101.3.4.2.3", 0x35),
}
ECDSA_OID = {"sha1": "1.2.840.10045.4.1", "sha224": "1.2.840.10045.4.3.1", "sha256": "1.2.840.10045.4.3.2",
             "sha384": "1.2.840.10045.4.3.3", "sha512": "1.2.840.10045.4.3.4"}
# BSI TR-03111: ecdsa-plain-SHA*, used in the SecurityInfos of Active Authentication.
ECDSA_PLAIN_OID = {h: f"0.4.0.127.0.7.1.1.4.1.{i}" for h, i in
                   (("sha1", 1), ("sha224", 2), ("sha256", 3), ("sha384", 4), ("sha512", 5))}
RSA_OID = {"sha1": "1.2.840.113549.1.1.5", "sha224": "1.2.840.113549.1.1.14", "sha256": "1.2.840.113549.1.1.11",
           "sha384": "1.2.840.113549.1.1.12", "sha512": "1.2.840.113549.1.1.13"}


def digest(name, data):
    return hashlib.new(name, data).digest()


def stream(label, size):
    """Fixed pseudo-random bytes for a label."""
    return hashlib.shake_256(b"cancuoc mint " + label.encode()).digest(size)


def hash_algorithm(name, null=False):
    return der.seq(der.oid(HASHES[name][0]), der.NULL if null else b"")


# --- elliptic curves ---------------------------------------------------------------------------

def add(c, P, Q):
    if P is None:
        return Q
    if Q is None:
        return P
    if P[0] == Q[0]:
        if (P[1] + Q[1]) % c.p == 0:
            return None
        slope = (3 * P[0] * P[0] + c.a) * pow(2 * P[1], -1, c.p) % c.p
    else:
        slope = (Q[1] - P[1]) * pow(Q[0] - P[0], -1, c.p) % c.p
    x = (slope * slope - P[0] - Q[0]) % c.p
    return x, (slope * (P[0] - x) - P[1]) % c.p


def multiply(c, k, P):
    R = None
    for bit in bin(k)[2:]:
        R = add(c, R, R)
        if bit == "1":
            R = add(c, R, P)
    return R


class Ec:
    """A key on a named curve; `generator` replaces G for the fixtures that attack it."""

    kind = "ec"

    def __init__(self, label, curve, generator=None, d=None):
        self.label, self.c = label, CURVES[curve]
        self.G = generator or (self.c.gx, self.c.gy)
        size = (self.c.n.bit_length() + 7) // 8
        self.d = d or int.from_bytes(stream(f"ec {label} {curve}", size + 8), "big") % (self.c.n - 1) + 1
        self.Q = multiply(self.c, self.d, self.G)
        self.size = (self.c.p.bit_length() + 7) // 8

    def point(self, compressed=False):
        x = self.Q[0].to_bytes(self.size, "big")
        return bytes([2 + self.Q[1] % 2]) + x if compressed else b"\x04" + x + self.Q[1].to_bytes(self.size, "big")

    def parameters(self, explicit=False, seed=None, **changed):
        """RFC 3279 EcpkParameters; `changed` alters one of p a b g n h."""
        c = self.c
        if not explicit:
            return der.oid(c.oid)
        field = lambda x: x.to_bytes(self.size, "big")
        g = changed.get("g", b"\x04" + field(self.G[0]) + field(self.G[1]))
        h = changed.get("h", 1)
        return der.seq(
            der.integer(1),
            der.seq(der.oid("1.2.840.10045.1.1"), der.integer(changed.get("p", c.p))),
            der.seq(der.octets(field(changed.get("a", c.a))), der.octets(field(changed.get("b", c.b))),
                    der.bits(seed) if seed else b""),
            der.octets(g), der.integer(changed.get("n", c.n)), der.integer(h) if h is not None else b"")

    def spki(self, explicit=False, point=None, parameters=None):
        return der.seq(der.seq(der.oid("1.2.840.10045.2.1"), parameters or self.parameters(explicit)),
                       der.bits(point or self.point()))

    def raw(self, hash_name, message):
        """(r, s), RFC 6979."""
        n = self.c.n
        h1 = digest(hash_name, message)
        size = (n.bit_length() + 7) // 8
        cut = lambda b: int.from_bytes(b, "big") >> max(0, len(b) * 8 - n.bit_length())
        z = cut(h1) % n
        seed = self.d.to_bytes(size, "big") + z.to_bytes(size, "big")
        mac = lambda k, m: hmac.new(k, m, hash_name).digest()
        k, v = b"\0" * len(h1), b"\1" * len(h1)
        for byte in (b"\0", b"\1"):
            k = mac(k, v + byte + seed)
            v = mac(k, v)
        while True:
            t = b""
            while len(t) < size:
                v = mac(k, v)
                t += v
            nonce = cut(t[:size])
            if 0 < nonce < n:
                r = multiply(self.c, nonce, self.G)[0] % n
                s = pow(nonce, -1, n) * (z + r * self.d) % n
                if r and s:
                    return r, s
            k = mac(k, v + b"\0")
            v = mac(k, v)

    def sign(self, scheme, message):
        """scheme: a hash name."""
        return ecdsa_der(*self.raw(scheme, message))

    def sign_plain(self, hash_name, message):
        size = (self.c.n.bit_length() + 7) // 8
        return b"".join(x.to_bytes(size, "big") for x in self.raw(hash_name, message))

    def algorithm(self, scheme):
        return der.seq(der.oid(ECDSA_OID[scheme]))

    def hash_of(self, scheme):
        return scheme


def ecdsa_der(r, s):
    return der.seq(der.integer(r), der.integer(s))


# --- RSA ---------------------------------------------------------------------------------------

class Rsa:
    """A fixed key of keys.json, made once by OpenSSL."""

    kind = "rsa"

    def __init__(self, name):
        """name: `rsa2048-ds`, `rsa2048-e3`, …"""
        p, q, e = (int(x, 16) for x in keys()[name])
        self.label, self.n, self.e = name, p * q, e
        self.d = pow(e, -1, (p - 1) * (q - 1))
        self.p, self.q = p, q
        self.size = (self.n.bit_length() + 7) // 8

    def public(self):
        return der.seq(der.integer(self.n), der.integer(self.e))

    def spki(self, pss=None, **_):
        algorithm = pss_algorithm(*pss) if pss else der.seq(der.oid("1.2.840.113549.1.1.1"), der.NULL)
        return der.seq(algorithm, der.bits(self.public()))

    def power(self, block):
        m = int.from_bytes(block, "big")
        s1, s2 = pow(m, self.d % (self.p - 1), self.p), pow(m, self.d % (self.q - 1), self.q)
        h = pow(self.q, -1, self.p) * (s1 - s2) % self.p
        return (s2 + self.q * h).to_bytes(self.size, "big")

    def sign(self, scheme, message):
        """scheme: a hash name, `("rsaEncryption", hash)` or `("pss", hash, mgf hash, salt size)`."""
        if scheme[0] == "pss":
            return self.pss(message, *scheme[1:])
        return self.pkcs1(message, self.hash_of(scheme))

    def pkcs1(self, message, hash_name):
        info = der.seq(hash_algorithm(hash_name, null=True), der.octets(digest(hash_name, message)))
        return self.power(b"\0\1" + b"\xff" * (self.size - len(info) - 3) + b"\0" + info)

    def pss(self, message, hash_name, mgf_hash, salt_size):
        """RFC 8017, 9.1.1; the salt is a function of the message."""
        bit_size = self.n.bit_length() - 1
        size = (bit_size + 7) // 8
        h = digest(hash_name, message)
        salt = stream("salt " + h.hex(), salt_size)
        H = digest(hash_name, b"\0" * 8 + h + salt)
        db = b"\0" * (size - salt_size - len(H) - 2) + b"\1" + salt
        mask = mgf1(mgf_hash, H, len(db))
        db = bytearray(a ^ b for a, b in zip(db, mask))
        db[0] &= 0xFF >> (8 * size - bit_size)
        return self.power(bytes(db) + H + b"\xbc")

    def algorithm(self, scheme):
        if scheme[0] == "pss":
            return pss_algorithm(*scheme[1:])
        if scheme[0] == "rsaEncryption":
            return der.seq(der.oid("1.2.840.113549.1.1.1"), der.NULL)
        return der.seq(der.oid(RSA_OID[scheme]), der.NULL)

    def hash_of(self, scheme):
        return scheme if isinstance(scheme, str) else scheme[1]


def mgf1(hash_name, seed, size):
    out = b""
    while len(out) < size:
        out += digest(hash_name, seed + (len(out) // hashlib.new(hash_name).digest_size).to_bytes(4, "big"))
    return out[:size]


def pss_algorithm(hash_name, mgf_hash, salt_size):
    """RFC 4055, 3.1; defaults are left out, as DER demands."""
    return der.seq(der.oid("1.2.840.113549.1.1.10"), der.seq(
        b"" if hash_name == "sha1" else der.tlv(0xA0, hash_algorithm(hash_name, null=True)),
        b"" if mgf_hash == "sha1" else
        der.tlv(0xA1, der.seq(der.oid("1.2.840.113549.1.1.8"), hash_algorithm(mgf_hash, null=True))),
        b"" if salt_size == 20 else der.tlv(0xA2, der.integer(salt_size))))


def iso9796_2(key, hash_name, challenge, trailer=None, header=0x6A):
    """Active Authentication, Doc 9303-11, 6.1: ISO/IEC 9796-2 scheme 1 with partial recovery over M1 and the challenge.

    6A ‖ M1 ‖ hash(M1 ‖ challenge) ‖ trailer: `BC` for SHA-1, `xxCC` for the others.
    """
    tail = trailer or (b"\xbc" if hash_name == "sha1" else bytes([HASHES[hash_name][1], 0xCC]))
    room = key.size - 1 - hashlib.new(hash_name).digest_size - len(tail)
    m1 = stream(f"m1 {key.label} {hash_name}", room)
    block = bytes([header]) + m1 + digest(hash_name, m1 + challenge) + tail
    return key.power(block)


def keys():
    with open(os.path.join(os.path.dirname(__file__), "keys.json")) as f:
        return json.load(f)


def make_keys():
    """Writes keys.json: run once; the keys are part of the fixtures."""
    wanted = {"rsa768-aa": (768, 65537), "rsa1024-aa": (1024, 65537), "rsa1024-ds": (1024, 65537), "rsa2048-csca": (2048, 65537), "rsa2048-other": (2048, 65537),
              "rsa2048-ds": (2048, 65537), "rsa2048-aa": (2048, 65537), "rsa2048-e3": (2048, 3), "rsa2048-e38129": (2048, 38129),
              "rsa2048-e56611": (2048, 56611), "rsa2048-e107903": (2048, 107903), "rsa3072": (3072, 65537),
              "rsa4096": (4096, 65537), "rsa6144": (6144, 65537), "rsa8192": (8192, 65537)}
    out = {}
    for name, (size, e) in wanted.items():
        text = subprocess.run(["openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", f"rsa_keygen_bits:{size}", "-pkeyopt",
                               f"rsa_keygen_pubexp:{e}", "-outform", "DER"], check=True, capture_output=True).stdout
        _, body, _ = der.read(text)
        at, parts = 0, []
        while at < len(body):
            tag, value, at = der.read(body, at)
            parts.append(value)
        numbers = [int.from_bytes(part, "big") for part in parts]  # RFC 8017, A.1.2
        assert numbers[2] == e
        out[name] = [hex(numbers[4]), hex(numbers[5]), hex(e)]
    with open(os.path.join(os.path.dirname(__file__), "keys.json"), "w") as f:
        json.dump(out, f, indent=1)
        f.write("\n")


if __name__ == "__main__":
    make_keys()
