"""Windows of cells out of pictures with truth, sampled as `src/scan/mrz/cells.rs` samples them."""
import json
from pathlib import Path

import numpy as np

from scene import apply
from zones import SIGNS

ACROSS, DOWN = 12, 14
WIDE, HIGH = 1.5, 1.7  # pitches
NONE = len(SIGNS)
FLOOR, LIMIT = 3.0, 3.0
# Signs of fewer pixels are nothing to learn from.
LEAST = 5.5
# What looks the same when it stands on its head.
TURNED = set("0OHINSXZ8")


def load(folder, first, last):
    for line in (Path(folder) / "truth.json").read_text().splitlines()[first:last]:
        truth = json.loads(line)
        data = (Path(folder) / truth["file"]).read_bytes()
        head = data.split(b"\n", 3)
        width, height = map(int, head[1].split())
        yield np.frombuffer(head[3], np.uint8).reshape(height, width).astype(np.float32), truth


def halved(picture):
    height, width = (side // 2 for side in picture.shape)
    p = picture[: 2 * height, : 2 * width]
    return np.floor((p[::2, ::2] + p[1::2, ::2] + p[::2, 1::2] + p[1::2, 1::2] + 2) / 4)


def bilinear(picture, points):
    height, width = picture.shape
    x = np.clip(points[..., 0] - 0.5, 0, width - 1)
    y = np.clip(points[..., 1] - 0.5, 0, height - 1)
    x0, y0 = x.astype(int), y.astype(int)
    x1, y1 = np.minimum(x0 + 1, width - 1), np.minimum(y0 + 1, height - 1)
    fx, fy = x - x0, y - y0
    upper = picture[y0, x0] * (1 - fx) + picture[y0, x1] * fx
    return upper * (1 - fy) + (picture[y1, x0] * (1 - fx) + picture[y1, x1] * fx) * fy


def frames(matrix, cells):
    """Middle of each cell, and its pitch along and across the line, all in pixels."""
    step = np.array([0.5, 0.0])
    along = apply(matrix, cells + step) - apply(matrix, cells - step)
    across = apply(matrix, cells + step[::-1] / 2) - apply(matrix, cells - step[::-1] / 2)
    pitch = np.hypot(along[:, 0], along[:, 1])
    across *= (pitch / np.maximum(np.hypot(across[:, 0], across[:, 1]), 1e-6))[:, None]
    return apply(matrix, cells), along, across


def windows(picture, middle, along, across, turn=None):
    """Samples of windows; `turn`: for each a matrix in the frame of the cell."""
    x = ((np.arange(ACROSS) + 0.5) / ACROSS - 0.5) * WIDE
    y = ((np.arange(DOWN) + 0.5) / DOWN - 0.5) * HIGH
    offsets = np.stack(np.meshgrid(x, y), -1).reshape(1, -1, 2)
    if turn is not None:
        offsets = offsets @ turn.transpose(0, 2, 1)
    points = middle[:, None] + offsets[..., :1] * along[:, None] + offsets[..., 1:] * across[:, None]
    return bilinear(picture, points)


def normalised(patches):
    mean = patches.mean(1, keepdims=True)
    return np.clip((patches - mean) / (patches.std(1, keepdims=True) + FLOOR), -LIMIT, LIMIT).astype(np.float32)


def spoilt(rng, patches):
    """More noise, a gradient of light, a covered edge."""
    count = len(patches)
    spread = patches.std(1, keepdims=True)
    out = patches + rng.normal(0, 1, patches.shape) * spread * rng.choice([0, 0, 0.15, 0.35, 0.6], (count, 1))
    x = np.tile(np.linspace(-1, 1, ACROSS), DOWN)
    y = np.repeat(np.linspace(-1, 1, DOWN), ACROSS)
    out += spread * (x * rng.normal(0, 0.5, (count, 1)) + y * rng.normal(0, 0.5, (count, 1)))
    covered = rng.random((count, 1)) < 0.06
    angle = rng.uniform(0, 6.28, (count, 1))
    side = x * np.cos(angle) + y * np.sin(angle) > rng.uniform(0.3, 0.9, (count, 1))
    return np.where(covered & side, patches.mean(1, keepdims=True) + spread * rng.normal(0, 1.5, (count, 1)), out)


def samples(folder, first, last, seed, copies=4):
    """Inputs, classes, displacements (of the glyph from the window's middle, in pitches)."""
    rng = np.random.default_rng(seed)
    inputs, classes, places = [], [], []

    def add(patches, labels, shifts):
        inputs.append(normalised(spoilt(rng, patches)))
        classes.append(labels)
        places.append(shifts)

    for picture, truth in load(folder, first, last):
        pitch = truth["pitch"]
        if pitch < LEAST:
            continue
        while pitch >= 16:
            picture, pitch = halved(picture), pitch / 2
        shrink = pitch / truth["pitch"]
        matrix = np.diag([shrink, shrink, 1]) @ np.array(truth["map"]).reshape(3, 3)
        rows, columns = len(truth["lines"]), len(truth["lines"][0]) if truth["lines"] else 0
        if rows:
            cells = np.array([(c, r) for r in range(rows) for c in range(columns)], float)
            labels = np.array([SIGNS.index(s) for line in truth["lines"] for s in line])
            for copy in range(copies):
                keep = (labels != NONE - 1) | (rng.random(len(labels)) < 0.3)
                count = int(keep.sum())
                middle, along, across = frames(matrix, cells[keep])
                wide = rng.random((count, 1)) < 0.35
                shift = np.where(wide, rng.uniform(-0.42, 0.42, (count, 2)), rng.normal(0, 0.07, (count, 2)))
                moved = middle + shift[:, :1] * along + shift[:, 1:] * across
                turn = np.eye(2) + rng.normal(0, 0.04, (count, 2, 2))
                # Where the glyph lies, in the frame of the window that was turned.
                back = -np.einsum("nij,nj->ni", np.linalg.inv(turn), shift)
                add(windows(picture, moved, along, across, turn), labels[keep], back)
            # Between two glyphs, between the lines, beside the zone.
            count = 24
            around = np.stack([rng.integers(0, columns - 1, count) + rng.uniform(0.46, 0.54, count),
                               rng.integers(0, rows, count) + rng.normal(0, 0.05, count)], 1)
            between = np.stack([rng.uniform(0, columns, count),
                                rng.integers(-1, rows, count) + rng.uniform(0.34, 0.66, count)], 1)
            ends = [-3, -2, -1, columns, columns + 1, columns + 2]
            beside = np.stack([rng.choice(ends, count) + rng.normal(0, .2, count),
                               rng.uniform(-1, rows, count)], 1)
            beyond = np.stack([rng.uniform(-1, columns, count),
                               rng.choice([-2, -1, rows, rows + 1], count) + rng.normal(0, .1, count)], 1)
            places_ = np.concatenate([around, between, beside, beyond])
            middle, along, across = frames(matrix, places_)
            nowhere = np.full((len(places_), 2), np.nan)
            add(windows(picture, middle, along, across), np.full(len(places_), NONE), nowhere)
            # On their heads.
            some = [i for i in range(len(labels)) if SIGNS[labels[i]] not in TURNED and rng.random() < 0.3]
            middle, along, across = frames(matrix, cells[some])
            middle += rng.normal(0, 0.1, (len(some), 1)) * along + rng.normal(0, 0.1, (len(some), 1)) * across
            add(windows(picture, middle, -along, -across), np.full(len(some), NONE), np.full((len(some), 2), np.nan))
        # Anything else in the picture.
        height, width = picture.shape
        count = 12
        middle = rng.uniform(0, 1, (count, 2)) * [width, height]
        if rows:
            inside = apply(np.linalg.inv(matrix), middle)
            far = (inside[:, 0] < -1) | (inside[:, 0] > columns) | (inside[:, 1] < -1) | (inside[:, 1] > rows)
            middle = middle[far]
        angle, step = rng.uniform(0, 6.28, len(middle)), pitch * rng.uniform(0.6, 2, len(middle))
        along = np.stack([np.cos(angle) * step, np.sin(angle) * step], 1)
        across = np.stack([-along[:, 1], along[:, 0]], 1)
        if len(middle):
            add(windows(picture, middle, along, across), np.full(len(middle), NONE), np.full((len(middle), 2), np.nan))
    return np.concatenate(inputs), np.concatenate(classes), np.concatenate(places).astype(np.float32)
