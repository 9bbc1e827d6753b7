#!/usr/bin/env python3
"""Writes messy.tsv: labelled addresses as people write them.

    ../../../data/units/.venv/bin/python messy.py

Each row is a commune that was drawn at random (seed below) from the lists, written badly by one recipe;
the label is the commune, so it does not depend on any parser. seeds.json holds streets and whole addresses
made by hand. Columns: recipe, text, label (codes of the present communes, or "-" where there is nothing
that could be answered with certainty), text of the expected names for peers that give no codes.
"""
import json
import pathlib
import random
import sys
import unicodedata

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE / "../../../data/units"))
import generate  # noqa: E402

SEED = 20250701
SHORT = {"Phường": ["P.", "P. ", "p. ", "P ", "F. "], "Xã": ["X.", "X. ", "x. ", "xã "], "Thị trấn": ["TT.", "TT ", "T.T ", "tt. "],
         "Đặc khu": ["Đặc khu "], "Quận": ["Q.", "Q. ", "q. ", "Q "], "Huyện": ["H.", "H. ", "h. ", "H "],
         "Thị xã": ["TX.", "TX. ", "tx ", "TX "], "Thành phố": ["TP.", "TP. ", "Tp ", "tp "], "Tỉnh": ["T. ", "tỉnh ", "", ""]}
CITY = ["TP.HCM", "TPHCM", "Tp Hồ Chí Minh", "TP. Hồ Chí Minh", "HCM", "Sài Gòn", "thành phố Hồ Chí Minh", "TP HCM"]


def plain(text):
    text = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in text if not unicodedata.combining(c))


def old_tone(text):
    for new, old in [("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"), ("ủy", "uỷ"), ("úy", "uý"),
                     ("ùy", "uỳ"), ("ụy", "uỵ"), ("òe", "oè"), ("óe", "oé"), ("'", "’")]:
        text = text.replace(new, old)
    return text


def main():
    draw = random.Random(SEED)
    seeds = json.loads((HERE / "seeds.json").read_text(encoding="utf-8"))
    sources = generate.read_package()
    amendments = json.loads((HERE / "../../../data/units/amendments.json").read_text(encoding="utf-8"))
    new_provinces, new, old_provinces, districts, old, aliases, _, mapping = sources
    for correction in amendments["corrections"]:
        for code, targets in correction["codes"].items():
            mapping[code] = set(targets)
    types = generate.TYPES

    def names(code):
        d, t, n = old[code]
        p, dt, dn = districts[d]
        pt, pn = old_provinces[p]
        return (types[t], n), (types[dt], dn), (types[pt], pn)

    def new_names(code):
        p, t, n = new[code]
        pt, pn = new_provinces[p]
        return (types[t], n), (types[pt], pn)

    def full(parts):
        return ", ".join(f"{t} {n}" for t, n in parts)

    def short(parts):
        out = []
        for t, n in parts:
            if (t, n) == ("Thành phố", "Hồ Chí Minh"):
                out.append(draw.choice(CITY))
            elif n.isdigit() and t in ("Phường", "Quận") and draw.random() < 0.5:
                out.append(draw.choice({"Phường": ["P{}", "F{}", "p.{}", "Phường 0{}" if len(n) == 1 else "P{}"], "Quận": ["Q{}", "q{}", "Q.{}"]}[t]).format(n))
            elif n.isdigit() or draw.random() < 0.8:
                out.append(draw.choice(SHORT[t]) + n)
            else:
                out.append(n)
        return draw.choice([", ", ",", " - ", ", "]).join(out)

    def street():
        return draw.choice(seeds["streets"]) + ", " if draw.random() < 0.7 else ""

    codes = sorted(old)
    single = [c for c in codes if len(mapping[c]) == 1]
    divided = [c for c in codes if len(mapping[c]) > 1]
    present = sorted(new)
    merged = []
    for code in sorted(aliases):
        own = generate.folded(old[code][2])
        for kind, key in generate.commune_aliases(aliases[code], old[code][1], own):
            if kind in (5, 6, 7) and key != own:
                merged.append((code, types[kind], key))
    rows = []

    def add(recipe, text, targets):
        rows.append((recipe, " ".join(text.split()) if recipe != "nfd" else text, targets))

    def of(code):
        return sorted(mapping[code])

    for code in draw.sample(single, 300):
        add("card", street() + full(names(code)), of(code))
    for code in draw.sample(single, 350):
        add("abbreviated", street() + short(names(code)), of(code))
    for code in draw.sample(single, 250):
        add("no accents", plain(street() + full(names(code))).lower(), of(code))
    for code in draw.sample(single, 100):
        add("no accents, abbreviated", plain(street() + short(names(code))), of(code))
    for code in draw.sample(single, 100):
        add("upper case", (street() + full(names(code))).upper(), of(code))
    for code in draw.sample(single, 100):
        add("nfd", unicodedata.normalize("NFD", street() + full(names(code))), of(code))
    for code in draw.sample(single, 200):
        add("no province", street() + short(names(code)[:2]), of(code))
    for code in draw.sample(single, 200):
        add("no commas", (street() + full(names(code))).replace(",", "").lower(), of(code))
    for code in draw.sample(single, 120):
        add("reversed", full(reversed(names(code))) + draw.choice(["", ", " + draw.choice(seeds["streets"])]), of(code))
    for code in draw.sample(single, 200):
        c, _, p = names(code)
        add("no district", street() + full([c, p]), of(code))
    for code in draw.sample(single, 120):
        c, d, p = names(code)
        add("bare names", f"{street()}{c[0] + ' ' if c[1].isdigit() else ''}{c[1]}, {d[0] + ' ' if d[1].isdigit() else ''}{d[1]}, {p[1]}", of(code))
    for code in draw.sample(single, 100):
        add("old tones", old_tone(street() + full(names(code))), of(code))
    for code in draw.sample(present, 150):
        add("today, full", street() + full(new_names(code)), [code])
    for code in draw.sample(present, 150):
        add("today, messy", draw.choice([plain, str.upper, str.lower, str])(street() + short(new_names(code))), [code])
    for code, kind, key in draw.sample(merged, 180):
        _, d, p = names(code)
        # The lists have these names without accents, so the whole address is.
        add("merged before", plain(f"{kind} {key}, {d[0]} {d[1]}, {p[1]}"), of(code))
    for code in draw.sample(divided, 150):
        add("divided", street() + draw.choice([full, short])(names(code)), of(code))
    by_district = {}
    for code in codes:
        by_district.setdefault(old[code][0], []).append(code)
    for code in draw.sample(single, 150):
        # A street with the name of another ward of the district.
        other = draw.choice([c for c in by_district[old[code][0]] if c != code] or [code])
        name = old[other][2]
        add("street like a ward", f"{draw.randint(1, 200)} {draw.choice(['đường ', 'Đường ', 'phố ', ''])}{name if not name.isdigit() else 'Lê Lợi'}, {short(names(code))}", of(code))
    for text in seeds["none"]:
        add("nothing certain", text, [])
    for text, label in seeds["whole"]:
        if "?" in label:
            continue
        add("by hand", text, [label[4:]] if label.startswith("new:") else of(label))
    lines = []
    for recipe, text, targets in rows:
        expected = "; ".join(full(new_names(t)) for t in targets)
        lines.append("\t".join([recipe, text, " ".join(targets) or "-", expected]) + "\n")
    (HERE / "messy.tsv").write_text("".join(lines), encoding="utf-8")
    print(len(lines), "rows")


if __name__ == "__main__":
    main()
