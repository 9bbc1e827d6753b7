#!/usr/bin/env python3
"""A seeded corpus for the scanner: grey PNGs and manifest.json.

    generate.py DIRECTORY --seed 101 [--count 6]

Seeds 1 to 99 are for tuning, from 101 on for tests: no constant of the scanner may be chosen by looking at those.
Each entry of the manifest: file, cat (kind), sev (degree 0 to 4), seq (number of the video or null), payload (base64; null:
no code), version, corners. Kinds: `any` (all versions, modes and levels, clean to damaged), `card` (payloads like a card's),
`fold` (two planes), `lens` (barrel distortion), `stripes` (rolling bands of light), `dirt`, `video`, `none` (no code), and
whole cards in a scene, by the size of the picture: `scene720`, `scene1080`, `scene12mp` (`scenes.py`).
All names and numbers are invented.
"""
import argparse, base64, json, math, os
import cv2
import numpy as np
import segno

from scenes import SIZES, photograph

cv2.setNumThreads(1)
TEXT = "Nguyễn Văn Mẫu|Trần Thị Thử|Phường Bến Nghé, Quận 1|Xã Mẫu, Huyện Mẫu|Thôn Đông, Ấp Tây"


def card_payload(r):
    pin = f"{r.integers(1, 97):03d}{r.integers(0, 4)}{r.integers(10, 99)}999{r.integers(0, 1000):03d}"
    parts = TEXT.split("|")
    date = lambda: f"{r.integers(1, 29):02d}{r.integers(1, 13):02d}{r.integers(1950, 2025)}"
    return "|".join([pin, "", parts[r.integers(2)], date(), "Nam", f"Số {r.integers(1, 300)}, {parts[2 + r.integers(3)]}, Mẫu", date()]).encode()


def symbol(r, kind):
    """A segno code and its bytes."""
    if kind == "any":
        version = int(r.integers(1, 41)) if r.random() < .5 else int(r.integers(1, 13))
        mode = r.choice(["numeric", "alphanumeric", "byte"])
        alphabet = {"numeric": "0123456789", "alphanumeric": "ABCXYZ0189 $%*+-./:", "byte": "aăâbcdđeêghiklmnoôơ~{}"}[mode]
        text = "".join(r.choice(list(alphabet)) for _ in range(int(r.integers(3, 4 + 2 * version))))
        data = text.encode()
        level = str(r.choice(list("lmqh")))
        try:
            return segno.make(data, version=version, error=level, boost_error=False, micro=False), data
        except segno.DataOverflowError:
            return segno.make(data, error=level, boost_error=False, micro=False), data
    data = card_payload(r)
    return segno.make(data, error=str(r.choice(["l", "m"])), mode="byte", boost_error=False, micro=False), data


def scene(r, width, height):
    """A background of soft patches, lines and grain."""
    small = r.random((6, 8)).astype(np.float32)
    back = .25 + .4 * cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)
    for _ in range(12):
        p, q = r.integers(0, width, 2), r.integers(0, height, 2)
        cv2.line(back, (int(p[0]), int(q[0])), (int(p[1]), int(q[1])), float(r.random()), int(r.integers(1, 6)), cv2.LINE_AA)
    ink = np.zeros((height, width), np.uint8)
    for _ in range(5):
        cv2.putText(ink, "MAU 0123456789", (int(r.integers(0, width)), int(r.integers(0, height))), cv2.FONT_HERSHEY_PLAIN, float(r.uniform(.7, 2.5)), 255, 1, cv2.LINE_AA)
    back = back * (1 - ink / 255 * r.uniform(.7, 1))
    return back


def place(r, back, code, module, degree, kind, pose=None):
    """Draws the code by mapping every pixel back to its module: three by three samples a pixel."""
    height, width = back.shape
    modules = np.array([[int(bit > 0) for bit in row] for row in code.matrix], np.float32)
    size = len(modules)
    pose = pose or {}
    tilt = math.radians(pose.get("tilt", r.uniform(0, 6 + 8 * degree)))
    toward, roll = pose.get("toward", r.uniform(0, 2 * math.pi)), math.radians(pose.get("roll", r.normal(0, 5 + 12 * degree)))
    side = size * module
    distance = 3.2 * side
    square = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * side / 2
    turn = np.array([[math.cos(roll), -math.sin(roll)], [math.sin(roll), math.cos(roll)]])
    flat = square @ turn.T
    axis = np.array([math.cos(toward), math.sin(toward)])
    along = flat @ axis
    depth = distance + along * math.sin(tilt)
    seen = (flat + np.outer(along * (math.cos(tilt) - 1), axis)) * (distance / depth)[:, None]
    room = np.maximum(0, np.array([width, height]) / 2 - np.abs(seen).max(0) - 4 * module)
    corners = seen + np.array([width, height]) / 2 + pose.get("shift", r.uniform(-1, 1, 2)) * room * .9
    quiet = 4
    outer = np.array([[0, 0], [size, 0], [size, size], [0, size]], np.float32)
    back_map = cv2.getPerspectiveTransform(corners.astype(np.float32), outer)
    total = np.zeros((height, width), np.float32)
    cover = np.zeros((height, width), np.float32)
    for dy in (1 / 6, 1 / 2, 5 / 6):
        for dx in (1 / 6, 1 / 2, 5 / 6):
            x, y = np.meshgrid(np.arange(width) + dx, np.arange(height) + dy)
            if kind == "lens":
                cx, cy, k = width / 2, height / 2, (.02 + .05 * degree) / (width / 2) ** 2
                radius = (x - cx) ** 2 + (y - cy) ** 2
                x, y = x + (x - cx) * k * radius, y + (y - cy) * k * radius
            w = back_map[2, 0] * x + back_map[2, 1] * y + back_map[2, 2]
            u = (back_map[0, 0] * x + back_map[0, 1] * y + back_map[0, 2]) / w
            v = (back_map[1, 0] * x + back_map[1, 1] * y + back_map[1, 2]) / w
            if kind == "fold":
                middle = size * .55
                v = v + np.maximum(0, u - middle) * (.02 + .03 * degree)
            inside = (u > -quiet) & (v > -quiet) & (u < size + quiet) & (v < size + quiet)
            on = (u >= 0) & (v >= 0) & (u < size) & (v < size)
            ink = modules[np.clip(v, 0, size - 1).astype(int), np.clip(u, 0, size - 1).astype(int)] * on
            total += np.where(inside, .82 - .7 * ink, 0)
            cover += inside
    picture = back * (1 - cover / 9) + total / 9
    return picture.astype(np.float32), corners


def camera(r, picture, degree, kind, module, corners):
    height, width = picture.shape
    if kind == "dirt" and corners is not None:
        low, high = corners.min(0), corners.max(0)
        for _ in range(2 + 4 * degree):
            at = r.uniform(low, high)
            cv2.circle(picture, (int(at[0]), int(at[1])), max(1, int(module * r.uniform(.5, 1.6))), float(r.choice([.1, .5, .9])), -1, cv2.LINE_AA)
    picture = cv2.GaussianBlur(picture, (0, 0), .45 + module * r.uniform(.02, .06) * degree)
    if kind == "stripes":
        rows = np.arange(height)[:, None]
        picture = picture * (1 - (.1 + .15 * degree) * (.5 + .5 * np.sin(rows / r.uniform(8, 40) + r.uniform(0, 6))))
    picture = np.clip(picture, 0, 1) ** r.uniform(.7, 1.4) * r.uniform(.5, 1)
    picture = picture + r.standard_normal(picture.shape) * (.006 + .012 * degree)
    picture = np.clip(picture * 255 + .5, 0, 255).astype(np.uint8)
    quality = (95, 88, 75, 60, 45)[degree]
    return cv2.imdecode(cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], 0)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("directory")
    parser.add_argument("--seed", type=int, default=101)
    parser.add_argument("--count", type=int, default=6, help="pictures for each kind and degree")
    arguments = parser.parse_args()
    os.makedirs(arguments.directory, exist_ok=True)
    manifest = []

    def emit(kind, degree, name, picture, data=None, code=None, corners=None, seq=None):
        file = f"{kind}_{degree}_{name}.png"
        cv2.imwrite(os.path.join(arguments.directory, file), picture)
        manifest.append(dict(file=file, cat=kind, sev=degree, seq=seq, payload=None if data is None else base64.b64encode(data).decode(),
                             version=code.version if code else None, corners=None if corners is None else corners.round(1).tolist()))

    for number, kind in enumerate(["any", "card", "fold", "lens", "stripes", "dirt"]):
        for degree in range(5):
            for i in range(arguments.count):
                r = np.random.default_rng([arguments.seed, number, degree, i])
                code, data = symbol(r, kind)
                module = float(r.uniform(*[(5, 7), (4, 5), (3.2, 4), (2.6, 3.2), (2.2, 2.6)][degree]))
                width, height = 640, 480
                while min(width, height) < (17 + 4 * code.version + 10) * module * 1.3:
                    width, height = width * 4 // 3, height * 4 // 3
                picture, corners = place(r, scene(r, width, height), code, module, degree, kind)
                emit(kind, degree, f"{i:02d}", camera(r, picture, degree, kind, module, corners), data, code, corners)
    for number, kind in enumerate(SIZES):
        for degree in range(5):
            for i in range(max(1, arguments.count // 2)):
                r = np.random.default_rng([arguments.seed, 70 + number, degree, i])
                code, data = symbol(r, "card")
                picture, corners = photograph(r, code, kind, degree)
                emit(kind, degree, f"{i:02d}", picture, data, code, corners)
    for video in range(max(1, arguments.count // 2)):
        r = np.random.default_rng([arguments.seed, 50, video])
        code, data = symbol(r, "card")
        back, module = scene(r, 1280, 720), float(r.uniform(2.4, 4))
        base = dict(tilt=r.uniform(0, 25), toward=r.uniform(0, 6.28), roll=r.normal(0, 15))
        for frame in range(10):
            f = np.random.default_rng([arguments.seed, 51, video, frame])
            pose = dict(base, tilt=abs(base["tilt"] + f.normal(0, 1.5)), roll=base["roll"] + f.normal(0, 2), shift=f.uniform(-.15, .15, 2))
            picture, corners = place(f, back.copy(), code, module, 0, "video", pose)
            focus = int(np.clip(round(2.5 + 2 * math.cos(frame * .7 + video) + f.normal(0, .5)), 0, 4))
            emit("video", frame, f"{video:02d}", camera(f, picture, focus, "video", module, corners), data, code, corners, video)
    for i in range(arguments.count * 5):
        r = np.random.default_rng([arguments.seed, 60, i])
        picture = scene(r, 640, 480)
        if i % 3 == 0:
            picture = np.kron(r.integers(0, 2, (60, 80)).astype(np.float32), np.ones((8, 8), np.float32))
        if i % 3 == 1:
            picture = picture * .3 + .7 * r.random(picture.shape)
        emit("none", i % 5, f"{i:03d}", camera(r, picture.astype(np.float32), i % 5, "none", 3, None))
    with open(os.path.join(arguments.directory, "manifest.json"), "w") as file:
        json.dump(manifest, file)


if __name__ == "__main__":
    main()
