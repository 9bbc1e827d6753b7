"""Pictures with truth, each a function of (seed, index) alone: `generate.py SEED COUNT FOLDER [--none] [--small]`.

Every picture is a PGM of grey levels; `truth.json` has a line for each: kind, degree, format, lines, the map from
(column, row) to pixels, and the character pitch in the middle. `--small`: pictures of 500 to 1000 pixels, to train
with: the reader halves large ones before it looks at cells.
"""
import json
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

from card import Card
from scene import DEGREES, KINDS, Pose, apply, damage, lay, size_of


def picture(seed, index, none=False, small=False):
    rng = np.random.default_rng([seed, index, int(none), int(small)])
    kind, degree = KINDS[index % len(KINDS)], (index // len(KINDS)) % DEGREES
    # One block of five degrees in four is a passport.
    format_ = "none" if none else "td3" if (index // (len(KINDS) * DEGREES)) % 4 == 3 else "td1"
    kinds = [kind]
    if kind == "combined":
        kinds = list(rng.choice([k for k in KINDS if k not in ("clean", "combined")], 3, replace=False))
    size = size_of(rng, small)
    body = (85.6, 54.0) if format_ != "td3" else (125.0, 60.0)
    pose = Pose(rng, kinds, degree if kind != "combined" else max(0, degree - 1), size, body)
    corners = apply(pose.matrix, np.array([[0, body[1]], [body[0], body[1]], [0, body[1] / 2]]))
    long = max(np.hypot(*(corners[1] - corners[0])) / body[0], np.hypot(*(corners[2] - corners[0])) / body[1] * 2)
    card = Card(rng, format_, float(np.clip(long * 1.2, 4, 44)))
    seen = lay(rng, card, pose, size)
    seen = damage(rng, seen, kinds, degree if kind != "combined" else max(0, degree - 1), pose, card)
    first, scale = card.first, card.scale
    cells = np.array([[card.pitch, 0, first[0]], [0, card.leading, first[1]], [0, 0, 1]])
    matrix = pose.matrix @ np.diag([1 / scale, 1 / scale, 1]) @ cells
    matrix /= matrix[2, 2]
    middle = (len(card.lines[0]) - 1) / 2, (len(card.lines) - 1) / 2
    ends = apply(matrix, np.array([[middle[0] - 0.5, middle[1]], [middle[0] + 0.5, middle[1]]]))
    truth = {"file": f"{index:05d}.pgm", "kind": kind, "degree": degree, "format": format_,
             "lines": [] if none else card.lines, "map": matrix.flatten().tolist(),
             "pitch": round(float(np.hypot(*(ends[1] - ends[0]))), 2)}
    return seen, truth


def write(task):
    seed, index, none, small, folder = task
    seen, truth = picture(seed, index, none, small)
    with open(Path(folder) / truth["file"], "wb") as file:
        file.write(b"P5\n%d %d\n255\n" % (seen.shape[1], seen.shape[0]) + seen.tobytes())
    return truth


def main():
    seed, count, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    none, small = "--none" in sys.argv, "--small" in sys.argv
    Path(folder).mkdir(parents=True, exist_ok=True)
    tasks = [(seed, i, none, small, folder) for i in range(count)]
    with ProcessPoolExecutor() as pool, open(Path(folder) / "truth.json", "w") as file:
        # Line by line, so that what is there when it is stopped can be used.
        for truth in pool.map(write, tasks, chunksize=4):
            print(json.dumps(truth), file=file, flush=True)


if __name__ == "__main__":
    main()
