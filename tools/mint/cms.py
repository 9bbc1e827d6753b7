"""CMS SignedData (RFC 5652): EF.SOD, master lists, EF.CardSecurity; each field open to being made wrong."""

import der
from sign import digest, hash_algorithm, stream

LDS_SECURITY_OBJECT = "2.23.136.1.1.1"
MASTER_LIST = "2.23.136.1.1.2"
SECURITY_OBJECT = "0.4.0.127.0.7.3.2.1"  # id-SecurityObject, BSI TR-03110-3: EF.CardSecurity
CONTENT_TYPE, MESSAGE_DIGEST, SIGNING_TIME = "1.2.840.113549.1.9.3", "1.2.840.113549.1.9.4", "1.2.840.113549.1.9.5"


def attribute(oid, value):
    return der.seq(der.oid(oid), der.tlv(0x31, value))


def standard_attributes(content_type, content_digest, signing_time=None):
    out = [attribute(CONTENT_TYPE, der.oid(content_type)), attribute(MESSAGE_DIGEST, der.octets(content_digest))]
    return out + ([attribute(SIGNING_TIME, der.time(signing_time))] if signing_time else [])


def signer_info(signer, content, content_type, scheme="sha256", attributes=None, arrange=sorted, sign_arranged=None,
                sid="issuer", digest_name=None, mangle=None, sign_with=None, no_attributes=False, signed_content=None):
    """One SignerInfo.

    attributes: a function of the standard list, to leave out or repeat; `arrange` is the order they are sent in and
    `sign_arranged` the order that is signed; `mangle` rewrites the signature.
    """
    key = sign_with or signer.key
    digest_name = digest_name or key.hash_of(scheme)
    if no_attributes:
        attrs, signed = b"", content
    else:
        values = standard_attributes(content_type, digest(digest_name, signed_content or content))
        values = attributes(values) if attributes else values
        attrs = der.tlv(0xA0, *arrange(values))
        signed = der.tlv(0x31, *(sign_arranged or arrange)(values))
    signature = key.sign(scheme, signed)
    if mangle:
        signature = mangle(signature)
    if sid == "issuer":
        version, who = 1, der.seq(signer.issuer_name, der.integer(signer.serial))
    elif sid == "key":
        version, who = 3, der.tlv(0x80, signer.kid)
    else:
        version, who = 1, sid
    return der.seq(der.integer(version), who, hash_algorithm(digest_name), attrs, key.algorithm(scheme), der.octets(signature))


def signed_data(content, content_type, infos, certificates, digests=("sha256",), ber=False):
    if ber:
        half = len(content) // 2
        e_content = der.indefinite(0xA0, der.indefinite(0x24, der.octets(content[:half]), der.octets(content[half:])))
        wrap = der.indefinite
    else:
        e_content, wrap = der.tlv(0xA0, der.octets(content)), der.tlv
    body = wrap(
        0x30, der.integer(3), der.tlv(0x31, *[hash_algorithm(d) for d in digests]),
        wrap(0x30, der.oid(content_type), e_content),
        wrap(0xA0, *certificates) if certificates else b"", wrap(0x31, *infos))
    return wrap(0x30, der.oid("1.2.840.113549.1.7.2"), wrap(0xA0, body))


def lds_object(groups, hash_name="sha256", version=0, order=None, extra=b"", null=True):
    """Doc 9303-10, 4.6.2.3: version 1 adds the LDS and Unicode versions."""
    names = order or sorted(groups)
    return der.seq(
        der.integer(version), hash_algorithm(hash_name, null),
        der.seq(*[der.seq(der.integer(n), der.octets(digest(hash_name, groups[n]))) for n in names]),
        der.seq(der.printable("0108"), der.printable("040000")) if version else b"", extra)


def sod(groups, signer, scheme="sha256", lds_hash="sha256", lds=None, content_type=LDS_SECURITY_OBJECT, certificates=None,
        infos=None, ber=False, **info):
    """EF.SOD (tag 77) over `groups`, a map of the number to the file as read."""
    content = lds if lds is not None else lds_object(groups, lds_hash)
    infos = infos(content) if infos else [signer_info(signer, content, content_type, scheme, **info)]
    digests = (info.get("digest_name") or signer.key.hash_of(scheme),)
    certs = [signer.der] if certificates is None else certificates
    return der.tlv(0x77, signed_data(content, content_type, infos, certs, digests, ber))


def master_list(certificates, signer, scheme="sha256", embedded=None, **info):
    """Doc 9303-12, 9: CscaMasterList."""
    content = der.seq(der.integer(0), der.set_of(*[c.der for c in certificates]))
    return signed_data(content, MASTER_LIST, [signer_info(signer, content, MASTER_LIST, scheme, **info)],
                       [c.der for c in (embedded or [signer])], (signer.key.hash_of(scheme),))
