"""The text of machine-readable zones of invented people (ICAO Doc 9303 parts 3 to 5), and text that is no zone."""

FAMILY = "NGUYEN TRAN LE PHAM HOANG HUYNH PHAN VU VO DANG BUI DO HO NGO DUONG LY DINH QUACH KHUAT XA".split()
MIDDLE = "VAN THI HUU DUC NGOC MINH QUOC THANH XUAN GIA BAO KIM PHUONG HONG TUAN THU CONG".split()
GIVEN = "MAU MAY VE AN BINH CHI DUNG GIANG HA KHANH LINH MY NAM OANH PHUC QUYNH SON TRANG UYEN VY YEN LUU KIET".split()
STATES = ("UTO D<< FRA GBR USA CHE BEL NLD ESP PRT HUN POL CZE "
          "SVK ROU BGR HRV SVN EST LVA LTU JPN KOR KAZ BRA MEX").split()
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS = "0123456789"
SIGNS = DIGITS + LETTERS + "<"


def digit(text):
    """Doc 9303-3 §4.9."""
    return str(sum(("<" != c) * int("0" if c == "<" else c, 36) * (7, 3, 1)[i % 3] for i, c in enumerate(text)) % 10)


def pick(rng, values):
    return values[int(rng.integers(len(values)))]


def some(rng, alphabet, count):
    return "".join(pick(rng, alphabet) for _ in range(count))


def vietnamese_name(rng):
    middle = " ".join(pick(rng, MIDDLE) for _ in range(int(rng.integers(0, 3))))
    return pick(rng, FAMILY), f"{middle} {pick(rng, GIVEN)}".strip()


def foreign_name(rng):
    """Words of all letters alike, so that the rare ones are seen as well."""
    def word():
        return some(rng, LETTERS, int(rng.integers(2, 10)))
    family = " ".join(word() for _ in range(int(rng.integers(1, 3))))
    return family, " ".join(word() for _ in range(int(rng.integers(0, 4))))


def name_line(name, width):
    family, given = (part.replace(" ", "<") for part in name)
    return f"{family}<<{given}"[:width].ljust(width, "<")


def date(rng, first, last):
    return f"{int(rng.integers(first, last)) % 100:02d}{int(rng.integers(1, 13)):02d}{int(rng.integers(1, 29)):02d}"


def td1(rng):
    if rng.random() < 0.5:
        pin = f"{int(rng.integers(1, 97)):03d}{int(rng.integers(0, 4))}{int(rng.integers(100)):02d}"
        pin += some(rng, DIGITS, 6)
        number, state, kind = pin[3:], "VNM", "ID"
        optional = pin + "<<" + digit(pin)
        second, name = "<" * 11, vietnamese_name(rng)
    else:
        kind, state = pick(rng, ["I<", "ID", "IP", "A<", "AR", "C<", "IR"]), pick(rng, STATES)
        number = some(rng, SIGNS[:36], 9) if rng.random() < 0.6 else some(rng, DIGITS, 9)
        if rng.random() < 0.2:
            number = number[:8] + "<"
        optional = "<" * 15 if rng.random() < 0.5 else some(rng, SIGNS[:36], int(rng.integers(3, 13))).ljust(15, "<")
        second = "<" * 11 if rng.random() < 0.6 else some(rng, SIGNS[:36], int(rng.integers(3, 12))).ljust(11, "<")
        name = foreign_name(rng)
    one = kind + state + number + digit(number) + optional
    birth, expiry = date(rng, 1940, 2011), date(rng, 2026, 2050)
    nation = state if rng.random() < 0.9 else pick(rng, STATES)
    sex = pick(rng, "MF" if rng.random() < 0.97 else "<")
    two = birth + digit(birth) + sex + expiry + digit(expiry) + nation + second
    two += digit(one[5:30] + two[:7] + two[8:15] + two[18:29])
    return [one, two, name_line(name, 30)]


def td3(rng):
    vietnamese = rng.random() < 0.4
    state = "VNM" if vietnamese else pick(rng, STATES)
    name = vietnamese_name(rng) if vietnamese else foreign_name(rng)
    number = pick(rng, LETTERS) + some(rng, DIGITS, 8) if rng.random() < 0.6 else some(rng, SIGNS[:36], 9)
    personal = "<" * 14 if rng.random() < 0.5 else some(rng, DIGITS, int(rng.integers(6, 13))).ljust(14, "<")
    birth, expiry = date(rng, 1940, 2011), date(rng, 2026, 2050)
    two = number + digit(number) + state + birth + digit(birth) + pick(rng, "MF") + expiry + digit(expiry) + personal
    two += "<" if set(personal) == {"<"} and rng.random() < 0.5 else digit(personal)
    two += digit(two[:10] + two[13:20] + two[21:43])
    return [pick(rng, ["P<", "P<", "PN", "PO"]) + state + name_line(name, 39), two]


def no_zone(rng):
    """Lines in the zone's pitch: words, numbers, rows of signs; what a leaflet or a table shows."""
    rows, columns = int(rng.integers(2, 9)), int(rng.integers(20, 60))
    def line():
        kind = rng.random()
        if kind < 0.3:
            return some(rng, DIGITS, columns)
        if kind < 0.4:
            return some(rng, SIGNS, columns)
        text = ""
        while len(text) < columns:
            alphabet = DIGITS if rng.random() < 0.3 else LETTERS
            text += some(rng, alphabet, int(rng.integers(1, 9))) + pick(rng, [" ", " ", " ", "<", ""])
        return text[:columns]
    return [line() for _ in range(rows)]
