"""Every number in the tables of a comparison is compare.csv's: numbers_compared.py FOLDER.

FOLDER holds an English compare.pdf and its csv/. The numbers are written anew as numbers_on_pages.py
does, row by row; the last line says how many were compared.
"""
import sys

from numbers_on_pages import (DASH, bare, cells_of, decimal, expect, names_row, number, pages_of, points, problems,
                              q_value, rate, share, table, times, times_range)
import numbers_on_pages


ROWS_LEAST = 5  # of each table: fewer, and it was read apart


def slope(text):
    """'+1%': the change from one whole week to the next."""
    if not text:
        return DASH
    printed = decimal(float(text) * 100, 0)
    return ("+" if float(text) * 100 >= 0.5 else "") + printed + "%"


def ranged(row, write):
    return write(float(row["difference_low"]), float(row["difference_high"])) if row["difference_low"] else DASH


def cells_of_shares(row, trends):
    sides = [cell for side in "ab" for cell in (decimal(int(row[side + "_count"]), 0), share(float(row[side])),
                                                *([slope(row["trend_" + side])] if trends else []))]
    return sides + [points(float(row["difference"])) if row["difference"] else DASH,
                    ranged(row, lambda low, high: f"{points(low)} to {points(high)}"),
                    q_value(float(row["q"])) if row["q"] else DASH]


def cells_of_term(row, _):
    sides = [cell for side in "ab" for cell in (decimal(int(row[side + "_count"]), 0), rate(float(row[side])))]
    return sides + [times(number(row["difference"])) if row["difference"] else DASH, ranged(row, times_range),
                    q_value(float(row["q"])) if row["q"] else DASH]


def check(pages, header, kind, rows):
    """The rows below each such header; how many there are."""
    write = cells_of_term if kind == "term" else cells_of_shares
    shown = 0
    for n, page in enumerate(pages, 1):
        below = []
        for line in page.splitlines():
            cells = cells_of(line)
            if cells[:2] == list(header):
                below = cells if "q" in cells else []
            elif below and len(cells) == len(below):
                row = next((row for row in rows if row["kind"] == kind and names_row(cells[0], row["key"])), None)
                if not row:
                    problems.append(f"page {n}: compare.csv has no {kind} '{cells[0]}'")
                    continue
                shown += 1
                for column, (printed, wanted) in enumerate(zip(cells[1:], write(row, "Trend" in below)), 1):
                    expect(f"page {n}, {kind} '{cells[0]}'", f"column {column}", printed, wanted)
            elif below and bare(line):
                below = []
    return shown


def main():
    folder = sys.argv[1]
    pages = pages_of(folder, ["-layout"], "compare")
    rows = table(folder, "compare")
    shown = [check(pages, header, kind, rows) for header, kind in
             ((("Topic", "Articles"), "topic"), (("Speaker", "Words"), "speaker"), (("Term", "Uses"), "term"))]
    if min(shown) < ROWS_LEAST:
        problems.append(f"fewer than {ROWS_LEAST} rows of a table were read: {shown}")
    print("\n".join(problems[:40]))
    print(f"{numbers_on_pages.compared} numbers compared, {len(problems)} wrong; rows {shown}")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
