"""A card's back (TD1, 85.6 × 54 mm), the foot of a passport's page (TD3), or print without a zone, seen straight."""
import numpy as np
from PIL import Image, ImageDraw, ImageFont

import zones
from glyphs import PITCH, Print

WORDS = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"


class Card:
    """`paper`: grey levels; `pitch` and `leading` of the zone and `first`, the middle of its first cell: pixels."""

    def __init__(self, rng, kind, scale):
        """`scale`: about so many pixels a millimetre: pitches are whole pixels, so that signs lie where truth says."""
        self.lines = {"td1": zones.td1, "td3": zones.td3, "none": zones.no_zone}[kind](rng)
        wanted = 1 if kind != "none" else rng.uniform(0.6, 1.1)
        self.pitch = max(8, round(PITCH * scale * wanted))
        self.scale = scale = self.pitch / (PITCH * wanted)
        self.size = (85.6, 54.0) if kind != "td3" else (125.0, 60.0)
        width, height = (round(side * scale) for side in self.size)
        leading = rng.uniform(4.4, 6.4) if kind != "td3" else rng.uniform(5.6, 6.8)
        self.leading = round(leading * scale)
        rows, columns = len(self.lines), max(map(len, self.lines))
        across = (columns - 1) * PITCH
        left = (self.size[0] - across) / 2 + rng.uniform(-1, 1)
        foot = self.size[1] - rng.uniform(4.0, 6.5)
        self.first = (round(left * scale), round(foot * scale) - (rows - 1) * self.leading)
        self.paper = self._paper(rng, width, height, kind)
        ink = Image.new("L", (width, height))
        if kind == "none" and rng.random() < 0.5:
            font = ImageFont.truetype(WORDS, max(6, round(self.pitch * 1.3)))
            for row, text in enumerate(self.lines):
                place = (self.first[0], self.first[1] + row * self.leading)
                ImageDraw.Draw(ink).text(place, text, fill=255, font=font, anchor="lm")
        else:
            type_ = Print(rng, self.pitch)
            for row, text in enumerate(self.lines):
                type_.line(ink, text, self.first[0], self.first[1] + row * self.leading)
        cover = np.asarray(ink, np.float32) / 255 * rng.uniform(0.65, 1.0)
        self.paper = self.paper * (1 - cover) + rng.uniform(10, 60) * cover

    def _paper(self, rng, width, height, kind):
        ground = np.full((height, width), rng.uniform(170, 240), np.float32)
        y, x = np.mgrid[0:height, 0:width].astype(np.float32) / self.scale
        # Guilloche, tint, and the print above the zone.
        for _ in range(int(rng.integers(1, 4))):
            wave, turn = rng.uniform(0.4, 3.0), rng.uniform(0, np.pi)
            bend = np.sin(x / rng.uniform(4, 20)) * rng.uniform(0, 3)
            ground += rng.uniform(1, 9) * np.sin((x * np.cos(turn) + (y + bend) * np.sin(turn)) * 6.28 / wave)
        ground += rng.uniform(-25, 25) * (x / self.size[0] - 0.5) + rng.uniform(-25, 25) * (y / self.size[1] - 0.5)
        image = Image.fromarray(np.clip(ground, 0, 255).astype(np.uint8))
        draw = ImageDraw.Draw(image)
        top = (self.first[1] - 1.5 * self.pitch) / self.scale
        millimetre = lambda *v: tuple(round(a * self.scale) for a in v)
        if rng.random() < 0.75 and top > 20:
            self._symbol(rng, draw, rng.uniform(55, 62) if kind != "td3" else 90, 3, rng.uniform(15, 20))
        if rng.random() < 0.6 and top > 18:
            draw.rounded_rectangle(millimetre(6, 6, 18, 15), round(self.scale), fill=int(rng.integers(120, 190)))
        font = ImageFont.truetype(WORDS, max(6, round(rng.uniform(1.6, 2.6) * self.scale)))
        for row in range(int(rng.integers(1, 6))):
            text = " ".join(zones.vietnamese_name(rng)) + ", " + zones.some(rng, zones.DIGITS, 3)
            place = millimetre(rng.uniform(3, 20), 2 + row * 4)
            if 4 + row * 4 < top:
                draw.text(place, text.title(), fill=int(rng.integers(20, 90)), font=font)
        return np.asarray(image, np.float32)

    def _symbol(self, rng, draw, left, top, side):
        count = int(rng.integers(25, 45))
        step = side / count
        dark = rng.random((count, count)) < 0.5
        for row, column in zip(*np.nonzero(dark)):
            x, y = (left + column * step) * self.scale, (top + row * step) * self.scale
            draw.rectangle((round(x), round(y), round(x + step * self.scale), round(y + step * self.scale)), fill=30)
