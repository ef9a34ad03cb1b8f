#!/usr/bin/env python3
"""Writes alarms.inc: charts and forecasts for test_alarms.c, with 50 digits.

The negative binomial is added up term by term, with no beta function.
"""
from decimal import Decimal as D, getcontext

from regression_terms import PI, fit, sine, solve

getcontext().prec = 50
CHART = [(12, 50), (15, 48), (9, 61), (31, 55), (14, 40), (11, 52), (17, 70), (6, 33)]
QUIET = [12, 15, 11, 13, 9, 14, 17, 12, 10, 16, 13, 11, 40, 38, 12, 14, 15, 10, 13, 16, 12, 14, 11, 15]
RARE = [0, 1, 0, 0, 2, 1, 0, 0, 1, 0, 3, 0, 0, 1, 1, 0, 0, 2, 0, 1]
EVEN = [20, 21, 19, 20, 22, 20, 19, 21, 20, 21]
SEASON = [14, 18, 25, 27, 24, 19, 12, 9, 8, 11, 12, 17, 20, 27, 30, 33, 31, 22, 16, 12, 9, 14, 17, 22]
DRIFT = [D(x) for x in "10 10.5 11 30 12 12.5 13.25 13 14 2 15 15.5 16 16.25".split()]
SIGMA = D("1.4826022185056018605470765") # 1 / the normal law's upper quartile
ALPHA = D("0.005")
THIRD = D(1) / 3


def power(x, exponent):
    return (x.ln() * exponent).exp() if x else D(0)


def rates(b, terms):
    return [sum(p * q for p, q in zip(b, [D(1)] + list(t))).exp() for t in terms]


def inverse(b, exposure, terms, weights):
    x = [[D(1)] + list(t) for t in terms]
    m = [e * r for e, r in zip(exposure, rates(b, terms))]
    n = len(b)
    information = [[sum(w * u * r[j] * r[k] for w, u, r in zip(weights, m, x)) for k in range(n)] for j in range(n)]
    return [solve(information, [D(i == j) for i in range(n)]) for j in range(n)]


def spread(row, covariance):
    x = [D(1)] + list(row)
    return sum(x[j] * x[k] * covariance[j][k] for j in range(len(x)) for k in range(len(x)))


def dispersion(y, m, weights, width):
    return max(D(1), sum(w * (k - u) ** 2 / u for w, k, u in zip(weights, y, m)) / (len(y) - width))


def forecast(y, exposure, terms, row, now):
    weights, width = [D(1)] * len(y), len(row) + 1
    b = fit(y, exposure, terms, weights)[0]
    m = [e * r for e, r in zip(exposure, rates(b, terms))]
    phi, covariance = dispersion(y, m, weights, width), inverse(b, exposure, terms, weights)
    s = [D("1.5") * (power(D(k), 2 * THIRD) - power(u, 2 * THIRD)) / power(u, THIRD / 2) /
         (phi * (1 - u * spread(t, covariance))).sqrt() for k, u, t in zip(y, m, terms)]
    weights = [1 / r**2 if r > D("2.58") else D(1) for r in s]
    weights = [w * len(y) / sum(weights) for w in weights]
    b = fit(y, exposure, terms, weights)[0]
    m = [e * r for e, r in zip(exposure, rates(b, terms))]
    phi, covariance = dispersion(y, m, weights, width), inverse(b, exposure, terms, weights)
    mean = now * rates(b, [row])[0]
    variance = phi * mean + mean**2 * phi * spread(row, covariance)
    return mean, variance, phi, sum(r > D("2.58") for r in s)


def tails(mean, variance, most):
    """P(X > k) for k from -1 to most."""
    p = mean / variance
    size = mean * p / (1 - p)
    chance, above = power(p, size), [D(1)]
    for k in range(most + 1):
        above.append(above[-1] - chance)
        chance = chance * (size + k) / (k + 1) * (1 - p)
    return above


def median(x):
    x, n = sorted(x), len(x)
    return (x[(n - 1) // 2] + x[n // 2]) / 2


def trend(n):
    return [[D(t)] for t in range(n)]


def season(n):
    rows = [[D(t)] + [f(2 * PI * t / 12, s) for f, s in ((sine, 0), (sine, 1))] for t in range(n)]
    return rows


print("/* Made by tests/tables/alarms.py. */\n#ifdef TABLE_LANEY")
u = D(sum(k for k, _ in CHART)) / sum(n for _, n in CHART)
z = [(D(k) / n - u) / (u / n).sqrt() for k, n in CHART]
scale = sum(abs(a - b) for a, b in zip(z, z[1:])) / (len(z) - 1) * PI.sqrt() / 2
for k, n in CHART:
    plain, reach = 3 * (u / n).sqrt(), 3 * (u / n).sqrt() * scale
    print(f"{{{{{k}U, {n}}}, " + ", ".join(
        f"{float(v):.17g}" for v in (u, max(D(0), u - plain), u + plain, max(D(0), u - reach), u + reach)) + "},")
print("#endif\n#ifdef TABLE_HAMPEL")
for i, value in enumerate(DRIFT):
    window = DRIFT[max(0, i - 2):i + 3]
    middle = median(window)
    reach = 3 * SIGMA * median([abs(v - middle) for v in window])
    print("{" + ", ".join(f"{float(v):.17g}" for v in (value, middle, reach)) + "},")
print("#endif\n#ifdef TABLE_FORECASTS")
for name, y, exposure, terms, row, now, seen in (
        ("an outbreak in the past", QUIET, [1000 + 10 * (t % 3) for t in range(24)], trend(24), [D(24)], 1010, 24),
        ("the same without a trend", QUIET, [1000 + 10 * (t % 3) for t in range(24)], [[]] * 24, [], 1010, 24),
        ("rare hits", RARE, [500] * 20, trend(20), [D(20)], 500, 5),
        ("less spread than Poisson", EVEN, [100] * 10, trend(10), [D(10)], 110, 23),
        ("a yearly round", SEASON, [50 + 3 * (t % 5) for t in range(24)], season(24), season(25)[24], 62, 40)):
    mean, variance, phi, outbreaks = forecast(y, exposure, terms, row, now)
    above = tails(mean, variance, 400)
    threshold = next(k for k in range(400) if above[k + 1] <= ALPHA)
    print(f'{{"{name}", {len(y)}, {{{", ".join(map(str, y))}}}, {{{", ".join(map(str, exposure))}}}, {len(row)}, '
          f'{{{seen}U, {now}}}, {float(mean):.17g}, {float(variance):.17g}, {float(phi):.17g}, '
          f'{float(above[seen]):.17g}, {threshold}, {outbreaks}}},')
print("#endif")
