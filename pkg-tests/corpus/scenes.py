"""Photographs of a whole card with its symbol of 11 to 15 mm, as a phone held over a table takes them.

The card is drawn flat at more than the picture's resolution, seen in perspective, and brought down by area. With the degree of damage
it gets smaller, tilts further, and lies in worse light; focus and noise follow.
"""
import math
import cv2
import numpy as np

SIZES = {"scene720": (1280, 720), "scene1080": (1920, 1080), "scene12mp": (4000, 3000)}
CARD = (85.6, 53.98)  # mm: ISO/IEC 7810, ID-1
SHARES = [(.7, .9), (.56, .76), (.44, .62), (.34, .5), (.26, .4)]  # of the picture's width, by degree


def card(r, code, scale):
    """The card's front, grey levels 0 to 1, `scale` pixels a millimetre, and the symbol's corners in millimetres."""
    width, height = (int(round(side * scale)) for side in CARD)
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32) / scale
    wave = lambda pitch, bend: np.abs(np.sin(2 * math.pi * (rows + bend * np.sin(columns / 7)) / pitch)) < .12
    face = np.full((height, width), float(r.uniform(.7, .86)), np.float32)
    face += .06 * np.sin(columns / r.uniform(15, 40) + rows / r.uniform(15, 40))
    face -= .09 * wave(r.uniform(1.2, 2.2), r.uniform(.3, 1.2)) + .06 * wave(r.uniform(2, 3.5), -r.uniform(.3, 1.2))
    ink = np.zeros((height, width), np.uint8)
    put = lambda words, x, y, size: cv2.putText(ink, words, (int(x * scale), int(y * scale)), cv2.FONT_HERSHEY_DUPLEX, size * scale / 22, 255, max(1, int(scale * size / 9)), cv2.LINE_AA)
    put("CONG HOA MAU", 30, 6, 2.4)
    put("THE MAU / SPECIMEN", 30, 12, 3)
    for line, words in enumerate(["So: 000000000000", "Ho ten: NGUYEN VAN MAU", "Sinh: 01/01/1990", "Noi cu tru: Thon Mau,", "Xa Mau, Tinh Mau"]):
        put(words, 30, 26 + 5.2 * line, 2)
    face -= (face - float(r.uniform(.12, .3))) * (ink / np.float32(255))
    # Where the portrait is: soft patches, nobody's face.
    patch = cv2.resize(r.random((7, 5)).astype(np.float32), (int(20 * scale), int(26 * scale)), interpolation=cv2.INTER_CUBIC)
    top, left = int(20 * scale), int(4 * scale)
    face[top:top + patch.shape[0], left:left + patch.shape[1]] = .15 + .6 * np.clip(patch, 0, 1)
    modules = np.array([[int(bit > 0) for bit in row] for row in code.matrix], np.float32)
    side = float(r.uniform(11, 15))
    symbol = cv2.resize(modules, (int(round(side * scale)),) * 2, interpolation=cv2.INTER_NEAREST)
    x, y = (int(v * scale) for v in (CARD[0] - side - r.uniform(3, 6), r.uniform(3, 6)))
    quiet = int(symbol.shape[0] / len(modules) * r.uniform(1, 3.5))
    ground, dark = float(r.uniform(.8, .95)), float(r.uniform(.06, .18))
    face[max(0, y - quiet):y + symbol.shape[0] + quiet, x - quiet:x + symbol.shape[1] + quiet] = ground
    face[y:y + symbol.shape[0], x:x + symbol.shape[1]] = ground - (ground - dark) * symbol
    corners = np.array([[x, y], [x + symbol.shape[1], y], [x + symbol.shape[1], y + symbol.shape[0]], [x, y + symbol.shape[0]]], np.float32)
    return np.clip(face, 0, 1), corners / scale


def table(r, width, height):
    """What the card lies on: grain, stripes of wood or cloth, a few things with edges."""
    ground = cv2.resize(r.random((9, 12)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    fibre = cv2.resize(r.standard_normal((height // 4, width // 40 + 1)).astype(np.float32), (width, height), interpolation=cv2.INTER_LINEAR)
    ground = r.uniform(.2, .5) + .25 * ground + .03 * fibre
    for _ in range(int(r.integers(2, 7))):
        x, y, w, h = r.integers(0, width), r.integers(0, height), r.integers(width // 20, width // 4), r.integers(height // 20, height // 4)
        box = cv2.boxPoints(((float(x), float(y)), (float(w), float(h)), float(r.uniform(0, 90))))
        cv2.fillPoly(ground, [box.astype(np.int32)], float(r.uniform(.1, .9)), cv2.LINE_AA)
    return ground


def photograph(r, code, kind, degree):
    """One picture (grey bytes) and the symbol's corners in it."""
    width, height = SIZES[kind]
    finer = 3 if width < 2000 else 2
    share = float(r.uniform(*SHARES[degree])) * width
    scale = share * finer / CARD[0]
    face, symbol = card(r, code, scale)
    tilt, toward, roll = math.radians(r.uniform(0, 8 + 8 * degree)), r.uniform(0, 2 * math.pi), math.radians(r.normal(0, 3 + 6 * degree))
    outline = np.array([[0, 0], [CARD[0], 0], CARD, [0, CARD[1]]]) - np.array(CARD) / 2
    axis = np.array([math.cos(toward), math.sin(toward)])

    def seen(millimetres):
        turned = millimetres @ np.array([[math.cos(roll), math.sin(roll)], [-math.sin(roll), math.cos(roll)]])
        along = turned @ axis
        away = 2.2 * CARD[0]
        flat = (turned + np.outer(along * (math.cos(tilt) - 1), axis)) * (away / (away + along * math.sin(tilt)))[:, None]
        return flat * share / CARD[0]

    corners = seen(outline)
    room = np.maximum(0, np.array([width, height]) / 2 - np.abs(corners).max(0))
    middle = np.array([width, height]) / 2 + r.uniform(-1, 1, 2) * room
    corners = corners + middle
    picture = table(r, width, height)
    low = np.maximum(0, np.floor(corners.min(0)) - 2).astype(int)
    high = np.minimum([width, height], np.ceil(corners.max(0)) + 2).astype(int)
    size = tuple(int(v) for v in (high - low) * finer)
    flat = np.array([[0, 0], [face.shape[1], 0], [face.shape[1], face.shape[0]], [0, face.shape[0]]], np.float32)
    view = cv2.getPerspectiveTransform(flat, ((corners - low) * finer).astype(np.float32))
    down = (size[0] // finer, size[1] // finer)
    drawn = cv2.resize(cv2.warpPerspective(face, view, size, flags=cv2.INTER_LINEAR), down, interpolation=cv2.INTER_AREA)
    cover = cv2.resize(cv2.warpPerspective(np.ones_like(face), view, size, flags=cv2.INTER_LINEAR), down, interpolation=cv2.INTER_AREA)
    part = picture[low[1]:high[1], low[0]:high[0]]
    part[:] = part * (1 - cover) + drawn
    return lit(r, picture, degree), seen(symbol.astype(float) - np.array(CARD) / 2) + middle


def moved(picture, length, direction):
    """As by a hand that moves while the picture is taken."""
    reach = int(math.ceil(length / 2)) + 1
    kernel = np.zeros((2 * reach + 1,) * 2, np.float32)
    for step in np.linspace(-length / 2, length / 2, 41):
        x, y = reach + step * math.cos(direction), reach + step * math.sin(direction)
        kernel[int(round(y)), int(round(x))] += 1
    return cv2.filter2D(picture, -1, kernel / kernel.sum())


def lit(r, picture, degree):
    """Light that falls off, the edge of a shadow, plastic's shine, focus, noise and JPEG."""
    height, width = picture.shape
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    across, down = columns / width - .5, rows / height - .5
    turn = r.uniform(0, 2 * math.pi)
    slope = across * math.cos(turn) + down * math.sin(turn)
    picture = picture * (1 + (.15 + .12 * degree) * slope)
    if r.random() < .2 + .12 * degree:
        edge = slope - r.uniform(-.2, .2)
        picture = picture * (1 - r.uniform(.2, .35 + .05 * degree) / (1 + np.exp(np.clip(-edge * r.uniform(40, 200), -50, 50))))
    if r.random() < .1 + .1 * degree:
        x, y, reach = r.uniform(-.4, .4), r.uniform(-.4, .4), r.uniform(.03, .06 + .02 * degree)
        picture = picture + r.uniform(.2, .6) * np.exp(-((across - x) ** 2 + (down - y) ** 2) / (2 * reach ** 2))
    # A phone's lens is as soft, in pixels, as its sensor is fine.
    soft = 1 if width < 2000 else 2
    picture = cv2.GaussianBlur(picture, (0, 0), (.4 + .1 * degree + .2 * degree * r.random()) * soft)
    if r.random() < .12 * degree:
        picture = moved(picture, r.uniform(1.5, 2 + .8 * degree) * soft, r.uniform(0, math.pi))
    picture = np.clip(picture * r.uniform(.75 - .08 * degree, 1), 0, 1) + r.standard_normal(picture.shape).astype(np.float32) * (.005 + .01 * degree)
    picture = np.clip(picture * 255 + .5, 0, 255).astype(np.uint8)
    return cv2.imdecode(cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, (95, 90, 82, 72, 60)[degree]])[1], 0)
