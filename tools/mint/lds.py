"""Data groups of an invented person, as a Vietnamese card holds them (Doc 9303-10; DG13 as implementations agree)."""

import os
import struct

import der
from sign import ECDSA_PLAIN_OID

HERE = os.path.dirname(os.path.abspath(__file__))
PIN = "001199000015"
PERSON = {
    "pin": PIN, "fullName": "Nguyễn Thị Mẫu", "birth": "01/02/1999", "sex": "Nữ", "nationality": "Việt Nam", "ethnicity": "Kinh",
    "religion": "Không", "origin": "Thành phố Mẫu", "residence": "Số 1, phố Mẫu, phường Mẫu, thành phố Mẫu",
    "marks": "Nốt ruồi C: 1 cm", "issued": "10/05/2022", "expiry": "01/02/2039", "father": "Nguyễn Văn Cha",
    "mother": "Trần Thị Mẹ", "spouse": "", "oldId": "012345678", "last": "0000000000000000",
}


def picture(name):
    with open(os.path.join(HERE, name), "rb") as f:
        return f.read()


def com(groups):
    """EF.COM: LDS 1.7, Unicode 4.0.0, tags of the groups."""
    tags = {1: 0x61, 2: 0x75, 3: 0x63, 11: 0x6B, 12: 0x6C, 13: 0x6D, 14: 0x6E, 15: 0x6F}
    return der.tlv(0x60, der.tlv(0x5F01, b"0107"), der.tlv(0x5F36, b"040000"), der.tlv(0x5C, bytes(tags[g] for g in groups)))


def check_digit(text):
    value = lambda c: 0 if c == "<" else int(c, 36)
    return str(sum(value(c) * (7, 3, 1)[i % 3] for i, c in enumerate(text)) % 10)


def mrz(pin=PIN, birth="990201", sex="F", expiry="390201", state="VNM", name="NGUYEN<<THI<MAU"):
    number = pin[3:]
    optional = pin + "<<"
    first = f"ID{state}{number}{check_digit(number)}{optional}"
    first += check_digit(pin)
    second = f"{birth}{check_digit(birth)}{sex}{expiry}{check_digit(expiry)}{state}" + "<" * 11
    second += check_digit(first[5:30] + second[0:7] + second[8:15] + second[18:29])
    return first + second + name.ljust(30, "<")


def dg1(**changed):
    return der.tlv(0x61, der.tlv(0x5F1F, mrz(**changed).encode()))


def dg2(image=None, kind=0, size=(120, 160)):
    """ISO/IEC 19794-5:2005 in the CBEFF wrapping of Doc 9303-10, 4.7.2; kind 0 is JPEG, 1 JPEG 2000."""
    image = picture("portrait.jpg") if image is None else image
    info = struct.pack(">BBHHBBHH", 1, kind, *size, 1, 2, 0, 0)
    facial = struct.pack(">IHBBB", 20 + len(info) + len(image), 0, 2, 0, 0) + bytes(11)
    record = b"FAC\x00010\x00" + struct.pack(">IH", 14 + len(facial) + len(info) + len(image), 1) + facial + info + image
    header = der.tlv(0xA1, der.tlv(0x80, b"\1\1"), der.tlv(0x81, b"\2"), der.tlv(0x87, b"\1\1"), der.tlv(0x88, b"\0\x08"))
    return der.tlv(0x75, der.tlv(0x7F61, der.integer(1), der.tlv(0x7F60, header, der.tlv(0x5F2E, record))))


def dg2_39794(image=None):
    """ISO/IEC 39794-5:2019 in tag 7F2E, as Doc 9303-10 8th edition allows."""
    image = picture("portrait.jpg") if image is None else image
    version = der.tlv(0xA0, der.tlv(0x80, b"\3"), der.tlv(0x81, struct.pack(">H", 2019)))
    kind = der.tlv(0xA1, der.tlv(0xA0, der.tlv(0x80, b"\2")), der.tlv(0xA1, der.tlv(0x80, b"\0")))  # format jpeg, kind mrtd
    two_d = der.tlv(0xA0, der.tlv(0x80, image), kind)
    block = der.seq(der.tlv(0x80, b"\1"), der.tlv(0xA1, der.tlv(0xA0, two_d)))
    record = der.tlv(0x65, version, der.tlv(0xA1, block))
    header = der.tlv(0xA1, der.tlv(0x81, b"\2"), der.tlv(0x87, b"\1\1"), der.tlv(0x88, b"\0\x2a"))
    return der.tlv(0x75, der.tlv(0x7F61, der.integer(1), der.tlv(0x7F60, header, der.tlv(0x7F2E, record))))


def dg13(outer_parents=False, wrapped=True, **changed):
    p = {**PERSON, **changed}
    item = lambda i, *value: der.seq(der.integer(i), *value)
    parents = der.seq(der.utf8(p["father"])), der.seq(der.utf8(p["mother"]))
    items = [
        item(1, der.printable(p["pin"])), item(2, der.utf8(p["fullName"])), item(3, der.printable(p["birth"])), item(4, der.utf8(p["sex"])),
        item(5, der.utf8(p["nationality"])), item(6, der.utf8(p["ethnicity"])), item(7, der.utf8(p["religion"])),
        item(8, der.utf8(p["origin"])), item(9, der.utf8(p["residence"])), item(10, der.utf8(p["marks"])),
        item(11, der.printable(p["issued"])), item(12, der.utf8(p["expiry"])),
        item(13, der.seq(*parents)) if outer_parents else item(13, *parents),
        item(14, der.seq(der.utf8(p["spouse"]))) if p["spouse"] else item(14),
        item(15, der.printable(p["oldId"])) if p["oldId"] else item(15), item(16, der.printable(p["last"]))]
    body = der.tlv(0x31, *items)
    if wrapped:
        body = der.seq(der.integer(1), der.oid("1.0.10646.1.0.8"), body)
    return der.tlv(0x6D, body)


def dg11():
    """Doc 9303-10, 4.7.11."""
    tags = bytes.fromhex("5F0E5F105F2B5F115F42")
    return der.tlv(0x6B, der.tlv(0x5C, tags), der.tlv(0x5F0E, "NGUYỄN<<THỊ<MẪU".encode()), der.tlv(0x5F10, PIN.encode()),
                   der.tlv(0x5F2B, b"19990201"), der.tlv(0x5F11, "Thành phố Mẫu".encode()), der.tlv(0x5F42, "Số 1<phố Mẫu".encode()))


def dg12():
    """Doc 9303-10, 4.7.12."""
    return der.tlv(0x6C, der.tlv(0x5C, bytes.fromhex("5F195F26")), der.tlv(0x5F19, "Cục Mẫu".encode()), der.tlv(0x5F26, b"20220510"))


# --- DG14, DG15, EF.CardAccess: SecurityInfos of BSI TR-03110-3, A.1 ----------------------------

def security_info(oid, *rest):
    return der.seq(der.oid(oid), *rest)


CA_PROTOCOLS = {"3des": "0.4.0.127.0.7.2.2.3.2.1", "aes128": "0.4.0.127.0.7.2.2.3.2.2",
                "aes192": "0.4.0.127.0.7.2.2.3.2.3", "aes256": "0.4.0.127.0.7.2.2.3.2.4"}
PACE_CAM_AES128 = "0.4.0.127.0.7.2.2.4.6.2"
PACE_GM_AES128 = "0.4.0.127.0.7.2.2.4.2.2"


def aa_info(hash_name):
    """ActiveAuthenticationInfo, Doc 9303-11, 9.2.8: for ECDSA keys."""
    return security_info("2.23.136.1.1.5", der.integer(1), der.oid(ECDSA_PLAIN_OID[hash_name]))


def ca_infos(key, cipher="aes128", key_id=None, explicit=True):
    number = [der.integer(key_id)] if key_id is not None else []
    return [security_info(CA_PROTOCOLS[cipher], der.integer(1), *number),
            security_info("0.4.0.127.0.7.2.2.1.2", key.spki(explicit=explicit), *number)]


def ca_dh_infos(spki, cipher="aes128"):
    """Over a prime field: id-CA-DH-* and id-PK-DH."""
    return [security_info(CA_PROTOCOLS[cipher].replace(".3.2.", ".3.1."), der.integer(1)), security_info("0.4.0.127.0.7.2.2.1.1", spki)]


def pace_info(oid=PACE_GM_AES128, parameter_id=12):
    return security_info(oid, der.integer(2), der.integer(parameter_id))


def dg14(*infos):
    return der.tlv(0x6E, der.set_of(*infos))


def dg15(key, **options):
    return der.tlv(0x6F, key.spki(**options))


def card_access(*infos):
    return der.set_of(*(infos or (pace_info(),)))
