#!/usr/bin/env python3
"""Writes concentration.inc: amounts and their concentration, with 50 digits."""
from decimal import Decimal as D, getcontext

getcontext().prec = 50
CASES = [
    ("the example of R's ineq", [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]),
    ("all alike", [7, 7, 7, 7]),
    ("one has all", [0, 0, 9, 0, 0]),
    ("one holder", [12]),
    ("speakers of a week", [410, 3, 55, 55, 0, 120, 1, 9]),
]


def worked(x):
    n, total = D(len(x)), D(sum(x))
    shares = [D(a) / total for a in x if a]
    entropy = -sum(p * p.ln() for p in shares)
    gini = sum(abs(a - b) for a in x for b in x) / (2 * n * total)
    return (sum(p * p for p in shares), D(sum(a * (a - 1) for a in x)) / (total * (total - 1)),
            1 / sum(p * p for p in shares), entropy, entropy + (len(shares) - 1) / (2 * total),
            entropy.exp(), gini, gini * n / (n - 1) if n > 1 else D(0),
            sum(p * (p * n).ln() for p in shares), sum(sorted(shares)[-4:]))


print("/* Made by tests/tables/concentration.py. */")
for name, x in CASES:
    *values, top = (f"{float(round(v, 40)):.17g}" for v in worked(x))
    amounts = ", ".join(f"{a}U" for a in x)
    print(f'{{"{name}", {len(x)}, {{{amounts}}}, {{{", ".join(values)}}}, {top}}},')
