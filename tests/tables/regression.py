#!/usr/bin/env python3
"""Writes regression.inc: Poisson and NB2 fits of small series, with 40 digits.

Plain Newton steps on the likelihood equations. For whole counts y the
difference of two digamma functions is a finite sum, psi(t + y) - psi(t) = sum
of 1 / (t + k) for k below y, so nothing here needs special functions.
"""
from decimal import Decimal as D, getcontext

getcontext().prec = 40
SERIES = [
    ("even", [12, 15, 11, 18, 21, 17, 25, 24, 30, 28, 35, 33],
     [50210, 51877, 48003, 52941, 53010, 49777, 54120, 50990, 55210, 52004, 56120, 53870]),
    ("wild", [3, 14, 2, 9, 22, 5, 17, 8, 31, 6, 12, 40, 15, 9, 52, 20], [48000, 51000, 50500, 49500] * 4),
]


def means(b, e):
    return [x * (b[0] + b[1] * t).exp() for t, x in enumerate(e)]


def information(m, theta):
    w = [x / (1 + x / theta) if theta else x for x in m]
    a, b, c = (sum(x * t**k for t, x in enumerate(w)) for k in (0, 1, 2))
    return w, a, b, c, a * c - b * b


def fit(y, e, b, theta=None):
    for _ in range(200):
        m = means(b, e)
        w, a11, a12, a22, det = information(m, theta)
        r = [x * (k - u) / u for x, k, u in zip(w, y, m)]
        g0, g1 = sum(r), sum(x * t for t, x in enumerate(r))
        move = ((a22 * g0 - a12 * g1) / det, (a11 * g1 - a12 * g0) / det)
        b = (b[0] + move[0], b[1] + move[1])
        if max(map(abs, move)) < D("1e-34"):
            break
    m = means(b, e)
    _, a11, a12, a22, det = information(m, theta)
    return b, (a22 / det).sqrt(), (a11 / det).sqrt(), m


def likeliest_theta(y, m):
    def slope(t):
        return sum(sum(1 / (t + k) for k in range(a)) + (t / (t + u)).ln() + 1 - (a + t) / (t + u) for a, u in zip(y, m))
    low, high = D("0.01"), D(1000)
    for _ in range(120):
        middle = (low + high) / 2
        low, high = (middle, high) if slope(middle) > 0 else (low, middle)
    return low


def ln_factorial(k):
    return sum(D(i).ln() for i in range(1, k + 1))


def row(name, family, *values):
    print(f'{{"{name}", {family}, ' + ", ".join(f"{float(v):.17g}" for v in values) + "},")


print("/* Made by tests/tables/regression.py. */")
for name, y, e in SERIES:
    start = ((D(sum(y)) / sum(e)).ln(), D(0))
    b, se0, se1, m = fit(y, e, start)
    deviance = 2 * sum((a * (a / u).ln() if a else 0) - (a - u) for a, u in zip(map(D, y), m))
    phi = sum((a - u) ** 2 / u for a, u in zip(y, m)) / (len(y) - 2)
    likelihood = sum(a * u.ln() - u - ln_factorial(a) for a, u in zip(y, m))
    row(name, "REGRESSION_POISSON", b[0], se0, b[1], se1, deviance, phi, 0, likelihood)
    row(name, "REGRESSION_QUASI_POISSON", b[0], se0 * phi.sqrt(), b[1], se1 * phi.sqrt(), deviance, phi, 0, likelihood)
    if phi < 1:
        continue
    theta = D(0)
    for _ in range(300):
        last, theta = theta, likeliest_theta(y, m)
        b, se0, se1, m = fit(y, e, b, theta)
        if abs(theta - last) < D("1e-25"):
            break
    deviance = 2 * sum((a * (a / u).ln() if a else 0) - (a + theta) * ((a + theta) / (u + theta)).ln()
                       for a, u in zip(map(D, y), m))
    phi = sum((a - u) ** 2 / u for a, u in zip(y, m)) / (len(y) - 2)
    likelihood = sum(sum((theta + k).ln() for k in range(a)) - ln_factorial(a) + theta * (theta / (theta + u)).ln()
                     + a * (u / (theta + u)).ln() for a, u in zip(y, m))
    row(name, "REGRESSION_NEGATIVE_BINOMIAL", b[0], se0, b[1], se1, deviance, phi, theta, likelihood)
