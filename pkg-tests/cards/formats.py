"""Stores one small picture of an invented person's code in the ways in which phones store photographs.

    pip install -r requirements.txt -r formats.txt && python formats.py

JPEG in each of the eight EXIF orientations (EXIF 2.32, tag 0x0112), PNG, WebP, AVIF, and HEIC as an iPhone held
upright writes it: stored lying, with the turn beside it. HEIC is encoded by x265 (GPL) inside `pillow-heif`: a
tool of the drawing only, nothing of it is shipped. The person does not exist.
"""

from pathlib import Path

import numpy as np
import pillow_heif
import segno
from PIL import Image, ImageFilter, ImageOps

OUT = Path(__file__).parent / "pictures" / "formats"
PAYLOAD = "001202999999||Nguyễn Văn Mẫu|15052002|Nam|Xã Mẫu, Huyện Mẫu, Thái Bình|20042021"
SIZE = (240, 320)  # upright: whoever turns it wrongly changes its shape
MODULE = 4
ORIENTATION = 0x0112

# What a decoder does to the stored picture, undone: the stored picture of the upright one.
STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def upright():
    """The code in the upper left of a card of soft light, a little out of focus."""
    code = segno.make(PAYLOAD.encode(), error="m", mode="byte", encoding=None, boost_error=False, micro=False)
    modules = np.array([[0.15 if bit else 0.9 for bit in row] for row in code.matrix_iter(border=4)], dtype=np.float32)
    drawn = np.kron(modules, np.ones((MODULE, MODULE), dtype=np.float32))
    width, height = SIZE
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    scene = np.full((height, width), 0.82, dtype=np.float32)
    scene[12 : 12 + drawn.shape[0], 10 : 10 + drawn.shape[1]] = drawn
    light = 200 + 30 * x / width - 40 * y / height
    return Image.fromarray(np.clip(scene * light, 0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(0.6))


def stored(picture, orientation):
    how = STORED[orientation]
    turned = picture if how is None else picture.transpose(how)
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    return turned, exif


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    pillow_heif.register_heif_opener()
    picture = upright()
    for orientation in STORED:
        turned, exif = stored(picture, orientation)
        turned.save(OUT / f"exif-{orientation}.jpg", quality=60, optimize=True, exif=exif)
    picture.save(OUT / "upright.png", optimize=True)
    picture.convert("RGB").save(OUT / "upright.webp", quality=60, method=6)
    picture.convert("RGB").save(OUT / "upright.avif", quality=60, speed=4)
    turned, exif = stored(picture, 6)
    turned.convert("RGB").save(OUT / "upright.heic", quality=50, exif=exif.tobytes())
    for file in sorted(OUT.iterdir()):
        again = ImageOps.exif_transpose(Image.open(file)).convert("L")
        difference = np.abs(np.asarray(again, dtype=np.float32) - np.asarray(picture, dtype=np.float32)).mean() if again.size == SIZE else None
        print(f"{file.name}: {file.stat().st_size} bytes, differs by {difference}")
        assert difference is not None and difference < 4, file


if __name__ == "__main__":
    main()
