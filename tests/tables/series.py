#!/usr/bin/env python3
"""Writes series.inc: public time series, and the best cuts of the counts among them.

NILE: annual flow of the Nile at Aswan, 1871-1970 (Cobb 1978). COAL: mining
disasters a year, 1851-1962 (Jarrett 1979). DISCOVERIES: great inventions a
year, 1860-1959 (World Almanac 1975). AIR_PASSENGERS: thousands a month,
1949-1960 (Box and Jenkins 1976). All stand in R's datasets and boot.
Cuts by trying all of them (optimal partitioning), with 40 digits.
"""
from decimal import Decimal as D, getcontext

getcontext().prec = 40
NILE = """1120 1160 963 1210 1160 1160 813 1230 1370 1140 995 935 1110 994 1020 960 1180 799 958 1140
1100 1210 1150 1250 1260 1220 1030 1100 774 840 874 694 940 833 701 916 692 1020 1050 969 831 726
456 824 702 1120 1100 832 764 821 768 845 864 862 698 845 744 796 1040 759 781 865 845 944 984 897
822 1010 771 676 649 846 812 742 801 1040 860 874 848 890 744 749 838 1050 918 986 797 923 975 815
1020 906 901 1170 912 746 919 718 714 740"""
COAL = """4 5 4 1 0 4 3 4 0 6 3 3 4 0 2 6 3 3 5 4 5 3 1 4 4 1 5 5 3 4 2 5 2 2 3 4 2 1 3 2 2 1 1 1 1 3 0 0
1 0 1 1 0 0 3 1 0 3 2 2 0 1 1 1 0 1 0 1 0 0 0 2 1 0 0 0 1 1 0 2 3 3 1 1 2 1 1 1 1 2 4 2 0 0 0 1 4 0
0 0 1 0 0 0 0 0 1 0 0 1 0 1"""
DISCOVERIES = """5 3 0 2 0 3 2 3 6 1 2 1 2 1 3 3 3 5 2 4 4 0 2 3 7 12 3 10 9 2 3 7 7 2 3 3 6 2 4 3 5 2 2 4
0 4 2 5 2 3 3 6 5 8 3 6 6 0 5 2 2 2 6 3 4 4 2 2 4 7 5 3 3 0 2 2 2 1 3 4 2 2 1 1 1 2 1 4 4 3 2 1 4 1 1
1 0 0 2 0"""

AIR_PASSENGERS = """112 118 132 129 121 135 148 148 136 119 104 118 115 126 141 135 125 149 170 170
158 133 114 140 145 150 178 163 172 178 199 199 184 162 146 166 171 180 193 181 183 218 230 242 209
191 172 194 196 196 236 235 229 243 264 272 237 211 180 201 204 188 235 227 234 264 302 293 259 229
203 229 242 233 267 269 270 315 364 347 312 274 237 278 284 277 317 313 318 374 413 405 355 306 271
306 315 301 356 348 355 422 465 467 404 347 305 336 340 318 362 348 363 435 491 505 404 359 310 337
360 342 406 396 420 472 548 559 463 407 362 405 417 391 419 461 472 535 622 606 508 461 390 432"""


def best_cuts(count, penalty, segment):
    cost, cut = [-penalty], [0]
    for end in range(1, count + 1):
        ways = [cost[start] + segment(start, end) + penalty for start in range(end)]
        cost.append(min(ways))
        cut.append(ways.index(min(ways)))
    cuts, end = [], cut[count]
    while end:
        cuts.insert(0, end)
        end = cut[end]
    return cuts, cost[-1]


def of_events(y):
    def segment(start, end):
        k = D(sum(y[start:end]))
        return 2 * (k - k * (k / (end - start)).ln()) if k else D(0)
    return segment


def variance(y):
    return sum((v - D(sum(y)) / len(y)) ** 2 for v in y) / (len(y) - 1)


def of_values(y):
    whole = variance(y)

    def segment(start, end):
        mean = D(sum(y[start:end])) / (end - start)
        return sum((v - mean) ** 2 for v in y[start:end]) / whole
    return segment


print("/* Made by tests/tables/series.py. */")
print("#ifdef TABLE_NILE\n" + ", ".join(NILE.split()) + "\n#endif")
print("#ifdef TABLE_AIR_PASSENGERS\n" + ", ".join(AIR_PASSENGERS.split()) + "\n#endif")
print("#ifdef TABLE_DISCOVERIES\n" + ", ".join(DISCOVERIES.split()) + "\n#endif\n#ifdef TABLE_CHANGES")
for name, text, factor in (("coal", COAL, 2), ("discoveries", DISCOVERIES, 2), ("discoveries, half", DISCOVERIES, 1)):
    y = [int(word) for word in text.split()]
    penalty = factor * D(len(y)).ln()
    cuts, cost = best_cuts(len(y), penalty, of_events(y))
    print(f'{{"{name}", {len(y)}, {{{", ".join(f"{{{k}U, 1}}" for k in y)}}}, {float(penalty):.17g}, '
          f'{len(cuts)}, {{{", ".join(map(str, cuts))}}}, {float(cost):.17g}}},')
print("#endif")
print("#ifdef TABLE_LEVELS")
for name, text, factor in (("nile", NILE, D(2)), ("nile", NILE, D("0.5"))):
    y = [int(word) for word in text.split()]
    penalty = factor * D(len(y)).ln()
    cuts, cost = best_cuts(len(y), penalty, of_values(y))
    print(f'{{{name}, {len(y)}, {float(variance(y)):.17g}, {float(penalty):.17g}, {len(cuts)}, '
          f'{{{", ".join(map(str, cuts))}}}, {float(cost):.17g}}},')
print("#endif")
