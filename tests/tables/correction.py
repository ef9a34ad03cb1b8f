#!/usr/bin/env python3
"""Writes correction.inc: corrected shares, from draws and stories one by one.

Sums are exact fractions; Student's quantile comes from Simpson's rule on the
density, put on a half circle by t = sqrt(df) tan(a), and halving.
"""
from fractions import Fraction as F
from math import atan, cos, exp, lgamma, log, pi, sqrt, tan

STEPS = 4000


def density_area(angle, df):
    """The chance of 0 < T < sqrt(df) tan(angle)."""
    scale = exp(lgamma((df + 1) / 2) - lgamma(df / 2)) / sqrt(pi)
    h = angle / STEPS
    values = [cos(i * h) ** (df - 1) for i in range(STEPS + 1)]
    return scale * h / 3 * (values[0] + values[-1] + 4 * sum(values[1:-1:2]) + 2 * sum(values[2:-1:2]))


def quantile(df):
    low, high = 0.0, pi / 2
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if density_area(middle, df) < 0.475 else (low, middle)
    return sqrt(df) * tan(low)


def moments(values):
    mean = sum(values) / len(values)
    return mean, sum((v - mean) ** 2 for v in values) / (len(values) - 1)


def case(stories, draws):
    x, n = sum(a for a, _ in stories), sum(b for _, b in stories)
    rate, g = F(x, n), len(stories)
    v = F(g, g - 1) * sum((a - rate * b) ** 2 for a, b in stories) / F(n) ** 2
    m = len(draws)
    z = F(sum(d[2] for d in draws), m)
    share = (rate + F(sum(d[1] - d[0] for d in draws), m)) / z
    _, spread = moments([F(d[1] - d[0]) - share * d[2] for d in draws])
    errors = sum(d[3] for d in draws)
    spread = max(spread, 2 * rate * (1 - rate) * F(errors + 1, m + 2)) / m
    total = v + spread
    df = float(total**2 / (v**2 / (g - 1) + spread**2 / (m - 1)))
    half = quantile(df) * sqrt(total) / float(z) / float(share * (1 - share))
    middle = log(share / (1 - share))
    low, high = (1 / (1 + exp(-(middle + s * half))) for s in (-1, 1))
    sums = [m, errors, *(sum(d[i] for d in draws) for i in (0, 1, 2)),
            sum(d[0] * d[1] for d in draws), sum(d[0] * d[2] for d in draws)]
    wide = [g, x, n, sum(a * a for a, _ in stories), sum(a * b for a, b in stories),
            sum(b * b for _, b in stories)]
    print("{{%s}, {%s}, {%.17g, %.17g, %.17g}}," % (", ".join(map(str, wide)), ", ".join(map(str, sums)),
                                                    float(share), low, high))


STORIES = [(7 * i * i % 41, 41 + 13 * i % 29) for i in range(24)]
RIGHT, OTHER = (1, 1, 1, 0), (0, 0, 1, 0)
LOST, TAKEN, NOISE = (1, 0, 1, 1), (0, 1, 1, 1), (1, 0, 0, 1)

case(STORIES, [RIGHT] * 20 + [OTHER] * 40)
case(STORIES, [RIGHT] * 30 + [OTHER] * 55 + [LOST] * 6 + [TAKEN] * 9)
case(STORIES, [RIGHT] * 30 + [OTHER] * 155 + [LOST] * 6 + [TAKEN] * 2 + [NOISE] * 7)
case(STORIES, [RIGHT] * 10 + [OTHER] * 20 + [(0, 0, 0, 1)] * 5)
case([(a // 9, b) for a, b in STORIES], [RIGHT] * 8 + [OTHER] * 180 + [(0, 0, 1, 1)] * 12)
