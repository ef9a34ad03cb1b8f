#!/usr/bin/env python3
"""Writes interval.inc: proportions and their intervals, worked with 60 digits.

Wilson and Newcombe come from their formulas; Clopper-Pearson and Garwood by
halving on the exact binomial and Poisson sums, with no beta or chi-square.
"""
from decimal import Decimal as D, getcontext
from math import comb

getcontext().prec = 60
Z = D("1.9599639845400542355245944305205515279555500778695")
TAIL = D("0.025")


def wilson(k, n):
    n, p, z2 = D(n), D(k) / D(n), Z * Z
    half = Z * (p * (1 - p) / n + z2 / (4 * n * n)).sqrt()
    return (p + z2 / (2 * n) - half) / (1 + z2 / n), (p + z2 / (2 * n) + half) / (1 + z2 / n)


def halve(low, high, below):
    for _ in range(190):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) else (low, middle)
    return low


def binomial_up_to(k, n, p):
    return sum(D(comb(n, i)) * p**i * (1 - p) ** (n - i) for i in range(k + 1))


def poisson_up_to(k, mean):
    term = total = (-mean).exp()
    for i in range(1, k + 1):
        term = term * mean / i
        total += term
    return total


def clopper_pearson(k, n):
    low = D(0) if k == 0 else halve(D(0), D(1), lambda p: 1 - binomial_up_to(k - 1, n, p) < TAIL)
    high = D(1) if k == n else halve(D(0), D(1), lambda p: binomial_up_to(k, n, p) > TAIL)
    return low, high


def garwood(k):
    low = D(0) if k == 0 else halve(D(0), D(k), lambda m: 1 - poisson_up_to(k - 1, m) < TAIL)
    return low, halve(D(k), D(4 * k + 10), lambda m: poisson_up_to(k, m) > TAIL)


def row(*values):
    print("{" + ", ".join(v if isinstance(v, str) else f"{float(v):.17g}" for v in values) + "},")


PAIRS = [(81, 263), (15, 148), (0, 20), (20, 20), (1, 29), (28, 29), (1, 1), (3, 12), (250, 500)]
print("/* Made by tests/tables/interval.py. */\n#ifdef TABLE_PROPORTIONS")
for k, n in PAIRS:
    (wl, wh), (cl, ch) = wilson(k, n), clopper_pearson(k, n)
    row(f"{{{k}U, {n}U}}", 0 if k == 0 else wl, 1 if k == n else wh, cl, ch)
print("#endif\n#ifdef TABLE_DIFFERENCES")
for (k1, n1), (k2, n2) in [((56, 70), (48, 80)), ((9, 10), (3, 10)), ((0, 20), (7, 30)), ((10, 10), (0, 20))]:
    (l1, h1), (l2, h2) = wilson(k1, n1), wilson(k2, n2)
    p1, p2 = D(k1) / n1, D(k2) / n2
    d = p1 - p2
    row(f"{{{k1}U, {n1}U}}", f"{{{k2}U, {n2}U}}", d, d - ((p1 - l1) ** 2 + (h2 - p2) ** 2).sqrt(),
        d + ((h1 - p1) ** 2 + (p2 - l2) ** 2).sqrt())
print("#endif\n#ifdef TABLE_POISSON")
for k in (0, 1, 5, 12, 100):
    row(f"{k}U", *garwood(k))
print("#endif")
