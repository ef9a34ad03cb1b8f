#!/usr/bin/env python3
"""Writes dispersion.inc: parts and their dispersion, with 50 digits, from the definitions."""
from decimal import Decimal as D, getcontext

getcontext().prec = 50
CASES = [
    ("Gries's toy corpus", [1, 2, 3, 4, 5], [9, 10, 10, 10, 11]),
    ("Lyne's ALLEMAND", [2, 0, 1, 1, 3, 0, 3, 0, 0, 0],
     [8143, 8058, 8271, 8125, 7959, 7941, 8146, 8001, 8003, 7930]),
    ("all in one part", [0, 7, 0, 0], [100, 50, 200, 25]),
    ("quite even", [10, 20, 30], [100, 200, 300]),
]


def log2(x):
    return x.ln() / D(2).ln()


def worked(f, s):
    n, hits, size = D(len(f)), D(sum(f)), D(sum(s))
    rates = [D(a) / b for a, b in zip(f, s)]
    shares = [D(b) / size for b in s]
    mean = sum(rates) / n
    dp = sum(abs(D(a) / hits - b) for a, b in zip(f, shares)) / 2
    sd = (sum((r - mean) ** 2 for r in rates) / n).sqrt()
    q = [r / sum(rates) for r in rates if r]
    pairs = [abs(a - b) for i, a in enumerate(rates) for b in rates[:i]]
    return (dp, dp / (1 - min(shares)), dp / (1 - min(b for a, b in zip(f, shares) if a)),
            1 - sd / mean / (n - 1).sqrt(), -sum(x * log2(x) for x in q) / log2(n),
            sum((b * a).sqrt() for a, b in zip(f, shares)) ** 2 / hits,
            sum(D(a) / hits * log2(D(a) / hits / b) for a, b in zip(f, shares) if a),
            1 - sum(pairs) / len(pairs) / (2 * mean))


print("/* Made by tests/tables/dispersion.py. */")
for name, f, s in CASES:
    parts = ", ".join(f"{{{a}U, {b}U}}" for a, b in zip(f, s))
    values = ", ".join(f"{float(round(v, 40)):.17g}" for v in worked(f, s))
    print(f'{{"{name}", {len(f)}, {{{parts}}}, {{{sum(1 for a in f if a)}, {values}}}}},')
