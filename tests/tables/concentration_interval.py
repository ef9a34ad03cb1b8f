#!/usr/bin/env python3
"""Writes concentration_interval.inc: measures of concentration and their jackknife errors, with 80 digits."""
from decimal import Decimal as D, getcontext

getcontext().prec = 80
TOP = 3
CASES = [
    ("five stories of four speakers", [{0: 40, 1: 10}, {0: 25}, {2: 30, 1: 5}, {3: 12}, {0: 8, 3: 8}]),
    ("speakers level in rank", [{0: 10, 1: 20}, {2: 10}, {3: 15, 4: 5}, {1: 3}, {5: 12}, {4: 5, 0: 2}]),
    ("one story has most", [{0: 400, 1: 100}, {2: 3, 3: 1}, {1: 4}, {4: 9, 0: 1}]),
    ("as many speakers as the top", [{0: 7, 1: 2}, {1: 9}, {2: 4, 0: 1}]),
]


def hhi(x):
    return sum((a / sum(x))**2 for a in x)


def gini(x):
    return sum(abs(a - b) for a in x for b in x) / (2 * len(x) * sum(x))


def top(x):
    return sum(sorted(x)[-TOP:]) / sum(x)


def error(measure, stories):
    """The jackknife: the measure, from its definition, of all stories but one, again and again."""
    values = []
    for left_out in range(len(stories)):
        totals = {}
        for i, story in enumerate(stories):
            for holder, amount in story.items():
                if i != left_out:
                    totals[holder] = totals.get(holder, D(0)) + amount
        values.append(measure(list(totals.values())))
    mean = sum(values) / len(values)
    return (sum((v - mean)**2 for v in values) * (len(values) - 1) / len(values)).sqrt()


print("/* Made by tests/tables/concentration_interval.py. */")
for name, stories in CASES:
    holders = 1 + max(i for story in stories for i in story)
    totals = [D(sum(story.get(i, 0) for story in stories)) for i in range(holders)]
    entries = ", ".join(f"{{{c}, {i}, {a}}}" for c, story in enumerate(stories) for i, a in story.items())
    count = sum(len(story) for story in stories)
    values = ", ".join(f"{float(round(v, 20)):.17g}" for m in (hhi, gini, top)
                       for v in (m(totals), error(m, stories)))
    print(f'{{"{name}", {len(stories)}, {holders}, {count}, {{{entries}}}, {values}}},')
