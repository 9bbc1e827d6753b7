"""A card before a camera: where it lies, what stands around it, and what damages the picture."""
import io

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

KINDS = ["clean", "perspective", "rotated", "blur", "motion", "noise", "lowlight", "glare", "shadow", "jpeg", "cast",
         "finger", "small", "hologram", "combined"]
DEGREES = 5


WIDTHS = [640, 800, 1024, 1280, 1600, 1920, 2560, 4000]
SHARES = [0.16, 0.18, 0.2, 0.25, 0.08, 0.09, 0.02, 0.02]


def size_of(rng, small):
    """Widths of 640 to 4000 pixels, the large ones seldom, since they take long; `small`: what they are halved to."""
    width = int(rng.choice(WIDTHS, p=SHARES)) if not small else int(rng.integers(500, 1000))
    height = round(width * [0.75, 0.5625][int(rng.integers(2))])
    return (width, height) if rng.random() < 0.8 else (height, width)


class Pose:
    """Millimetres of the card to pixels of the picture, a matrix of three by three."""

    def __init__(self, rng, kinds, degree, size, card):
        width, height = size
        tilt = np.radians(rng.uniform(0, 6))
        if "perspective" in kinds:
            tilt = np.radians(10 + 7 * degree + rng.uniform(0, 5))
        turn = np.radians(rng.uniform(-4, 4))
        if "rotated" in kinds:
            turn = np.radians(rng.uniform(*[(5, 15), (15, 40), (40, 95), (95, 150), (150, 180)][degree]))
            turn *= rng.choice([-1, 1])
        about, far = rng.uniform(0, 2 * np.pi), rng.uniform(1.8, 3.5) * card[0]
        c, s = np.cos(tilt), np.sin(tilt)
        k = np.array([np.cos(about), np.sin(about), 0])
        cross = np.array([[0, 0, k[1]], [0, 0, -k[0]], [-k[1], k[0], 0]])
        rotate = np.eye(3) + s * cross + (1 - c) * cross @ cross
        spin = np.array([[np.cos(turn), -np.sin(turn), 0], [np.sin(turn), np.cos(turn), 0], [0, 0, 1]])
        turned = spin @ rotate
        plane = np.column_stack([turned[:, 0], turned[:, 1], [0, 0, far]])
        plane = plane @ np.array([[1, 0, -card[0] / 2], [0, 1, -card[1] / 2], [0, 0, 1]])
        corners = apply(plane, np.array([[0, 0], [card[0], 0], [card[0], card[1]], [0, card[1]]]))
        low, high = corners.min(0), corners.max(0)
        share = rng.uniform(0.75, 0.97)
        if "small" in kinds:
            share = 0.72 - 0.1 * degree + rng.uniform(-0.03, 0.03)
        zoom = share * min(width / (high - low)[0], height / (high - low)[1])
        room = np.array([width, height]) - zoom * (high - low)
        shift = room * rng.uniform(0.1, 0.9, 2) - zoom * low
        self.matrix = np.array([[zoom, 0, shift[0]], [0, zoom, shift[1]], [0, 0, 1]]) @ plane


def apply(matrix, points):
    out = np.column_stack([points, np.ones(len(points))]) @ matrix.T
    return out[:, :2] / out[:, 2:]


def ground(rng, size):
    """A table top: a gradient, grain, some edges and print."""
    width, height = size
    small = rng.normal(0, 1, (9, 12)).astype(np.float32)
    image = Image.fromarray(small).resize(size, Image.BICUBIC)
    level = rng.uniform(40, 200) + rng.uniform(3, 25) * np.asarray(image)
    level += rng.normal(0, rng.uniform(0, 5), (height, 1)).astype(np.float32)
    canvas = Image.fromarray(np.clip(level, 0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(canvas)
    for _ in range(int(rng.integers(0, 7))):
        x, y = rng.uniform(0, width), rng.uniform(0, height)
        box = [x, y, x + rng.uniform(0.02, 0.4) * width, y + rng.uniform(0.01, 0.3) * height]
        draw.rectangle([round(v) for v in box], fill=int(rng.integers(20, 235)))
    for _ in range(int(rng.integers(0, 12))):
        ends = [round(rng.uniform(0, side)) for side in (width, height, width, height)]
        draw.line(ends, fill=int(rng.integers(20, 235)), width=int(rng.integers(1, 4)))
    return np.asarray(canvas, np.float32)


def lay(rng, card, pose, size):
    """The card on its ground."""
    scale = np.diag([card.scale, card.scale, 1.0])
    back = scale @ np.linalg.inv(pose.matrix)
    # Pillow, too, has the middle of the first pixel at a half.
    back /= back[2, 2]
    paper = Image.fromarray(np.clip(card.paper, 0, 255).astype(np.uint8))
    coefficients = tuple(back.flatten()[:8])
    seen = np.asarray(paper.transform(size, Image.PERSPECTIVE, coefficients, Image.BICUBIC), np.float32)
    mask = Image.new("L", paper.size, 255).transform(size, Image.PERSPECTIVE, coefficients, Image.BILINEAR)
    cover = np.asarray(mask, np.float32) / 255
    return ground(rng, size) * (1 - cover) + seen * cover


def damage(rng, picture, kinds, degree, pose, card):
    """What the kinds do, in an order that a camera would do it; `pitch` is that of the zone."""
    height, width = picture.shape
    middle, next_ = apply(pose.matrix, np.array([[card.size[0] / 2, card.size[1] * 0.85],
                                                 [card.size[0] / 2 + card.pitch / card.scale, card.size[1] * 0.85]]))
    pitch = float(np.hypot(*(next_ - middle)))
    strong = (degree + rng.uniform(0.3, 1)) / 5
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    spot = [card.size[0] * rng.uniform(0.05, 0.95), card.size[1] * rng.uniform(0.55, 1)]
    zone = apply(pose.matrix, np.array([spot]))[0]
    if "hologram" in kinds:
        for _ in range(2 + degree):
            angle, wave = rng.uniform(0, 3.14), pitch * rng.uniform(1.2, 8)
            bend = np.sin(y / (pitch * rng.uniform(5, 20))) * pitch * 2
            shine = np.sin((x * np.cos(angle) + (y + bend) * np.sin(angle)) / wave)
            picture = picture + rng.uniform(8, 26) * strong * shine
    if "shadow" in kinds:
        angle, edge = rng.uniform(0, 6.28), pitch * rng.uniform(0.3, 6)
        side = ((x - zone[0]) * np.cos(angle) + (y - zone[1]) * np.sin(angle)) / edge
        picture = picture * (1 - strong * 0.75 / (1 + np.exp(-np.clip(side, -30, 30))))
    if "cast" in kinds:
        low = rng.uniform(0, 120) * strong
        picture = low + picture * (1 - 0.75 * strong * rng.uniform(0.7, 1))
    if "finger" in kinds:
        reach = pitch * (1.2 + 1.1 * degree) * rng.uniform(0.8, 1.2)
        corner = card.size[0] * rng.choice([0.0, 1.0]), card.size[1] * rng.uniform(0.75, 1.05)
        place = apply(pose.matrix, np.array([corner]))[0]
        far = np.hypot((x - place[0]) / rng.uniform(0.8, 1.3), y - place[1]) / reach
        cover = 1 / (1 + np.exp(np.clip((far - 1) * 25, -30, 30)))
        picture = picture * (1 - cover) + cover * (rng.uniform(60, 180) - 30 * far)
    if "glare" in kinds:
        reach = pitch * (1.0 + 1.3 * degree) * rng.uniform(0.7, 1.3)
        far = np.hypot((x - zone[0]) / rng.uniform(0.7, 3), y - zone[1]) / reach
        picture = picture + rng.uniform(150, 330) * np.exp(-far**2)
    if "lowlight" in kinds:
        picture = picture * (1 - 0.85 * strong)
        picture = picture + rng.normal(0, 1, picture.shape).astype(np.float32) * (1 + 4 * strong)
    soft = pitch * 0.16 * strong if "blur" in kinds else pitch * rng.uniform(0, 0.04) + rng.uniform(0, 0.5)
    image = Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8))
    if soft > 0.2:
        image = image.filter(ImageFilter.GaussianBlur(soft))
    picture = np.asarray(image, np.float32)
    if "motion" in kinds:
        angle, long = rng.uniform(0, 6.28), pitch * 0.55 * strong
        steps = max(3, round(long * 1.5))
        total = np.zeros_like(picture)
        for i in range(steps):
            far = (i / (steps - 1) - 0.5) * long
            total += np.roll(picture, (round(far * np.sin(angle)), round(far * np.cos(angle))), (0, 1))
        picture = total / steps
    grain = 34 * strong if "noise" in kinds else rng.uniform(0, 3)
    picture = picture + rng.normal(0, 1, picture.shape).astype(np.float32) * grain
    picture = np.clip(picture, 0, 255).astype(np.uint8)
    quality = int(60 - 48 * strong) if "jpeg" in kinds else int(rng.integers(70, 96))
    buffer = io.BytesIO()
    Image.fromarray(picture).save(buffer, "JPEG", quality=quality)
    return np.asarray(Image.open(io.BytesIO(buffer.getvalue())))
