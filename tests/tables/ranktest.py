#!/usr/bin/env python3
"""Writes ranktest.inc: Hamed and Rao's variance for test_ranktest.c, as exact fractions."""
from decimal import Decimal as D, getcontext
from fractions import Fraction as F

getcontext().prec = 40
Z = D("1.9599639845400542355245944305205515279555500778695")
SERIES = {}
name = ""
for line in open(__file__.replace("ranktest.py", "series.inc"), encoding="ascii"):
    if line.startswith("#ifdef TABLE_"):
        name = line[len("#ifdef TABLE_"):].strip().lower()
    elif name and line[0].isdigit():
        SERIES[name] = [int(x) for x in line.split(",")]
SERIES["weekly"] = [12, 15, 11, 18, 21, 17, 25, 24, 30, 28, 35, 33]


def sign(x):
    return (x > 0) - (x < 0)


def median(x):
    x, n = sorted(x), len(x)
    return (x[(n - 1) // 2] + x[n // 2]) / 2


def worked(x, lags):
    n = len(x)
    pairs = [(i, j) for i in range(n) for j in range(i + 1, n)]
    s = sum(sign(x[j] - x[i]) for i, j in pairs)
    ties = [x.count(v) for v in set(x)]
    variance = F(n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties), 18)
    slope = median([F(x[j] - x[i], j - i) for i, j in pairs])
    rest = [v - slope * t for t, v in enumerate(x)]
    # A rank: those below, half of its equals, and half for itself; less the mean rank.
    rank = [sum((sign(v - w) + 1) * F(1, 2) for w in rest) - F(n, 2) for v in rest]
    squares, total = sum(r * r for r in rank), F(0)
    for lag in range(1, lags + 1):
        r = sum(a * b for a, b in zip(rank, rank[lag:])) / squares
        if abs(D(r.numerator) / r.denominator) > Z / D(n).sqrt():
            total += (n - lag) * (n - lag - 1) * (n - lag - 2) * r
    variance *= 1 + 2 * total / (n * (n - 1) * (n - 2))
    return s, variance, (s - sign(s)) / (D(variance.numerator) / variance.denominator).sqrt()


print("/* Made by tests/tables/ranktest.py. */")
for name, lags in (("nile", 4), ("nile", 99), ("air_passengers", 4), ("air_passengers", 24), ("weekly", 4)):
    s, variance, z = worked(SERIES[name], lags)
    print(f'{{"{name}, {lags} lags", {name}, {len(SERIES[name])}, {lags}, {s}, {float(variance):.17g}, {float(z):.17g}}},')
