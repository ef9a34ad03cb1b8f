#!/usr/bin/env python3
"""Counts the terms of JSON Lines anew, by the rule of corpus/text/tokens.h and with nothing of broadsheet.

    count_terms.py compare ARTICLES.jsonl TERMS.csv   every row of terms.csv against this count
    count_terms.py grams N LEAST ARTICLES TERMS.csv   the same of phrases of N words
    count_terms.py near NODE L R ARTICLES TABLE.csv   every row of collocations.csv
    count_terms.py spread ARTICLES TABLE.csv          every row of dispersion.csv, its terms single words
    count_terms.py diversity ARTICLES TABLE.csv       the set's row of diversity.csv: MATTR, MTLD and K, by their definitions
    count_terms.py kwic WORD ARTICLES TABLE.csv       every line of a concordance
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


def cut(text):
    """The words of `text`, with a None wherever a mark, a number or a line's end stands beside them."""
    clusters, kinds = [], []
    for char in text:
        if kind(char) == "E" and clusters and kinds[-1] != "_":
            clusters[-1] += char
        elif kind(char) != "E":
            clusters.append(char)
            kinds.append(kind(char))
    end = 0
    for match in WORD.finditer("".join(kinds)):
        gap = "".join(clusters[end:match.start()])
        if re.search("[^_]", "".join(kinds[end:match.start()])) or "\n" in gap or "\r" in gap:
            yield None
        end = match.end()
        yield "".join(clusters[match.start():end]) if re.search("[LHKA]", match.group()) else None
    if re.search("[^_]", "".join(kinds[end:])):
        yield None


def words(text):
    return filter(None, cut(text))


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


def runs(text):
    """The folded words of `text`, in runs with nothing but blanks between them."""
    run = []
    for word in cut(text):
        if word is None:
            yield run
            run = []
        else:
            run.append(fold(word))
    yield run


def same(found, wanted):
    wrong = sorted((key for key in found.keys() | wanted.keys() if found.get(key) != wanted.get(key)), key=repr)
    for key in wrong[:20]:
        print(ascii(key), "found", found.get(key), "wanted", wanted.get(key))
    print(len(wanted), "rows,", len(wrong), "wrong")
    return bool(wrong) or not wanted


def table(path):
    with open(path, encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def grams(length, least, path, terms):
    counts, with_it, tokens = collections.Counter(), collections.Counter(), collections.Counter()
    for article in articles(path):
        week, own = week_of(article), collections.Counter()
        for run in runs(article["text"]):
            tokens[week] += len(run)
            own.update(" ".join(run[i:i + int(length)]) for i in range(len(run) - int(length) + 1))
        for phrase, number in own.items():
            counts[week, phrase] += number
            with_it[week, phrase] += 1
    wanted = {key: (number, with_it[key], tokens[key[0]]) for key, number in counts.items() if number >= int(least)}
    found = {(r["week"], r["term"]): (int(r["count"]), int(r["articles"]), int(r["tokens"])) for r in table(terms)}
    return same(found, wanted)


def near(node, left, right, path, csv_path):
    """O, f1, f2, positions near the node and in all, articles; by the definition, position by position."""
    left, right = int(left), int(right)
    joint, with_it, totals, near_it = collections.Counter(), collections.Counter(), collections.Counter(), 0
    for article in articles(path):
        text, own = [fold(word) for word in words(article["text"])], collections.Counter()
        totals.update(text)
        for i, word in enumerate(text):
            around = text[max(0, i - right):i] + text[i + 1:i + 1 + left]
            if node in around:
                near_it += 1
                own[word] += 1
        joint.update(own)
        with_it.update(own.keys())
    positions = sum(totals.values())
    wanted = {word: (number, totals[node], totals[word], near_it, positions, with_it[word])
              for word, number in joint.items() if number >= 2 and with_it[word] >= 3}
    found = {r["collocate"]: tuple(int(r[c]) for c in ("o", "f1", "f2", "near", "positions", "articles"))
             for r in table(csv_path)}
    return same(found, wanted)


def spread(path, csv_path):
    """Range, DP and D_A from all articles, the last pair by pair."""
    texts = [collections.Counter(map(fold, words(article["text"]))) for article in articles(path)]
    sizes = [sum(text.values()) for text in texts]
    texts, sizes = [t for t, n in zip(texts, sizes) if n], [n for n in sizes if n]
    wanted, found = {}, {}
    for row in table(csv_path):
        hits = [text[row["term"]] for text in texts]
        rates = [h / n for h, n in zip(hits, sizes)]
        dp = sum(abs(h / sum(hits) - n / sum(sizes)) for h, n in zip(hits, sizes)) / 2
        pairs = [abs(a - b) for i, a in enumerate(rates) for b in rates[:i]]
        da = 1 - sum(pairs) / len(pairs) / (2 * sum(rates) / len(rates))
        wanted[row["term"]] = (len(texts), sum(hits), sum(h > 0 for h in hits), round(dp, 9), round(da, 9))
        found[row["term"]] = (int(row["parts"]), int(row["count"]), int(row["range"]), round(float(row["dp"]), 9),
                              round(float(row["da"]), 9))
    return same(found, wanted)


def mtld(text):
    """The mean number of words until their TTR falls below 0.72, in one direction."""
    factors, types, length = 0, set(), 0
    for word in text:
        types.add(word)
        length += 1
        if len(types) / length < 0.72:
            factors, types, length = factors + 1, set(), 0
    return len(text) / (factors + ((1 - len(types) / length) / (1 - 0.72) if length else 0))


def diversity(path, csv_path):
    texts = [[fold(word) for word in words(article["text"])] for article in articles(path)]
    long = [text for text in texts if len(text) >= 100]
    mattr = [sum(len(set(t[i:i + 50])) / 50 for i in range(len(t) - 49)) / (len(t) - 49) for t in long]
    both = [(mtld(t) + mtld(t[::-1])) / 2 for t in long]
    k = [1e4 * (sum(n * n for n in collections.Counter(t).values()) - len(t)) / len(t) ** 2 for t in long]
    row = table(csv_path)[0]
    wanted = {"set": (len(texts), sum(map(len, texts)), len(texts) - len(long))}
    wanted["set"] += tuple(round(sum(values) / len(values), 8) for values in (mattr, both, k))
    found = {row["kind"]: tuple(int(row[c]) for c in ("articles", "words", "too_short"))}
    found["set"] += tuple(round(float(row[c]), 8) for c in ("mattr", "mtld", "yule_k"))
    return same(found, wanted)


def kwic(word, path, csv_path):
    """Each place of the word: its bytes are the word's, and there are as many as the word has occurrences."""
    texts = {article["id"]: article["text"] for article in articles(path)}
    wanted, found = collections.Counter(), collections.Counter()
    for name, text in texts.items():
        number = sum(fold(other) == word for other in words(text))
        if number:
            wanted[name] = number
    for row in table(csv_path):
        text, at = texts[row["article_id"]].encode(), int(row["offset"])
        node = text[at:at + len(row["node"].encode())].decode()
        plain = " ".join(texts[row["article_id"]].split())
        assert node == row["node"] and fold(node) == word, row
        assert " ".join((row["left"].lstrip("'") + " " + node).split())[-40:].replace(" ", "") in plain.replace(" ", ""), row
        found[row["article_id"]] += 1
    return same(found, wanted)


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
    compared = {"compare": compare, "grams": grams, "near": near, "spread": spread, "kwic": kwic, "diversity": diversity}
    if command in compared:
        return compared[command](*arguments)
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
