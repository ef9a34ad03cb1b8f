#!/usr/bin/env python3
"""Writes bootstrap.inc: the first resampled shares of a small sample.

Follows bootstrap.h word by word with the combined Tausworthe generator that GSL
calls taus2 (L'Ecuyer 1996, seeded as in 1999).
"""
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


def tausworthe(seed):
    parts, state = [(2, 13, 19, 12), (8, 2, 25, 4), (16, 3, 11, 17)], []
    number = seed or 1
    for least, *_ in parts:
        number = 69069 * number & 0xFFFFFFFF
        number += least if number < least else 0
        state.append(number)
    drawn = 0
    while True:
        for i, (least, q, k, s) in enumerate(parts):
            kept = state[i] & -least & 0xFFFFFFFF
            state[i] = (kept << s & 0xFFFFFFFF) ^ ((state[i] << q & 0xFFFFFFFF ^ state[i]) >> k)
        drawn += 1
        if drawn > 6:
            yield state[0] ^ state[1] ^ state[2]


def below(generator, count):
    while True:
        product = next(generator) * count
        if (product & 0xFFFFFFFF) >= (1 << 32) % count:
            return product >> 32


def strata():
    by_number = {}
    for cluster in CLUSTERS:
        by_number.setdefault(cluster[0], []).append(cluster)
    groups = [by_number[number] for number in sorted(by_number)]
    return [[g[0] for g in groups if len(g) == 1]] + [g for g in groups if len(g) > 1]


generator = tausworthe(folded(SEED))
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
