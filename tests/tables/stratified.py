#!/usr/bin/env python3
"""Writes stratified.inc: Mantel and Haenszel's difference and its standard error, with 50 digits.

The variance is that of Sato, Greenland and Robins (1989), from the sums over the cells of each table.
"""
from decimal import Decimal as D, getcontext

getcontext().prec = 50
CASES = [
    ("two outlets", [(30, 100, 10, 80), (2, 60, 1, 90)]),
    ("four outlets, one of a handful", [(12, 40, 9, 33), (5, 9, 1, 4), (0, 3, 2, 12), (7, 70, 30, 140)]),
    ("one outlet", [(81, 263, 15, 148)]),
    ("many of one article or two", [(1, 1, 0, 1), (0, 1, 0, 2), (1, 1, 1, 1), (1, 2, 0, 1), (0, 1, 1, 1),
                                    (1, 1, 0, 1), (1, 3, 1, 2)]),
    ("one fell silent", [(2, 20, 24, 240), (0, 0, 144, 240)]),
]


def worked(tables):
    weight = excess = p = q = D(0)
    for a, n, b, m in tables:
        if n == 0 or m == 0:
            continue
        total = D(n + m)
        weight += n * m / total
        excess += n * m / total * (D(a) / n - D(b) / m)
        share = D(n) / total
        p += b * share**2 - a * (1 - share)**2 + share * (1 - share) * (m - n) / 2
        q += (a * (m - b) + b * (n - a)) / total / 2
    difference = excess / weight
    return difference, ((difference * p + q) / weight**2).sqrt()


print("/* Made by tests/tables/stratified.py. */")
for name, tables in CASES:
    pairs = ", ".join(f"{{{{{a}, {n}}}, {{{b}, {m}}}}}" for a, n, b, m in tables)
    values = ", ".join(f"{float(value):.17g}" for value in worked(tables))
    print(f'{{"{name}", {len(tables)}, {{{pairs}}}, {values}}},')
