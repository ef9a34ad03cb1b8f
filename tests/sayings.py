#!/usr/bin/env python3
"""Whether every saying of reports/pages stands in the table of every language, and no other.

The names of the default dictionary's topics are sayings too.

A saying is a string of the code that has a word of its own: with a blank, a
slot or a capital, and no printf conversion; or one that saying_plain() takes.
"""
import glob
import re
import sys

LITERAL = r'"(?:[^"\\]|\\.)*"'
NO_SAYING = {"UTF-8"}


def literals(path):
    text = re.sub(r"/\*.*?\*/", "", open(path, encoding="utf-8").read(), flags=re.S)
    text = re.sub(r"^#.*$", "", text, flags=re.M)
    for found in re.finditer(rf"(saying_(?:add_)?plain\([^\"]*)?({LITERAL}(?:\s*{LITERAL})*)", text):
        parts = re.findall(r'"((?:[^"\\]|\\.)*)"', found.group(2))
        string = re.sub(r"\\u([0-9A-Fa-f]{4})", lambda code: chr(int(code.group(1), 16)), "".join(parts))
        yield string.replace('\\"', '"').replace("\\\\", "\\"), bool(found.group(1))


def is_saying(string, asked):
    if not string or string in NO_SAYING or re.search(r"%[-.*\d]*[a-z]|\.csv$", string):
        return False
    return asked or bool(re.search(r"[a-z]", string) and re.search(r"[ {]|^[A-Z]", string))


def topic_names():
    for line in open("analysis/topics/en.yaml", encoding="utf-8"):
        found = re.match(r"( *)([a-z-]+):", line)
        if found and found.group(2) != "rule":
            name = found.group(2).replace("-", " ")
            yield name if found.group(1) else name.capitalize()


def main():
    code = {name: ("analysis/topics/en.yaml", True) for name in topic_names()}
    for path in sorted(glob.glob("reports/pages/*.c")):
        if path.endswith(("/saying.c", "/sayings.c")):
            continue
        for string, asked in literals(path):
            code.setdefault(string, (path, asked or code.get(string, ("", False))[1]))
    bad = 0
    for table in sorted(glob.glob("reports/pages/sayings.??")):
        lines = open(table, encoding="utf-8").read().split("\n")
        known = {line[2:] for line in lines if line.startswith("= ")}
        for string, (path, asked) in code.items():
            if is_saying(string, asked) and string not in known:
                print(f"{path}: {table} lacks '{string}'")
                bad += 1
        for string in sorted(known - code.keys()):
            print(f"{table}: nobody says '{string}'")
            bad += 1
    sys.exit(bad > 0)


main()
