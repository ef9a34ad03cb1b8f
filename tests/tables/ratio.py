#!/usr/bin/env python3
"""Writes ratio.inc: sums over articles and their rates, with exact fractions."""
from fractions import Fraction as F
from decimal import Decimal as D, getcontext

getcontext().prec = 50
CASES = {
    # Students' favourite: the ten cities of Cochran (1977), as in R's boot::city.
    "city": ([143, 104, 69, 260, 75, 63, 50, 48, 111, 50], [138, 93, 61, 179, 48, 37, 29, 23, 30, 2]),
    "sparse": ([0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0], [420, 380, 510, 90, 700, 655, 300, 280, 910, 45, 333, 612]),
    "alike": ([2, 4, 6, 8], [100, 200, 300, 400]),
    "nearly alike": ([1000000, 2000001, 3000000], [100000000, 200000000, 300000000]),
}
print("/* Made by tests/tables/ratio.py. */")
for name, (x, n) in CASES.items():
    clusters, rate = len(x), F(sum(x), sum(n))
    variance = F(clusters, clusters - 1) * sum((a - rate * b) ** 2 for a, b in zip(x, n)) / F(sum(n)) ** 2
    error = (D(variance.numerator) / D(variance.denominator)).sqrt()
    left = [F(sum(x) - a, sum(n) - b) for a, b in zip(x, n)]
    jackknife = F(clusters - 1, clusters) * sum((r - sum(left) / clusters) ** 2 for r in left)
    jackknife = (D(jackknife.numerator) / D(jackknife.denominator)).sqrt()
    print(f'{{"{name}", {clusters}, {{{", ".join(map(str, x))}}}, {{{", ".join(map(str, n))}}}, '
          f"{float(rate):.17g}, {float(error):.17g}, {float(jackknife):.17g}}},")
