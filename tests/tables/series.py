#!/usr/bin/env python3
"""Writes series.inc: public time series, and the best cuts of the counts among them.

NILE: annual flow of the Nile at Aswan, 1871-1970 (Cobb 1978). COAL: mining
disasters a year, 1851-1962 (Jarrett 1979). DISCOVERIES: great inventions a
year, 1860-1959 (World Almanac 1975). All three stand in R's datasets and boot.
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


def best_cuts(y, penalty):
    sums = [0]
    for count in y:
        sums.append(sums[-1] + count)
    cost, cut = [-penalty], [0]
    for end in range(1, len(y) + 1):
        ways = []
        for start in range(end):
            k = D(sums[end] - sums[start])
            ways.append(cost[start] + (2 * (k - k * (k / (end - start)).ln()) if k else 0) + penalty)
        cost.append(min(ways))
        cut.append(ways.index(min(ways)))
    cuts, end = [], cut[len(y)]
    while end:
        cuts.insert(0, end)
        end = cut[end]
    return cuts, cost[-1]


print("/* Made by tests/tables/series.py. */")
print("#ifdef TABLE_NILE\n" + ", ".join(NILE.split()) + "\n#endif")
print("#ifdef TABLE_DISCOVERIES\n" + ", ".join(DISCOVERIES.split()) + "\n#endif\n#ifdef TABLE_CHANGES")
for name, text, factor in (("coal", COAL, 2), ("discoveries", DISCOVERIES, 2), ("discoveries, half", DISCOVERIES, 1)):
    y = [int(word) for word in text.split()]
    penalty = factor * D(len(y)).ln()
    cuts, cost = best_cuts(y, penalty)
    print(f'{{"{name}", {len(y)}, {{{", ".join(f"{{{k}U, 1}}" for k in y)}}}, {float(penalty):.17g}, '
          f'{len(cuts)}, {{{", ".join(map(str, cuts))}}}, {float(cost):.17g}}},')
print("#endif")
