#!/usr/bin/env python3
"""Counts the terms of JSON Lines anew, by the rule of corpus/text/tokens.h and with nothing of broadsheet.

    count_terms.py compare ARTICLES.jsonl TERMS.csv   every row of terms.csv against this count
    count_terms.py days ARTICLES.jsonl                --from and --to for all its weeks
    count_terms.py plain FILE.jsonl                   ids, languages and texts alone, undated
    count_terms.py random N                           N articles of random words in six scripts

Characters have their kinds from Python's unicodedata and the few code points of UAX #29 named below; words are one
regular expression over the kinds, a letter each. A kind in a script that no rule here names is a letter.
"""
import collections
import csv
import datetime
import functools
import json
import random
import re
import sys
import unicodedata

APOSTROPHES = "'\u2018\u2019\uff07"
HYPHENS = "-\u2010\u2011"
MID_LETTER = "\u00b7\u0387\u055f\u05f4\u2027"
MID_NUMBER = ".\u2024\ufe52\uff0e,;\u037e\u0589\u060c\u060d\u066c\u07f8\u2044\ufe10\ufe14\ufe50\ufe54\uff0c\uff1b"
LETTER_SYMBOLS = "\u02c2-\u02c5\u02d2-\u02d7\u02de\u02df\u02e5-\u02ff\u055a-\u055c\u055e\u058a\u05f3\u24b6-\u24e9"
WITHOUT_BLANKS = ("CJK", "HIRAGANA", "THAI", "LAO", "KHMER", "MYANMAR", "IDEOGRAPHIC")


@functools.lru_cache(maxsize=None)
def kind(char):
    """L letter, H Hebrew, D digit, K katakana, A alone, E extending, g a m n q h the joining marks, . mark, _ nothing."""
    category, name = unicodedata.category(char), unicodedata.name(char, "")
    for letter, chars in (("g", "'"), ("a", APOSTROPHES), ("h", HYPHENS), ("m", MID_LETTER), ("n", MID_NUMBER), ("q", '"')):
        if char in chars:
            return letter
    if char.isspace() and char not in "\x1c\x1d\x1e\x1f" or category == "Cc" or char == "\u200b":
        return "_"
    if category in ("Mn", "Mc", "Me", "Cf") or char in "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff":
        return "E"
    if category == "Nd" or char == "\u066b":
        return "D"
    if "KATAKANA" in name and category[0] == "L" or name.startswith("VERTICAL KANA"):
        return "K"
    if category[0] == "L" or category == "Nl" or re.match(f"[{LETTER_SYMBOLS}]", char):
        if name.startswith(WITHOUT_BLANKS):
            return "A"
        return "H" if name.startswith("HEBREW LETTER") else "L"
    return "."


WORD = re.compile(r"""A | K+
    | [LHD] (?: [LHD] | h(?=[LHD]) | (?<=[LH])[gam](?=[LH]) | (?<=D)n(?=D) | (?<=H)q(?=H) )* (?: (?<=H)g )?""", re.X)


def pieces(text):
    """The words of `text`, and "" where something other than a blank stands between two of them."""
    clusters, kinds = [], []
    for char in text:
        if kind(char) == "E" and clusters and kinds[-1] != "_":
            clusters[-1] += char
        elif kind(char) != "E":
            clusters.append(char)
            kinds.append(kind(char))
    kinds, end, parted = "".join(kinds), 0, False
    for match in WORD.finditer(kinds):
        parted = parted or bool(kinds[end:match.start()].strip("_"))
        end = match.end()
        if not re.search("[LHKA]", match.group()):
            parted = True
            continue
        if parted:
            yield ""
        parted = False
        yield "".join(clusters[match.start():end])
    if parted or kinds[end:].strip("_"):
        yield ""


def words(text):
    """The words of `text`; extending characters go with what they stand behind."""
    return filter(None, pieces(text))


def is_seen(char):
    return not (unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f" or char == "\u034f")


def simple_fold(char):
    if char in "\u2018\u2019\u02bc\uff07":
        return "'"
    if char in "\u2010\u2011":
        return "-"
    full, lower = char.casefold(), char.lower()
    return full if len(full) == 1 else lower if len(lower) == 1 else char


@functools.lru_cache(maxsize=None)
def fold(word):
    composed = unicodedata.normalize("NFC", "".join(filter(is_seen, word)))
    return unicodedata.normalize("NFC", "".join(map(simple_fold, composed)))


def articles(path):
    with open(path, encoding="utf-8", newline="\n") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def week_of(article):
    day = article.get("date", "")[:10]
    return "%d-W%02d" % datetime.date.fromisoformat(day).isocalendar()[:2] if day else ""


def count(path):
    """{(week, term): [count, articles, tokens of the week]}"""
    counts, with_it, tokens = collections.Counter(), collections.Counter(), collections.Counter()
    for article in articles(path):
        week = week_of(article)
        own = collections.Counter(map(fold, words(article["text"])))
        tokens[week] += sum(own.values())
        for term, number in own.items():
            counts[week, term] += number
            with_it[week, term] += 1
    return {key: [number, with_it[key], tokens[key[0]]] for key, number in counts.items()}


def compare(path, terms):
    wanted, found = count(path), {}
    with open(terms, encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            key = row["week"], row["term"]
            assert key not in found, ("twice", key)
            found[key] = [int(row[name]) for name in ("count", "articles", "tokens")]
    wrong = sorted(key for key in found.keys() | wanted.keys() if found.get(key) != wanted.get(key))
    for key in wrong[:20]:
        print(key, ascii(key[1]), "found", found.get(key), "wanted", wanted.get(key))
    print(len(wanted), "rows,", sum(row[0] for row in wanted.values()), "words,", len(wrong), "wrong")
    return bool(wrong) or not wanted


PLAIN = "abcdefghijklmnopqrstuvwxyzABXYZ"
SCRIPTS = ("abcdefgxyzABCXYZéßÄñİıſ", "абвгёйъяАБЁЖІї", "αβγςσΣΩάΐ", "אבגדהת", "ابتىی٣٤", "कखगहािी्५६")
OTHERS = " " * 12 + "\n012789''--..,,;:_\"()«»“”„’‘‐‑–—…\u00ad\u200d\u0301\u0308·\u202f\u00a0/@&%€😀👩東カナ"


def random_articles(number):
    chance = random.Random(20251127)
    for i in range(number):
        script = SCRIPTS[i % len(SCRIPTS)]
        plain = i % 3 == 0  # ASCII words of all lengths, so that any block of bytes ends anywhere in one
        parts = []
        for _ in range(chance.randrange(1, 120)):
            pool = chance.choice((PLAIN, PLAIN, " ", "'-., ") if plain else (script, script, script, OTHERS, OTHERS, PLAIN))
            parts += chance.choices(pool, k=chance.randrange(1, 3 if pool is OTHERS else 70 if pool is PLAIN else 12))
        day = datetime.date(2024, 12, 16) + datetime.timedelta(days=i % 30)
        text = "x " + "".join(parts)
        yield {"id": f"r{i}", "date": str(day), "source": "Random", "text": text}


def days(path):
    dates = sorted(article["date"][:10] for article in articles(path) if article.get("date"))
    return f"--from {dates[0]} --to {dates[-1]}"


def main(command, *arguments):
    if command == "compare":
        return compare(*arguments)
    if command == "days":
        print(days(*arguments))
    elif command == "plain":
        for i, article in enumerate(articles(*arguments)):
            print(json.dumps({"id": str(i), "source": "X", "text": article["text"]}))
    elif command == "random":
        for article in random_articles(int(*arguments)):
            print(json.dumps(article, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
