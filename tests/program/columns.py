"""The tables' columns as reports/README.md lists them, held against first rows.

columns.py README FOLDER ROSTER_COLUMN...   every CSV of a report's folder, and that none of the list is missing
columns.py README TABLE FILE                one table that a command printed
"""
import csv, os, re, sys

ROSTER = "the roster's columns"


def listed(readme):
    """Column lists by table name, as written."""
    rows = {}
    for line in readme.splitlines():
        row = re.fullmatch(r"\| ([^|]+?) \| (.*) \|", line)
        if row:
            rows[row.group(1)] = row.group(2)
    return rows


def plain(text):
    """What stands before the first semicolon, without brackets."""
    depth, kept = 0, ""
    for letter in text:
        depth += letter == "("
        if depth == 0:
            if letter == ";":
                break
            kept += letter
        depth -= letter == ")"
    return kept


def columns(rows, table, roster):
    found = []
    for item in plain(rows[table]).split(","):
        item = re.sub(r"^then ", "", item.strip().strip("`")).strip()
        other = re.fullmatch(r"those of (\S+)( up to (\w+))?", item)
        if other:
            base = [c for c in columns(rows, other.group(1), [ROSTER]) if c not in (ROSTER, "note", "id")]
            found += base[:base.index(other.group(3)) + 1] if other.group(3) else base
        elif item == ROSTER:
            found += roster
        else:
            found.append(item)
    return found


def first_row(path):
    with open(path, encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        rows = listed(file.read())
    if not os.path.isdir(sys.argv[2]):
        wanted, got = columns(rows, sys.argv[2], []), first_row(sys.argv[3])
        assert got == wanted, "%s has %s, listed are %s" % (sys.argv[2], got, wanted)
        return
    roster = sys.argv[3:]
    files = {name: name for name in rows if name.endswith(".csv")}
    by_column = files.pop("speakers_by_COLUMN.csv")
    files.update({"speakers_by_%s.csv" % column: by_column for column in roster})
    there = set(os.listdir(sys.argv[2]))
    assert there == set(files), "not the same tables: %s" % sorted(there ^ set(files))
    for file, table in files.items():
        wanted, got = columns(rows, table, roster), first_row(os.path.join(sys.argv[2], file))
        assert got == wanted, "%s has %s, listed are %s" % (file, got, wanted)
    print("%d tables" % len(files))


main()
