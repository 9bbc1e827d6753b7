"""Draws invented ID cards and photographs them: the pictures of the tests and of the demo.

    pip install -r requirements.txt && python generate.py

The drawings copy no security feature and say MẪU (specimen) across the face; the people do not exist.
Everything is seeded: the same versions of the packages draw the same pictures. The QR has its real size on
the card (11 mm on 85.6 × 54 mm, ISO/IEC 7810 ID-1) and its real density (UTF-8 bytes without ECI, level M).
"""

import io
import json
import math
from pathlib import Path

import numpy as np
import segno
from PIL import Image, ImageDraw, ImageFilter, ImageFont

HERE = Path(__file__).parent
OUT = HERE / "pictures"
FONT = "/usr/share/fonts/truetype/noto/NotoSans-{}.ttf"
DOT = 40  # pixels a millimetre of the drawing
CARD = (85.6, 54.0)

PAYLOADS = {
    "cccd2021": "001202999999|012345678|Nguyễn Văn Mẫu|15052002|Nam|Số 1, Phố Mẫu, Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh|20062021",
    "canCuoc2024": "001199999999||Nguyễn Thị Mẫu|01011999|Nữ|Thôn Mẫu, Xã Mẫu, Thái Bình|06102025||||",
    "torn": "001202999999|012345678|Nguyễn Văn Mẫu|15052002|Na",
    "other": "https://example.org/mot-ma-qr-khac",
}


def font(size_mm, weight="Regular"):
    return ImageFont.truetype(FONT.format(weight), round(size_mm * DOT))


def qr(payload, size_mm):
    code = segno.make(payload.encode(), error="m", mode="byte", encoding=None, boost_error=False, micro=False)
    modules = np.array([[0 if bit else 255 for bit in row] for row in code.matrix_iter(border=4)], dtype=np.uint8)
    side = round(size_mm * DOT * modules.shape[0] / (modules.shape[0] - 8))
    return Image.fromarray(modules).resize((side, side), Image.Resampling.NEAREST)


def blank(tint):
    """A card with a quiet wavy ground, so that edges are everywhere, as on a real one."""
    width, height = (round(side * DOT) for side in CARD)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32) / DOT
    wave = np.sin(x * 2.1 + 3 * np.sin(y * 0.35)) + np.sin(y * 2.6 + 2 * np.sin(x * 0.22))
    ground = np.clip(np.array(tint)[None, None, :] + wave[..., None] * 5, 0, 255).astype(np.uint8)
    return Image.fromarray(ground)


def specimen(card):
    words = Image.new("L", (round(62 * DOT), round(14 * DOT)), 0)
    ImageDraw.Draw(words).text((0, 0), "MẪU – SPECIMEN", font=font(7, "Bold"), fill=70)
    words = words.rotate(18, expand=True, resample=Image.Resampling.BICUBIC)
    card.paste((150, 60, 60), (round(14 * DOT), round(16 * DOT)), words)


def front_2021(payload):
    card = blank((205, 226, 222))
    draw = ImageDraw.Draw(card)
    draw.text((24 * DOT, 3 * DOT), "THẺ MẪU ĐỂ KIỂM THỬ", font=font(3.2, "Bold"), fill=(160, 30, 40))
    draw.text((24 * DOT, 8 * DOT), "Test card, no real person", font=font(2.2), fill=(60, 60, 60))
    draw.rectangle([4 * DOT, 20 * DOT, 24 * DOT, 46 * DOT], fill=(180, 195, 200))
    draw.ellipse([10 * DOT, 24 * DOT, 18 * DOT, 33 * DOT], fill=(120, 140, 150))
    draw.pieslice([6 * DOT, 34 * DOT, 22 * DOT, 56 * DOT], 180, 360, fill=(120, 140, 150))
    rows = ["Số / No.: 001202999999", "Họ và tên: NGUYỄN VĂN MẪU", "Ngày sinh: 15/05/2002", "Giới tính: Nam   Quốc tịch: Việt Nam", "Nơi thường trú: Số 1, Phố Mẫu"]
    for index, row in enumerate(rows):
        draw.text((27 * DOT, (22 + 5.2 * index) * DOT), row, font=font(2.5), fill=(25, 25, 30))
    specimen(card)
    code = qr(payload, 11)
    card.paste(code, (round(71 * DOT) - code.width // 2 + round(4 * DOT), round(1.6 * DOT)))
    return card


def back_2024(payload):
    card = blank((222, 216, 200))
    draw = ImageDraw.Draw(card)
    draw.text((5 * DOT, 4 * DOT), "Nơi cư trú: Thôn Mẫu, Xã Mẫu", font=font(2.4), fill=(25, 25, 30))
    draw.text((5 * DOT, 10 * DOT), "Ngày cấp: 06/10/2025", font=font(2.4), fill=(25, 25, 30))
    draw.rounded_rectangle([6 * DOT, 17 * DOT, 19 * DOT, 28 * DOT], radius=DOT, fill=(205, 175, 90))
    specimen(card)
    for index, line in enumerate(["IDVNM1999999991001199999999<<2", "9901018F3901016VNM<<<<<<<<<<<8", "NGUYEN<<THI<MAU<<<<<<<<<<<<<<<"]):
        draw.text((4 * DOT, (34.5 + 5.5 * index) * DOT), line, font=ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf", round(4.2 * DOT)), fill=(20, 20, 20))
    code = qr(payload, 11)
    card.paste(code, (round(70 * DOT), round(14 * DOT)))
    return card


def photograph(card, size, corners, *, light=(1.0, 1.0), blur=0.0, noise=3.0, seed=1):
    """The card in a scene: `corners` are where its own go (clockwise from the top left), in pixels."""
    width, height = size
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    table = 92 + 16 * np.sin(x / 37 + 2 * np.sin(y / 91)) + 6 * np.sin(y / 3.1)
    scene = Image.fromarray(np.clip(np.stack([table * 1.1, table * 0.9, table * 0.7], -1), 0, 255).astype(np.uint8))
    # A drawing much finer than the photograph would alias: shrink it first to twice the picture's density.
    span = max(math.dist(corners[0], corners[1]), math.dist(corners[3], corners[2]))
    scale = min(1.0, 2.0 * span / card.width)
    small = card.resize((round(card.width * scale), round(card.height * scale)), Image.Resampling.BOX)
    w, h = small.size
    source = [(0, 0), (w, 0), (w, h), (0, h)]
    rows, values = [], []
    for (u, v), (px, py) in zip(source, corners):
        rows += [[px, py, 1, 0, 0, 0, -u * px, -u * py], [0, 0, 0, px, py, 1, -v * px, -v * py]]
        values += [u, v]
    coefficients = np.linalg.solve(np.array(rows, dtype=np.float64), np.array(values, dtype=np.float64))
    warped = small.transform(size, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC)
    mask = Image.new("L", small.size, 255).transform(size, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC)
    scene.paste(warped, (0, 0), mask)
    if blur:
        scene = scene.filter(ImageFilter.GaussianBlur(blur))
    pixels = np.asarray(scene).astype(np.float32)
    falloff = light[0] + (light[1] - light[0]) * (x / width * 0.7 + y / height * 0.3)
    pixels = pixels * falloff[..., None] + rng.normal(0, noise, pixels.shape)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def save(picture, name, quality=82):
    picture.save(OUT / name, quality=quality) if name.endswith("jpg") else picture.save(OUT / name, optimize=True)


def main():
    OUT.mkdir(exist_ok=True)
    old, new = front_2021(PAYLOADS["cccd2021"]), back_2024(PAYLOADS["canCuoc2024"])
    straight = [(170, 90), (1750, 90), (1750, 1087), (170, 1087)]
    tilted = [(230, 170), (1690, 95), (1765, 1020), (150, 985)]
    manifest = []

    def picture(name, image, payload, quality=82):
        save(image, name, quality)
        manifest.append({"file": name, "payload": payload})

    full = (1920, 1180)
    picture("front-2021-straight.jpg", photograph(old, full, straight, blur=0.6, seed=1), PAYLOADS["cccd2021"])
    picture("front-2021-tilted.jpg", photograph(old, full, tilted, light=(0.62, 1.12), blur=1.0, noise=5, seed=2), PAYLOADS["cccd2021"])
    picture("front-2021-dim.jpg", photograph(old, full, tilted, light=(0.25, 0.5), blur=0.9, noise=6, seed=3), PAYLOADS["cccd2021"])
    picture("back-2024-tilted.jpg", photograph(new, full, [(190, 130), (1740, 185), (1700, 1075), (240, 1010)], light=(1.15, 0.6), blur=1.0, noise=5, seed=4), PAYLOADS["canCuoc2024"])
    picture("torn-payload.jpg", photograph(front_2021(PAYLOADS["torn"]), full, straight, blur=0.6, seed=5), PAYLOADS["torn"])
    picture("other-qr.jpg", photograph(front_2021(PAYLOADS["other"]), full, straight, blur=0.6, seed=6), PAYLOADS["other"])
    grey = photograph(old, full, straight, blur=0.5, seed=7).convert("L")
    picture("front-2021.png", grey.crop((1180, 60, 1800, 420)), PAYLOADS["cccd2021"])
    nothing = blank((190, 200, 205))
    picture("no-qr.jpg", photograph(nothing, full, straight, blur=0.8, seed=8), None)
    (OUT / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n")

    # A camera's view for a second: the card comes into focus in a hand that is not quite still.
    frames = b""
    for index in range(12):
        sway = 9 * math.sin(index / 2)
        corners = [(px * 0.667 + sway, py * 0.61 + sway / 2) for px, py in tilted]
        frame = photograph(old, (1280, 720), corners, light=(0.8, 1.05), blur=max(0.5, 2.2 - index * 0.4), noise=4, seed=20 + index)
        buffer = io.BytesIO()
        frame.save(buffer, "JPEG", quality=80)
        frames += buffer.getvalue()
    (OUT / "camera.mjpeg").write_bytes(frames)


if __name__ == "__main__":
    main()
