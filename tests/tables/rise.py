#!/usr/bin/env python3
"""Writes rise.inc: upper tails of binomial and negative binomial, worked with 60 digits."""
from decimal import Decimal as D, getcontext
from math import comb

getcontext().prec = 60


def binomial(hits, n, p):
    return sum(D(comb(n, i)) * p**i * (1 - p) ** (n - i) for i in range(hits, n + 1))


def negative_binomial(hits, mean, spread):
    chance, size = 1 / spread, mean / (spread - 1)
    mass, below = (size * chance.ln()).exp(), D(0)
    for k in range(hits):
        below += mass
        mass *= (k + size) / (k + 1) * (1 - chance)
    return 1 - below


CASES = [(9, 11, "1.2", "1"), (9, 11, "1.2", "1.4"), (5, 5, "0.5", "1"), (5, 5, "0.5", "3"),
         (40, 300, "22.5", "1"), (40, 300, "22.5", "2.25"), (26, 79, "10.25", "1.0625"),
         (200, 1000, "77", "1"), (200, 1000, "77", "9"), (4, 60, "2.5", "1")]

for hits, n, mean, spread in CASES:
    p = binomial(hits, n, D(mean) / n)
    if D(spread) > 1:
        p = max(p, negative_binomial(hits, D(mean), D(spread)))
    print("{{%d, %d, %s, %s}, %.17g}," % (hits, n, mean, spread, p))
