#!/usr/bin/env python3
"""The seeds of a fuzz target: a file of hexadecimal lines in seeds/, files in a folder for the fuzzer.

  seeds.py unpack seeds/dates.hex FOLDER
  seeds.py pack FOLDER seeds/dates.hex     40 of them, short and long, of 2 KB at most, and those there already
"""
import hashlib, os, sys

MOST, SIZE_MOST = 40, 2048


def lines_of(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="ascii") as file:
        return file.read().split()


def unpack(path, folder):
    os.makedirs(folder, exist_ok=True)
    for line in lines_of(path):
        seed = bytes.fromhex(line)
        with open(os.path.join(folder, hashlib.sha1(seed).hexdigest()), "wb") as file:
            file.write(seed)


def pack(folder, path):
    seeds = []
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            seed = file.read()
        if 0 < len(seed) <= SIZE_MOST:
            seeds.append(seed)
    seeds.sort(key=lambda seed: (len(seed), seed))
    step = max(1, -(-len(seeds) // MOST))
    kept = {seed.hex() for seed in seeds[::step]}
    with open(path, "w", encoding="ascii") as file:
        for line in sorted(kept | set(lines_of(path)), key=lambda line: (len(line), line)):
            file.write(line + "\n")


if len(sys.argv) != 4 or sys.argv[1] not in ("pack", "unpack"):
    sys.exit(__doc__)
{"pack": pack, "unpack": unpack}[sys.argv[1]](sys.argv[2], sys.argv[3])
