#!/usr/bin/env python3
"""Writes collocation_articles.inc: PMI with its interval from articles, for test_collocation.c, with 50 digits.

The variance is taken from the articles' own u_i, not from sums of products as the code has it. Student's t of G - 1
degrees is found by Newton's method on its distribution, a finite sum for whole degrees (Abramowitz and Stegun 26.7.3).
"""
from decimal import Decimal as D, getcontext

getcontext().prec = 50
PI = D("3.14159265358979323846264338327950288419716939937511")
LN2 = D(2).ln()
SETS = [
    ("three articles", [(2, 10, 3, 100), (1, 10, 1, 150), (0, 0, 2, 120)]),
    ("one article has it all", [(5, 40, 5, 300), (0, 10, 0, 200), (0, 0, 0, 250), (0, 0, 0, 90)]),
    ("the same in each", [(1, 10, 2, 100)] * 20),
    ("rarer than by chance", [(1, 60, 9, 400), (0, 40, 6, 350), (1, 55, 8, 420), (0, 70, 5, 300), (1, 30, 7, 380)]),
    ("thirty of many kinds", [(i % 3, 10 * (i % 4 + 1), i % 3 + i % 5, 150 + 17 * i) for i in range(30)]),
]


def arctan(x):
    """By halving the argument and the series."""
    halvings = 0
    while x > D("0.05"):
        x = x / (1 + (1 + x * x).sqrt())
        halvings += 1
    total, term, k = D(0), x, 1
    while abs(term) > D(10) ** -55:
        total += term / k
        term *= -x * x
        k += 2
    return total * 2**halvings


def inside(t, n):
    """The chance that |T| is at most t, for n degrees."""
    theta = arctan(t / D(n).sqrt())
    cos2 = D(n) / (n + t * t)
    sin = t / (D(n) + t * t).sqrt()
    if n % 2:
        total, term = D(0), cos2.sqrt()
        for k in range(1, n - 1, 2):
            total += term
            term *= cos2 * (k + 1) / (k + 2)
        return 2 / PI * (theta + sin * total)
    total, term = D(0), D(1)
    for k in range(0, n - 1, 2):
        total += term
        term *= cos2 * (k + 1) / (k + 2)
    return sin * total


def quantile(n):
    low, high = D(1), D(50)
    for _ in range(170):
        middle = (low + high) / 2
        low, high = (middle, high) if inside(middle, n) < D("0.95") else (low, middle)
    return low


def worked(articles):
    o, h, f, n = (D(sum(a[i] for a in articles)) for i in range(4))
    g = len(articles)
    value = (o * n / (h * f)).ln() / LN2
    squares = sum((a[0] / o + a[3] / n - a[1] / h - a[2] / f) ** 2 for a in (tuple(map(D, a)) for a in articles))
    half = quantile(g - 1) * (D(g) / (g - 1) * squares).sqrt() / LN2
    return value, value - half, value + half


print("/* Made by tests/tables/collocation_articles.py. */")
for name, articles in SETS:
    rows = ", ".join("{" + ", ".join(f"{v}U" for v in a) + "}" for a in articles)
    values = ", ".join(f"{float(v):.17g}" for v in worked(articles))
    print(f'{{"{name}", {{{rows}}}, {len(articles)}, {values}}},')
