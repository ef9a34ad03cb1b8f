#!/usr/bin/env python3
"""Writes diversity.inc: worked values for test_diversity.c, as exact fractions.

A text is a row of type numbers. ST_JOHN is the spectrum of the Gospel's lemmas
that Miranda-Garcia and Calle-Martin (2005) give in their table 1.
"""
from collections import Counter
from fractions import Fraction as F
from math import comb

CASES = [
    ("fewer types than words", [0, 0, 1, 0, 0, 1, 0], 4, 3),
    ("43 words, 26 types", [0, 1, 2, 3, 0, 4, 5, 0, 6, 2, 3, 0, 7, 8, 0, 1, 5, 0, 6, 9, 0, 10, 11, 3, 0, 12, 13, 14,
                            0, 15, 16, 17, 18, 19, 20, 21, 22, 5, 17, 18, 23, 24, 25], 10, 20),
    ("one type", [9] * 12, 5, 12),
    ("repeats at the end only", list(range(15)) + [3, 3, 14, 14], 15, 10),
    ("numbers far apart", [4294967295, 0, 7, 0, 4294967295, 12, 7, 7, 1, 0], 10, 2),
]
ST_JOHN = ([1] * 212 + [2] * 51 + [3] * 26 + [4] * 13 + [5] * 6 + [6] * 6 + [7] * 3 + [8] * 4 +
           [10, 11, 13, 13, 13, 16, 17, 19, 21, 59])


def ttr(words):
    return F(len(set(words)), len(words))


def mtld(words, threshold=F(72, 100)):
    whole, start = F(0), 0
    for end in range(1, len(words) + 1):
        if ttr(words[start:end]) < threshold:
            whole, start = whole + 1, end
    if start < len(words):
        whole += (1 - ttr(words[start:])) / (1 - threshold)
    return len(words) / whole


def hdd(frequencies, sample):
    n = sum(frequencies)
    return sum(1 - F(comb(n - f, sample), comb(n, sample)) for f in frequencies) / sample


def yule_k(frequencies):
    n = sum(frequencies)
    return F(10**4 * (sum(f * f for f in frequencies) - n), n * n)


print("/* Made by tests/tables/diversity.py. */\n#ifdef TABLE_TEXTS")
for name, words, window, sample in CASES:
    frequencies = sorted(Counter(words).values())
    mattr = sum(ttr(words[i:i + window]) for i in range(len(words) - window + 1)) / (len(words) - window + 1)
    forward, backward = mtld(words), mtld(words[::-1])
    values = (ttr(words), yule_k(frequencies), mattr, hdd(frequencies, sample), forward, backward,
              (forward + backward) / 2)
    print(f'{{"{name}", {len(words)}, {{{", ".join(f"{w}U" for w in words)}}}, {len(frequencies)}, '
          f'{{{", ".join(f"{f}U" for f in frequencies)}}}, {window}, {sample}, ' +
          ", ".join(f"{float(v):.17g}" for v in values) + "},")
print("#endif\n#ifdef TABLE_ST_JOHN\n" + ", ".join(map(str, ST_JOHN)) + "\n#endif")
