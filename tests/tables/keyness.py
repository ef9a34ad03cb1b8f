#!/usr/bin/env python3
"""Writes keyness.inc: worked values for test_keyness.c, with 50 digits."""
from decimal import Decimal as D, getcontext
from math import comb

getcontext().prec = 50
Z = D("1.9599639845400542355245944305205515279555500778695")
HALF = D("0.5")
LN2 = D(2).ln()
CASES = [
    ("twice as frequent, as in R", 120, 60, 100_000, 100_000),
    ("unequal sides, as in R", 10, 2, 50_000, 80_000),
    ("missing from the reference, as in R", 5, 0, 10_000, 20_000),
    ("the toy of quanteda, as in R", 3, 7, 10, 9),
    ("same rate on both sides", 50, 100, 10_000, 20_000),
    ("almost the same rate", 1001, 2000, 1_000_000, 2_000_000),
    ("missing from the study", 0, 12, 50_000, 80_000),
    ("very large sides", 3_000_000, 1_000_000, 4_000_000_000, 5_000_000_000),
]


def worked(a, b, study, reference):
    a, b, study, reference = D(a), D(b), D(study), D(reference)
    c, d, total = study - a, reference - b, study + reference
    parts, chi2, yates = [], D(0), D(0)
    for seen, row, side in ((a, a + b, study), (b, a + b, reference),
                            (c, c + d, study), (d, c + d, reference)):
        expected = row * side / total
        parts.append(2 * seen * (seen / expected).ln() if seen else D(0))
        chi2 += (seen - expected) ** 2 / expected
        yates += max(D(0), abs(seen - expected) - HALF) ** 2 / expected
    if a == 0 or b == 0:
        a, b, study, reference = a + HALF, b + HALF, study + HALF, reference + HALF
    ratio = ((a / study) / (b / reference)).ln()
    reach = Z * (1 / a - 1 / study + 1 / b - 1 / reference).sqrt()
    return parts[0] + parts[1], sum(parts), chi2, yates, ratio / LN2, (ratio - reach) / LN2, (ratio + reach) / LN2


def odds_ratio(a, b, study, reference):
    cells = [D(x) + (HALF if 0 in (a, b, study - a, reference - b) else 0) for x in (a, b, study - a, reference - b)]
    ratio, reach = cells[0] * cells[3] / cells[1] / cells[2], Z * sum(1 / x for x in cells).sqrt()
    return ratio, ratio * (-reach).exp(), ratio * reach.exp()


def williams(a, b, study, reference):
    n, hits = D(study + reference), a + b
    q = 1 + (n / hits + n / (n - hits) - 1) * (n / study + n / reference - 1) / (6 * n)
    return worked(a, b, study, reference)[1] / q


def ell(a, b, study, reference):
    least = D(a + b) * min(study, reference) / (study + reference)
    g2 = worked(a, b, study, reference)[0]
    return g2 / ((study + reference) * least.ln()) if least > 1 else D(-1)


def at_least(k, n, p):
    """The chance of k or more of n, from the exact binomial sum."""
    return sum(D(comb(n, i)) * p**i * (1 - p) ** (n - i) for i in range(k, n + 1))


def conservative(a, b, study, reference, tests):
    tail, n = D("0.05") / tests / 2, a + b

    def lower(k):
        low, high = D(0), D(1)
        for _ in range(150):
            middle = (low + high) / 2
            low, high = (middle, high) if at_least(k, n, middle) < tail else (low, middle)
        return low

    low, high = lower(a), 1 - lower(b)
    bounds = [D(p / (1 - p) * reference / study).ln() / LN2 if 0 < p < 1 else None for p in (low, high)]
    if bounds[0] is not None and bounds[0] > 0:
        return bounds[0]
    return bounds[1] if bounds[1] is not None and bounds[1] < 0 else D(0)


print("/* Made by tests/tables/keyness.py. */\n#ifdef TABLE_SCORES")
for name, *counts in CASES:
    a, b, study, reference = counts
    values = ", ".join(f"{float(v):.17g}" for v in worked(*counts))
    print(f'{{"{name}", {{{a}U, {b}U}}, {{{study}U, {reference}U}}, {values}}},')
print("#endif\n#ifdef TABLE_EFFECTS")
for name, *counts in CASES:
    a, b, study, reference = counts
    if a + b < 500:
        values = (*odds_ratio(*counts), williams(*counts), ell(*counts), conservative(*counts, 1), conservative(*counts, 1000))
        print(f'{{"{name}", {{{a}U, {b}U}}, {{{study}U, {reference}U}}, ' +
              ", ".join(f"{float(v):.17g}" for v in values) + "},")
print("#endif")
