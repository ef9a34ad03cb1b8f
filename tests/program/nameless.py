#!/usr/bin/env python3
"""The lexicon without the given names that stand in a gold file's labels.

    python3 tests/program/nameless.py FOLDER GOLD...

Copies corpus/lexicon into FOLDER/corpus/lexicon, its lists of given names without those that the
speakers of the GOLD files have. Says how many were taken out.
"""
import json, os, re, shutil, sys


def names(paths):
    found = set()
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for quote in (quote for line in file for quote in json.loads(line)["quotes"]):
                for field in ("speaker", "speaker_full"):
                    found.update(word.casefold() for word in re.findall(r"[^\W\d_]+", quote.get(field) or ""))
    return found


def main():
    folder, taken, out = sys.argv[1], names(sys.argv[2:]), 0
    shutil.copytree("corpus/lexicon", folder + "/corpus/lexicon", dirs_exist_ok=True)
    for language in os.listdir("corpus/lexicon"):
        path = "%s/corpus/lexicon/%s/given.txt" % (folder, language)
        if not os.path.exists(path):
            continue
        with open(path, encoding="utf-8") as file:
            lines = file.readlines()
        kept = [line for line in lines if line.split("\t")[0] not in taken]
        out += len(lines) - len(kept)
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(kept)
    print("%d given names taken out" % out)


main()
