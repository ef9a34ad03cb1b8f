#!/usr/bin/env python3
"""Writes bursts.inc: the best of all 2^n ways through two states, with 40 digits."""
from decimal import Decimal as D, getcontext
from itertools import product
from math import comb

getcontext().prec = 40
CASES = [
    ("ten weeks, as in R", [2, 1, 3, 2, 12, 15, 11, 2, 1, 3], [50, 52, 48, 51, 55, 54, 53, 49, 50, 51], 3, 1),
    ("two bursts", [1, 9, 8, 0, 2, 1, 0, 12, 1, 0], [60, 50, 52, 48, 51, 55, 0, 53, 49, 50], 2, 1),
    ("cheap entry", [2, 5, 1, 4, 6, 1, 0, 3], [40, 41, 39, 44, 40, 40, 38, 42], D("1.5"), D("0.1")),
    ("burst to the end", [1, 1, 0, 2, 9, 11], [100, 90, 110, 100, 100, 95], 2, D("0.5")),
    ("no burst", [3, 2, 3, 4, 3], [50, 50, 50, 50, 50], 2, 1),
]


def worked(hits, of, scale, gamma):
    base = D(sum(hits)) / sum(of)
    shares, entry = (base, scale * base), gamma * D(len(hits)).ln()
    costs = [[-(D(comb(d, r)).ln() + r * p.ln() + (d - r) * (1 - p).ln()) for p in shares] for r, d in zip(hits, of)]
    ways = []
    for states in product((0, 1), repeat=len(hits)):
        ups = sum(b > a for a, b in zip((0,) + states, states))
        ways.append((sum(c[s] for c, s in zip(costs, states)) + entry * ups, states))
    cost, states = min(ways)
    bursts = []
    for week, state in enumerate(states):
        if state and (week == 0 or not states[week - 1]):
            bursts.append([week, week, D(0)])
        if state:
            bursts[-1][1] = week + 1
            bursts[-1][2] += costs[week][0] - costs[week][1]
    return base, cost, bursts


print("/* Made by tests/tables/bursts.py. */")
for name, hits, of, scale, gamma in CASES:
    base, cost, bursts = worked(hits, of, D(scale), D(gamma))
    weeks = ", ".join(f"{{{r}U, {d}U}}" for r, d in zip(hits, of))
    found = ", ".join(f"{{{a}, {b}, {float(w):.17g}}}" for a, b, w in bursts) or "{0}"
    print(f'{{"{name}", {len(hits)}, {{{weeks}}}, {{{scale}, {gamma}}}, {float(base):.17g}, {float(cost):.17g}, '
          f'{len(bursts)}, {{{found}}}}},')
