#!/usr/bin/env python3
"""Writes regression_terms.inc: Poisson fits with many terms, weights and harmonics, 40 digits.

INSURANCE: claims and holders by district, engine and age, third quarter of 1973
(Baxter, Coutts and Ross 1980), which stands in R's MASS. Plain Newton steps, with
sin and cos from their series.
"""
from decimal import Decimal as D, getcontext

getcontext().prec = 50
HOLDERS = [197, 264, 246, 1680, 284, 536, 696, 3582, 133, 286, 355, 1640, 24, 71, 99, 452,
           85, 139, 151, 931, 149, 313, 419, 2443, 66, 175, 221, 1110, 9, 48, 72, 322,
           35, 73, 89, 648, 53, 155, 240, 1635, 24, 78, 121, 692, 7, 29, 43, 245,
           20, 33, 40, 316, 31, 81, 122, 724, 18, 39, 68, 344, 3, 16, 25, 114]
CLAIMS = [38, 35, 20, 156, 63, 84, 89, 400, 19, 52, 74, 233, 4, 18, 19, 77,
          22, 19, 22, 87, 25, 51, 49, 290, 14, 46, 39, 143, 4, 15, 12, 53,
          5, 11, 10, 67, 10, 24, 37, 187, 8, 19, 24, 101, 3, 2, 8, 37,
          2, 5, 4, 36, 7, 10, 22, 102, 5, 7, 16, 63, 0, 6, 8, 33]
ROOT = D(20).sqrt()
POLYNOMIALS = [[D(-3) / ROOT, D(1) / 2, D(-1) / ROOT], [D(-1) / ROOT, D(-1) / 2, D(3) / ROOT],
               [D(1) / ROOT, D(-1) / 2, D(-3) / ROOT], [D(3) / ROOT, D(1) / 2, D(1) / ROOT]]
SEASON = [14, 18, 25, 27, 24, 19, 12, 9, 8, 11, 12, 17, 20, 27, 30, 33, 31, 22, 16, 12, 9, 14, 17, 22]
WORDS = [50 + 3 * (t % 5) for t in range(24)]
WEIGHTS = [D(1) if t % 7 else D("0.25") for t in range(24)]
WILD = [3, 14, 2, 9, 22, 5, 17, 8, 31, 6, 12, 40, 15, 9, 52, 20]
PI = D("3.14159265358979323846264338327950288419716939937511")


def sine(x, start):
    total = term = x if start else D(1)
    for n in range(2 + start, 120, 2):
        term = -term * x * x / (n * (n - 1))
        total += term
    return total


def solve(a, b):
    rows = [list(r) + [v] for r, v in zip(a, b)]
    for i, _ in enumerate(rows):
        best = max(range(i, len(rows)), key=lambda k: abs(rows[k][i]))
        rows[i], rows[best] = rows[best], rows[i]
        rows[i] = [v / rows[i][i] for v in rows[i]]
        for k, row in enumerate(rows):
            if k != i:
                rows[k] = [v - row[i] * p for v, p in zip(row, rows[i])]
    return [r[-1] for r in rows]


def fit(y, exposure, terms, weights):
    x = [[D(1)] + list(r) for r in terms]
    width = len(x[0])
    b = [(D(sum(y)) / sum(exposure)).ln()] + [D(0)] * (width - 1)
    for _ in range(100):
        m = [e * sum(p * q for p, q in zip(r, b)).exp() for r, e in zip(x, exposure)]
        information = [[sum(w * u * r[j] * r[k] for w, u, r in zip(weights, m, x)) for k in range(width)]
                       for j in range(width)]
        slope = [sum(w * (c - u) * r[j] for w, c, u, r in zip(weights, y, m, x)) for j in range(width)]
        move = solve(information, slope)
        b = [p + q for p, q in zip(b, move)]
        if max(map(abs, move)) < D("1e-40"):
            break
    unit = [[D(i == j) for i in range(width)] for j in range(width)]
    errors = [solve(information, u)[j].sqrt() for j, u in enumerate(unit)]
    deviance = 2 * sum(w * ((c * (c / u).ln() if c else 0) - (c - u)) for w, c, u in zip(weights, map(D, y), m))
    return b, errors, deviance


def correlated(y, exposure, lags):
    """Newey and West's errors of a trend, and the residuals' autocorrelation at lag 1."""
    b = fit(y, exposure, [[D(t)] for t in range(len(y))], [D(1)] * len(y))[0]
    m = [e * (b[0] + b[1] * t).exp() for t, e in enumerate(exposure)]
    x = [[D(1), D(t)] for t in range(len(y))]
    bread = [solve([[sum(u * r[j] * r[k] for u, r in zip(m, x)) for k in (0, 1)] for j in (0, 1)], unit)
             for unit in ([D(1), D(0)], [D(0), D(1)])]
    score = [[(c - u) * v for v in r] for c, u, r in zip(y, m, x)]
    meat = [[sum((1 - D(abs(t - s)) / (lags + 1)) * score[t][j] * score[s][k] for t in range(len(y))
                 for s in range(len(y)) if abs(t - s) <= lags) for k in (0, 1)] for j in (0, 1)]
    errors = [sum(bread[i][j] * meat[j][k] * bread[i][k] for j in (0, 1) for k in (0, 1)).sqrt() for i in (0, 1)]
    pearson = [(c - u) / u.sqrt() for c, u in zip(y, m)]
    return (*errors, sum(p * q for p, q in zip(pearson, pearson[1:])) / sum(p * p for p in pearson))


def show(name, *columns):
    print(f"#ifdef TABLE_{name}")
    for row in zip(*columns):
        print("{" + ", ".join(f"{float(v):.17g}" for v in row) + "},")
    print("#endif")


def main():
    print("/* Made by tests/tables/regression_terms.py. */")
    print("#ifdef TABLE_CLAIMS\n" + ", ".join(map(str, CLAIMS)) + "\n#endif")
    print("#ifdef TABLE_HOLDERS\n" + ", ".join(map(str, HOLDERS)) + "\n#endif")
    print("#ifdef TABLE_SEASON\n" + ", ".join(map(str, SEASON)) + "\n#endif")
    design = [[D(d == k) for k in (1, 2, 3)] + POLYNOMIALS[g] + POLYNOMIALS[a]
              for d in range(4) for g in range(4) for a in range(4)]
    b, errors, deviance = fit(CLAIMS, HOLDERS, design, [D(1)] * 64)
    show("INSURANCE", b, errors, [deviance] * 10)
    design = []
    for t in range(24):
        angles = [2 * PI * k * t / 12 for k in (1, 2)]
        design.append([D(t)] + [f for a in angles for f in (sine(a, 0), sine(a, 1))])
    b, errors, deviance = fit(SEASON, WORDS, design, WEIGHTS)
    show("ROUND", b, errors, [deviance] * 6)
    rows = [(lags, *correlated(WILD, [48000, 51000, 50500, 49500] * 4, lags)) for lags in (1, 4)]
    show("CORRELATED", *zip(*rows))


if __name__ == "__main__":
    main()
