"""What a chip answers after Chip Authentication (Doc 9303-11, 6.2 and 9.8): the keys, and one protected response."""

import hashlib

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.cmac import CMAC
try:  # 3DES left the ordinary module in `cryptography` 48
    from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES
except ImportError:
    TripleDES = algorithms.TripleDES

import der

KEY_SIZE = {"3des": 16, "aes128": 16, "aes192": 24, "aes256": 32}


def derive(cipher, secret, counter):
    """Doc 9303-11, 9.7.1."""
    hash_name = "sha256" if cipher in ("aes192", "aes256") else "sha1"
    return hashlib.new(hash_name, secret + counter.to_bytes(4, "big")).digest()[:KEY_SIZE[cipher]]


def block_encrypt(cipher, key, mode, data):
    kind = TripleDES(key + key[:8]) if cipher == "3des" else algorithms.AES(key)
    run = Cipher(kind, mode).encryptor()
    return run.update(data) + run.finalize()


def pad(data, size):
    data += b"\x80"
    return data + bytes(-len(data) % size)


def mac(cipher, key, counter, data):
    """Over the padded send sequence counter and data objects; eight bytes."""
    if cipher != "3des":
        tag = CMAC(algorithms.AES(key))
        tag.update(pad(counter.to_bytes(16, "big") + data, 16))
        return tag.finalize()[:8]
    message = pad(counter.to_bytes(8, "big") + data, 8)
    single = lambda k, block: block_encrypt("3des", k + k, modes.ECB(), block)  # EDE with one key is DES
    state = bytes(8)
    for at in range(0, len(message), 8):
        state = single(key[:8], bytes(a ^ b for a, b in zip(state, message[at:at + 8])))
    run = Cipher(TripleDES(key[8:] * 3), modes.ECB()).decryptor()
    return single(key[:8], run.update(state) + run.finalize())


def response(cipher, secret, plain):
    """The chip's first answer (counter 2) with `plain` as data: DO'87, DO'99, DO'8E, 9000."""
    enc, size = derive(cipher, secret, 1), 8 if cipher == "3des" else 16
    iv = bytes(8) if cipher == "3des" else block_encrypt(cipher, enc, modes.ECB(), (2).to_bytes(16, "big"))
    data = der.tlv(0x87, b"\1" + block_encrypt(cipher, enc, modes.CBC(iv), pad(plain, size))) if plain else b""
    data += bytes.fromhex("99029000")
    return data + der.tlv(0x8E, mac(cipher, derive(cipher, secret, 2), 2, data)) + b"\x90\x00"
