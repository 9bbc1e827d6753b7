"""Makes the fonts of the PDF: Liberation Serif (SIL OFL 1.1) with the letters that Vietnamese forms need.

    apt-get install fonts-liberation2 && pip install fonttools==4.68.0
    python3 data/fonts/subset.py

A subset is a modified version, and "Liberation" is a reserved name (OFL 1.1 §3): what comes out is called Cancuoc Serif.
The same input gives the same bytes: no time is written.
"""

import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

SOURCE = pathlib.Path("/usr/share/fonts/truetype/liberation2")
HERE = pathlib.Path(__file__).parent
FACES = ["Regular", "Bold", "Italic"]

# Latin with all its accents (Vietnamese letters are U+0102–U+01B0 and U+1EA0–U+1EF9), marks that do not compose,
# punctuation, currency, what stands for a letter that is not there.
LETTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    0x192,
    *range(0x1A0, 0x1A2),
    *range(0x1AF, 0x1B1),
    *range(0x1CD, 0x1DD),
    *range(0x1FA, 0x220),
    0x2C6, 0x2C7, 0x2D8, 0x2D9, 0x2DA, 0x2DB, 0x2DC, 0x2DD,
    *range(0x300, 0x305), 0x306, 0x309, 0x31B, 0x323,
    *range(0x1E00, 0x1F00),
    *range(0x2010, 0x2027), 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044,
    0x20AB, 0x20AC, 0x2116, 0x2122, 0x2153, 0x2154, 0x215B, 0x215C, 0x215D, 0x215E,
    0x2212, 0x2260, 0x2264, 0x2265,
]


def main() -> None:
    for face in FACES:
        options = subset.Options()
        options.layout_features = []
        options.hinting = False
        options.glyph_names = False
        options.notdef_outline = True
        options.name_IDs = []
        options.drop_tables += ["GSUB", "GPOS", "GDEF", "kern", "DSIG", "FFTM", "VDMX", "hdmx", "LTSH", "meta"]
        font = TTFont(SOURCE / f"LiberationSerif-{face}.ttf", recalcTimestamp=False)
        letters = subset.Subsetter(options)
        letters.populate(unicodes=LETTERS)
        letters.subset(font)
        name(font, face)
        font["head"].created = font["head"].modified
        out = HERE / f"cancuoc-serif-{face.lower()}.ttf"
        font.save(out)
        sys.stdout.write(f"{out.name}: {out.stat().st_size} bytes, {len(font.getBestCmap())} letters\n")


def name(font: TTFont, face: str) -> None:
    """Names without the reserved one; copyright and licence stay."""
    names = font["name"]
    names.names = []
    copyright_ = (
        "Digitized data copyright (c) 2010 Google Corporation. Copyright (c) 2012 Red Hat, Inc. "
        "A subset with another name, made for cancuoc."
    )
    licence = "Licensed under the SIL Open Font License, Version 1.1"
    for place, text in {
        0: copyright_,
        1: "Cancuoc Serif",
        2: face,
        4: f"Cancuoc Serif {face}",
        5: "Version 1.000",
        6: f"CancuocSerif-{face}",
        13: licence,
        14: "https://scripts.sil.org/OFL",
    }.items():
        names.setName(text, place, 3, 1, 0x409)


main()
