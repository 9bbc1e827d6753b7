"""Certificates and CRLs (RFC 5280) as Doc 9303-12 profiles them, each field open to being made wrong."""

import hashlib

import der
from sign import stream

OIDS = {"C": "2.5.4.6", "O": "2.5.4.10", "OU": "2.5.4.11", "CN": "2.5.4.3", "serialNumber": "2.5.4.5"}


def name(*pairs, string=None):
    """`name(("C", "VN"), ("CN", "x"))`; C and serialNumber are PrintableStrings, the rest UTF8Strings."""
    def value(kind, text):
        write = string or (der.printable if kind in ("C", "serialNumber") else der.utf8)
        return write(text)
    return der.seq(*[der.tlv(0x31, der.seq(der.oid(OIDS[kind]), value(kind, text))) for kind, text in pairs])


def key_id(key):
    """RFC 5280, 4.2.1.2 (1): SHA-1 of the subjectPublicKey."""
    return hashlib.sha1(key.public() if key.kind == "rsa" else key.point()).digest()


def extension(oid, value, critical=False):
    return der.seq(der.oid(oid), der.boolean(True) if critical else b"", der.octets(value))


def authority(kid):
    return extension("2.5.29.35", der.seq(der.tlv(0x80, kid)))


def subject_id(kid):
    return extension("2.5.29.14", der.octets(kid))


def key_usage(*names, critical=True):
    """RFC 5280, 4.2.1.3."""
    order = {"digitalSignature": 0, "keyEncipherment": 2, "keyCertSign": 5, "cRLSign": 6}
    byte = sum(0x80 >> order[n] for n in names)
    unused = 0
    while byte and not (byte >> unused) & 1:
        unused += 1
    return extension("2.5.29.15", der.bits(bytes([byte]), unused), critical)


def constraints(ca=True, path=0):
    return extension("2.5.29.19", der.seq(der.boolean(True) if ca else b"", der.integer(path) if path is not None else b""), True)


MASTER_LIST_SIGNING = extension("2.5.29.37", der.seq(der.oid("2.23.136.1.1.3")), True)
UNKNOWN_CRITICAL = extension("1.3.6.1.4.1.55555.1.2.3", der.NULL, True)


class Certificate:
    """A made certificate with what its children need."""

    def __init__(self, label, subject, key, issuer=None, scheme="sha256", explicit=False, spki=None, start="2020-01-01",
                 end="2035-01-01", extensions=None, serial=None, outer=None, ca=False, aki=True, corrupt=False, issuer_name=None):
        self.subject, self.key, self.explicit = subject, key, explicit
        signer = issuer or self
        self.serial = serial or int.from_bytes(stream("serial " + label, 8), "big") | 1 << 62
        self.kid = key_id(key)
        if extensions is None:
            extensions = [authority(signer.kid)] if aki else []
            extensions += [subject_id(self.kid)]
            extensions += [key_usage("keyCertSign", "cRLSign"), constraints()] if ca else [key_usage("digitalSignature")]
        algorithm = signer.key.algorithm(scheme)
        self.issuer_name = issuer_name or signer.subject
        body = der.seq(
            der.tlv(0xA0, der.integer(2)), der.integer(self.serial), algorithm, self.issuer_name,
            der.seq(der.time(start), der.time(end)), subject, spki or key.spki(explicit=explicit),
            der.tlv(0xA3, der.seq(*extensions)))
        signature = signer.key.sign(scheme, body)
        if corrupt:
            signature = signature[:-1] + bytes([signature[-1] ^ 1])
        self.der = der.seq(body, outer or algorithm, der.bits(signature))


def crl(issuer, revoked=(), this="2026-05-01", until="2026-08-01", scheme="sha256", key=None, extensions=(), reason=None):
    """A CRL of `issuer`; `revoked` are certificates. `extensions` may say that it is not complete."""
    key = key or issuer.key
    why = der.seq(extension("2.5.29.21", der.tlv(0x0A, bytes([reason])))) if reason is not None else b""
    entries = [der.seq(der.integer(c.serial), der.time("2026-04-01"), why) for c in revoked]
    algorithm = key.algorithm(scheme)
    body = der.seq(
        der.integer(1), algorithm, issuer.subject, der.time(this), der.time(until), der.seq(*entries) if entries else b"",
        der.tlv(0xA0, der.seq(authority(issuer.kid), extension("2.5.29.20", der.integer(7)), *extensions)))
    return der.seq(body, algorithm, der.bits(key.sign(scheme, body)))
