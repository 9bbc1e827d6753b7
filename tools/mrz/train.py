"""Trains the model of the cells: `train.py FOLDER WEIGHTS VECTORS`, FOLDER by `generate.py 1 1050 FOLDER --small`.

A perceptron 168-80-48-40: 36 signs and the filler, none, and where the glyph's middle lies (in pitches). Adam in numpy,
seeded; the last tenth of the pictures fits the temperature. Weights have eight bits, with a scale for each output.
"""
import json
import sys

import numpy as np

from cells import ACROSS, DOWN, NONE, samples

LAYERS = [ACROSS * DOWN, 80, 48, NONE + 3]
EPOCHS, BATCH, RATE = 14, 512, 2.5e-3


def forward(weights, x):
    kept = [x]
    for i, (w, b) in enumerate(weights):
        x = x @ w + b
        if i < len(weights) - 1:
            x = np.maximum(x, 0)
        kept.append(x)
    return kept


def log_softmax(x):
    x = x - x.max(1, keepdims=True)
    return x - np.log(np.exp(x).sum(1, keepdims=True))


def gradient(weights, x, classes, places):
    kept = forward(weights, x)
    out = kept[-1]
    count = len(x)
    delta = np.zeros_like(out)
    soft = np.exp(log_softmax(out[:, : NONE + 1]))
    soft[np.arange(count), classes] -= 1
    delta[:, : NONE + 1] = soft
    glyph = classes != NONE
    error = np.where(glyph[:, None], out[:, NONE + 1 :] - places, 0)
    delta[:, NONE + 1 :] = np.clip(error, -0.15, 0.15) * 6
    delta /= count
    grads = []
    for i in range(len(weights) - 1, -1, -1):
        grads.append((kept[i].T @ delta, delta.sum(0)))
        if i:
            delta = (delta @ weights[i][0].T) * (kept[i] > 0)
    return grads[::-1]


def train(rng, inputs, classes, places):
    places = np.nan_to_num(places)
    weights = [((rng.normal(0, np.sqrt(2 / a), (a, b))).astype(np.float32), np.zeros(b, np.float32))
               for a, b in zip(LAYERS, LAYERS[1:])]
    first = [[np.zeros_like(p) for p in layer] for layer in weights]
    second = [[np.zeros_like(p) for p in layer] for layer in weights]
    steps, step = EPOCHS * (len(inputs) // BATCH), 0
    for epoch in range(EPOCHS):
        order = rng.permutation(len(inputs))
        for start in range(0, len(order) - BATCH + 1, BATCH):
            batch = order[start : start + BATCH]
            step += 1
            rate = RATE * 0.5 * (1 + np.cos(np.pi * step / (steps + 1)))
            grads = gradient(weights, inputs[batch], classes[batch], places[batch])
            for layer in range(len(weights)):
                for k in range(2):
                    g, p = grads[layer][k], weights[layer][k]
                    first[layer][k] += 0.1 * (g - first[layer][k])
                    second[layer][k] += 0.001 * (g * g - second[layer][k])
                    size = np.sqrt(second[layer][k] / (1 - 0.999**step)) + 1e-8
                    p -= (rate * first[layer][k] / (1 - 0.9**step) / size).astype(np.float32)
                    if k == 0:
                        p -= np.float32(rate * 1e-3) * p
        print(epoch, *report(weights, inputs[:20000], classes[:20000], places[:20000]), flush=True)
    return weights


def report(weights, inputs, classes, places):
    out = forward(weights, inputs)[-1]
    logs = log_softmax(out[:, : NONE + 1])
    glyph = classes != NONE
    right = logs.argmax(1) == classes
    error = np.sqrt(np.mean((out[glyph, NONE + 1 :] - places[glyph]) ** 2))
    loss = -logs[np.arange(len(classes)), classes].mean()
    return [f"loss {loss:.4f} glyphs {right[glyph].mean():.4f} none {right[~glyph].mean():.4f} place {error:.4f}"]


def eight_bits(weights):
    """What the file holds, and the same as numbers: each output has a scale."""
    coded, plain = [], []
    for w, b in weights:
        scale = (np.abs(w).max(0) / 127).astype(np.float32)
        bits = np.round(w / scale).clip(-127, 127).astype(np.int8)
        coded.append((bits.T.copy(), scale, b.astype(np.float32)))
        plain.append((bits.astype(np.float32) * scale, b.astype(np.float32)))
    return coded, plain


def main():
    folder, weights_file, vectors_file = sys.argv[1:4]
    rng = np.random.default_rng(1)
    count = sum(1 for _ in open(f"{folder}/truth.json"))
    cut = count - count // 10
    inputs, classes, places = samples(folder, 0, cut, 1)
    held = samples(folder, cut, count, 2)
    print(len(inputs), "windows to train,", len(held[0]), "held back", flush=True)
    weights = train(rng, inputs, classes, places)
    # A likelihood, not a posterior: how often a sign was shown is taken out.
    shown = np.bincount(classes, minlength=NONE + 1)
    bias = weights[-1][1]
    bias[:NONE] -= np.log(shown[:NONE] / shown[:NONE].mean()).astype(np.float32)
    glyph = held[1] != NONE
    logits = forward(weights, held[0][glyph])[-1][:, : NONE + 1]
    def loss(heat):
        return -log_softmax(logits / heat)[np.arange(glyph.sum()), held[1][glyph]].mean()
    heat = min(np.arange(0.7, 2.5, 0.05), key=loss)
    for p in weights[-1]:
        p[..., : NONE + 1] /= np.float32(heat)
    coded, plain = eight_bits(weights)
    print("temperature", round(float(heat), 2))
    print("held back", *report(weights, *held))
    print("eight bits", *report(plain, *held))
    with open(weights_file, "wb") as file:
        for bits, scale, bias in coded:
            file.write(bits.tobytes() + scale.astype("<f4").tobytes() + bias.astype("<f4").tobytes())
    chosen = rng.permutation(len(held[0]))[:12]
    shown = np.round(held[0][chosen] * 32).astype(int)
    out = forward(plain, (shown / 32).astype(np.float32))[-1]
    vectors = [{"window": s.tolist(), "outputs": [round(float(v), 3) for v in o]} for s, o in zip(shown, out)]
    with open(vectors_file, "w") as file:
        file.write("[\n" + ",\n".join(json.dumps(v, separators=(",", ":")) for v in vectors) + "\n]\n")


if __name__ == "__main__":
    main()
