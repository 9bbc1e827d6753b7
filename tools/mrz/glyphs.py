"""OCR-B as cards print it: the outlines of Debian's fonts-ocr-b (public domain), bent a little for each card."""
import os

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

CUTS = "/usr/share/fonts/opentype/ocr-b/"
MONO = "/usr/share/fonts/truetype/liberation/LiberationMono-Regular.ttf"
PITCH = 2.54  # millimetres, Doc 9303-3 §4.3
ADVANCE = 0.723  # em of OCRB.otf
OVER = 4  # drawn so many times as large, then brought to size


class Print:
    """One card's type: weight, width, height, slant, and which signs have another form."""

    def __init__(self, rng, pitch):
        self.pitch = pitch
        self.cut = "OCRB.otf" if rng.random() < 0.7 else "OCRBS.otf"
        self.weight = float(np.clip(rng.normal(0, 0.022), -0.035, 0.06))  # of the pitch, each side
        self.wide, self.high = rng.uniform(0.86, 1.07), rng.uniform(0.92, 1.06)
        self.slant = rng.normal(0, 0.02)
        self.others = {sign for sign in "RMN0I" if rng.random() < 0.3}
        self.square = {sign: rng.uniform(0.93, 1.08) for sign in "RMNKHWVA"}
        self.rise = rng.normal(0, 0.01)
        self.cache = {}
        size = OVER * pitch / ADVANCE
        self.fonts = {
            "own": ImageFont.truetype(os.path.join(CUTS, self.cut), max(8, round(size))),
            "other": ImageFont.truetype(MONO, max(8, round(size * 1.1))),
        }

    def glyph(self, sign):
        """The ink of a sign (0 to 255) in a box of two pitches by two and a half, its cell's middle in the middle."""
        if sign not in self.cache:
            self.cache[sign] = self._draw(sign)
        return self.cache[sign]

    def _draw(self, sign):
        width, height = 2 * OVER * self.pitch, 2 * OVER * round(1.25 * self.pitch)
        image = Image.new("L", (width, height))
        other = sign in self.others
        font = self.fonts["other" if other and sign in "RMNI" else "own"]
        draw = ImageDraw.Draw(image)
        # Capitals of both fonts stand on one line: half a digit's height under the middle.
        base = height / 2 + (0.5 * 2.7 / PITCH + self.rise) * OVER * self.pitch
        draw.text((width / 2, base), "O" if other and sign == "0" else sign, fill=255, font=font, anchor="ms")
        weight = round(abs(self.weight) * OVER * self.pitch)
        if weight:
            grow = ImageFilter.MaxFilter if self.weight > 0 else ImageFilter.MinFilter
            image = image.filter(grow(2 * min(weight, 12) + 1))
        wide = self.wide * self.square.get(sign, 1.0) * (0.82 if other and sign == "0" else 1.0)
        # Output to input, around the middle.
        a, b, e = 1 / wide, self.slant, 1 / self.high
        matrix = (a, b, width / 2 * (1 - a) - b * height / 2, 0, e, height / 2 * (1 - e))
        image = image.transform(image.size, Image.AFFINE, matrix, Image.BILINEAR)
        return image.resize((2 * self.pitch, 2 * round(1.25 * self.pitch)), Image.BOX)

    def line(self, ink, text, left, middle):
        """Prints a line into `ink`; `left` is the middle of its first cell, in pixels."""
        for column, sign in enumerate(text):
            if sign == " ":
                continue
            glyph = self.glyph(sign)
            x, y = left + column * self.pitch - glyph.width // 2, middle - glyph.height // 2
            box = (x, y, x + glyph.width, y + glyph.height)
            ink.paste(ImageChops.lighter(ink.crop(box), glyph), box)
