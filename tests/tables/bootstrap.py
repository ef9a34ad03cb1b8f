#!/usr/bin/env python3
"""Writes bootstrap.inc: the first resampled shares of a small sample.

Follows bootstrap.h word by word with Python's own Mersenne Twister, set to the
state that the 1998 paper's seeding gives.
"""
from random import Random

MASK = (1 << 64) - 1
#           stratum, size, amount of statistic 0, of statistic 1
CLUSTERS = [(7, 100, 20, 0), (3, 300, 0, 10), (7, 50, 50, 0), (9, 400, 100, 40), (7, 250, 0, 0),
            (3, 80, 40, 40), (5, 120, 12, 60), (3, 500, 10, 0)]
SEED = 20240626


def folded(seed):
    seed = (seed + 0x9E3779B97F4A7C15) & MASK
    seed = ((seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    seed = ((seed ^ (seed >> 27)) * 0x94D049BB133111EB) & MASK
    return (seed ^ (seed >> 31)) & 0xFFFFFFFF


def twister(seed):
    state = [seed]
    for i in range(1, 624):
        state.append((1812433253 * (state[-1] ^ (state[-1] >> 30)) + i) & 0xFFFFFFFF)
    generator = Random()
    generator.setstate((3, tuple(state) + (624,), None))
    return generator


def below(generator, count):
    while True:
        product = generator.getrandbits(32) * count
        if (product & 0xFFFFFFFF) >= (1 << 32) % count:
            return product >> 32


def strata():
    by_number = {}
    for cluster in CLUSTERS:
        by_number.setdefault(cluster[0], []).append(cluster)
    groups = [by_number[number] for number in sorted(by_number)]
    return [[g[0] for g in groups if len(g) == 1]] + [g for g in groups if len(g) > 1]


generator = twister(folded(SEED))
print("/* Made by tests/tables/bootstrap.py. */")
for _ in range(20):
    size, sums = 0.0, [0.0, 0.0]
    for group in strata():
        for _ in range(len(group) - 1):
            _, words, *amounts = group[below(generator, len(group))]
            weight = len(group) / (len(group) - 1)
            size += weight * words
            sums = [s + weight * a for s, a in zip(sums, amounts)]
    print("{" + ", ".join(f"{s / size:.17g}" for s in sums) + "},")
