#!/usr/bin/env python3
"""Writes collocation.inc: worked values for test_collocation.c, with 50 digits.

The first six pairs are those of Manning and Schuetze (1999), chapter 5.
"""
from decimal import Decimal as D, getcontext

getcontext().prec = 50
LN2 = D(2).ln()
BOOK = 14_307_668
CASES = [
    ("new companies", 8, 15828, 15828, 4675, BOOK),
    ("Ayatollah Ruhollah", 20, 42, 42, 20, BOOK),
    ("most powerful", 150, 12593, 12593, 932, BOOK),
    ("politically powerful", 10, 379, 379, 932, BOOK),
    ("powerful computers", 10, 932, 932, 934, BOOK),
    ("powerful force", 13, 932, 932, 3424, BOOK),
    ("two of four, as in NLTK", 2, 4, 4, 4, 20),
    ("a window of ten", 37, 410, 4004, 951, 1_250_000),
    ("rarer than by chance", 3, 5000, 50000, 900, 1_000_000),
    ("as by chance", 10, 100, 100, 1000, 10_000),
    ("always together", 7, 7, 7, 7, 3_000_000_000),
]


def log2(x):
    return x.ln() / LN2


def worked(joint, node, near, collocate, positions):
    o, n = D(joint), D(positions)
    expected = D(near) * collocate / n
    g2, chi2 = D(0), D(0)
    for seen, row, column in ((joint, near, collocate), (near - joint, near, positions - collocate),
                              (collocate - joint, positions - near, collocate),
                              (positions - near - collocate + joint, positions - near, positions - collocate)):
        e = D(row) * column / n
        g2 += 2 * seen * (seen / e).ln() if seen else 0
        chi2 += (seen - e) ** 2 / e
    return (expected, (o - expected) / o.sqrt(), log2(o / expected), log2(o**3 / expected),
            14 + log2(2 * o / (node + collocate)), g2, chi2)


print("/* Made by tests/tables/collocation.py. */")
for name, *counts in CASES:
    values = ", ".join(f"{float(v):.17g}" for v in worked(*counts))
    print(f'{{"{name}", {{{", ".join(f"{c}U" for c in counts)}}}, {values}}},')
