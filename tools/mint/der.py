"""A DER writer, with the few BER liberties that some fixtures need."""


def tlv(tag, *parts):
    body = b"".join(parts)
    return tag_bytes(tag) + length(len(body)) + body


def tag_bytes(tag):
    return tag.to_bytes((tag.bit_length() + 7) // 8 or 1, "big")


def length(n):
    if n < 0x80:
        return bytes([n])
    body = n.to_bytes((n.bit_length() + 7) // 8, "big")
    return bytes([0x80 | len(body)]) + body


def indefinite(tag, *parts):
    """BER: a constructed value of indefinite length."""
    return tag_bytes(tag) + b"\x80" + b"".join(parts) + b"\0\0"


def seq(*parts):
    return tlv(0x30, *parts)


def set_of(*parts):
    """DER: the elements of a SET OF in ascending order."""
    return tlv(0x31, *sorted(parts))


def integer(n):
    """The shortest two's complement."""
    size = max(1, (n + (n < 0)).bit_length() // 8 + 1)
    return tlv(0x02, n.to_bytes(size, "big", signed=True))


def octets(b):
    return tlv(0x04, b)


def bits(b, unused=0):
    return tlv(0x03, bytes([unused]) + b)


def boolean(yes):
    return tlv(0x01, b"\xff" if yes else b"\0")


NULL = b"\x05\x00"


def oid(dotted):
    first, second, *rest = map(int, dotted.split("."))
    out = b""
    for arc in [first * 40 + second, *rest]:
        chunk = [arc & 0x7F]
        while arc := arc >> 7:
            chunk.append(0x80 | (arc & 0x7F))
        out += bytes(reversed(chunk))
    return tlv(0x06, out)


def utf8(s):
    return tlv(0x0C, s.encode())


def printable(s):
    return tlv(0x13, s.encode("ascii"))


def time(iso):
    """`2026-01-31` or `2026-01-31T10:00:00`: UTCTime until 2049 (RFC 5280, 4.1.2.5)."""
    day, _, clock = iso.partition("T")
    y, m, d = day.split("-")
    text = (clock or "00:00:00").replace(":", "") + "Z"
    return tlv(0x17, f"{y[2:]}{m}{d}{text}".encode()) if int(y) < 2050 else tlv(0x18, f"{y}{m}{d}{text}".encode())


def read(buffer, at=0):
    """(tag byte, value, end) of a short DER element; for the generator's own output."""
    tag, n = buffer[at], buffer[at + 1]
    at += 2
    if n & 0x80:
        size = n & 0x7F
        n, at = int.from_bytes(buffer[at:at + size], "big"), at + size
    return tag, buffer[at:at + n], at + n
