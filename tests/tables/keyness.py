#!/usr/bin/env python3
"""Writes keyness.inc: worked values for test_keyness.c, with 50 digits."""
from decimal import Decimal as D, getcontext

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


print("/* Made by tests/tables/keyness.py. */")
for name, *counts in CASES:
    a, b, study, reference = counts
    values = ", ".join(f"{float(v):.17g}" for v in worked(*counts))
    print(f'{{"{name}", {{{a}U, {b}U}}, {{{study}U, {reference}U}}, {values}}},')
