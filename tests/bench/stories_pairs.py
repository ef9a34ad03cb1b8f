#!/usr/bin/env python3
"""stories_pairs.py - precision and recall of stories, on pairs made from real articles.

  stories_pairs.py PROGRAM CORPORA [-n ARTICLES] [--seed S] [--bars] [--keep FILE.jsonl] [--misses N]

CORPORA is the folder ../shared/corpora; nothing is written into the project. Each of ARTICLES real
articles is edited in every way of EDITS, and the program says which articles are one story. Near misses
are pairs of real articles of different texts within two days that share rare words; their
texts are held to be different when fewer than half of the shorter one's words lie in common runs of
four words or more (difflib, independent of the program's shingles). --misses prints N of them.
  recall     edited articles in the story of their original / all edited articles
  precision  edited articles joined / (the same + near misses joined + originals joined to other originals
             whose texts are different)
--bars ends with 1 below precision 0.98 or recall 0.95. The same arguments give the same pairs.
"""
import argparse, collections, csv, datetime, difflib, gzip, io, json, os, random, re, subprocess, sys, tempfile

SETS = ("events2022", "wikinews", "polnear-dev", "digitalgov", "whitehouse")
NEAR_SETS = ("events2022", "wikinews", "polnear-dev")
LENGTHS = ((20, 40), (41, 150), (151, 500), (501, 3000))
WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
FIRST, DAYS = datetime.date(2022, 5, 2), 56
NOTES = ("Sign up for our newsletter and get the day's stories every morning.",
         "This report was prepared with material from our correspondents and partner agencies.",
         "Read more: all our coverage in one place. Follow us for updates through the day.")
CREDITS = ("LONDON (Reuters) - ", "WASHINGTON (AP) \u2014 ", "PARIS (AFP) \u2013 ", "By our staff. ")


def words(text):
    return [w.lower() for w in WORD.findall(text)]


def length_of(text):
    n = len(WORD.findall(text))
    return next((l for l in LENGTHS if l[0] <= n <= l[1]), None)


def read(corpora, name):
    """The set's articles, their days folded into eight weeks so that one report holds them all."""
    articles = []
    with gzip.open(os.path.join(corpora, name + ".jsonl.gz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if not row.get("date"):
                continue
            day = (datetime.date.fromisoformat(row["date"][:10]) - FIRST).days % DAYS
            articles.append({"id": name + "/" + str(row["id"]), "set": name, "day": day, "text": row["text"],
                             "source": name + " " + (row.get("source") or ""), "title": row.get("title") or ""})
    return articles


# --- edits -------------------------------------------------------------------------------

def cut(text, share, rng, start=None):
    """About `share` of the words, one run of them, from the start unless told."""
    spans = [m.span() for m in WORD.finditer(text)]
    keep = max(1, round(len(spans) * share))
    first = 0 if start is None else start(len(spans) - keep)
    end = spans[first + keep - 1][1]
    return text[spans[first][0] if first else 0:end]


def parts_of(text):
    """Paragraphs, or sentences where there is but one; each with what follows it."""
    parts = [p for p in re.split(r"(?<=\n)", text) if p.strip()]
    return parts if len(parts) > 2 else [p for p in re.split(r"(?<=[.!?])\s+", text) if p.strip()]


def misspell(word, rng):
    at = rng.randrange(len(word))
    kind = rng.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1:] if len(word) > 1 else word * 2
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    if kind == 2 and at + 1 < len(word):
        return word[:at] + word[at + 1] + word[at] + word[at + 2:]
    return word[:at] + rng.choice("etaoinshrdlu") + word[at + 1:]


def typos(text, rate, rng):
    found = list(WORD.finditer(text))
    chosen = sorted(rng.sample(range(len(found)), max(1, round(rate * len(found)))), reverse=True)
    for i in chosen:
        a, b = found[i].span()
        text = text[:a] + misspell(text[a:b], rng) + text[b:]
    return text


def shuffled(text, rng):
    parts = parts_of(text)
    order = parts[:]
    for _ in range(5):
        rng.shuffle(order)
        if order != parts:
            break
    return "\n".join(p.strip() for p in order)


def credit(text, rng):
    text = re.sub(r"^[A-Z][A-Z ,.]{2,30}\([A-Za-z]+\)\s*[-\u2013\u2014]+\s*", "", text)
    return rng.choice(CREDITS) + text


EDITS = {
    "cut to 90 %": lambda t, r: cut(t, 0.9, r),
    "cut to 70 %": lambda t, r: cut(t, 0.7, r),
    "cut to 50 %": lambda t, r: cut(t, 0.5, r),
    "last 60 %": lambda t, r: cut(t, 0.6, r, lambda rest: rest),
    "middle 50 to 90 %": lambda t, r: cut(t, r.uniform(0.5, 0.9), r, lambda rest: r.randint(0, rest)),
    "reordered": shuffled,
    "another headline": lambda t, r: t,
    "typos, 1 %": lambda t, r: typos(t, 0.01, r),
    "typos, 3 %": lambda t, r: typos(t, 0.03, r),
    "a line added": lambda t, r: t.rstrip() + "\n" + r.choice(NOTES),
    "another credit": credit,
    "typographic marks": lambda t, r: t.replace("\u2019", "'").replace("\u201c", '"').replace("\u201d", '"').replace(" - ", " \u2014 "),
    "cut to 70 %, typos, credit": lambda t, r: credit(typos(cut(t, 0.7, r), 0.02, r), r),
    "cut to 60 %, reordered, line": lambda t, r: shuffled(cut(t, 0.6, r), r) + "\n" + r.choice(NOTES),
}


# --- near misses -------------------------------------------------------------------------

def common(one, other):
    """Words in common runs of four or more, as a share of the shorter text."""
    a, b = words(one), words(other)
    if not a or not b:
        return 1.0
    blocks = difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return sum(m.size for m in blocks if m.size >= 4) / min(len(a), len(b))


def near_misses(articles, most):
    """Pairs within two days that share the most rare words for their length and whose texts are different:
    half of two outlets, half of one."""
    seen = collections.defaultdict(list)
    for i, a in enumerate(articles):
        for w in set(words(a["title"] + " " + a["text"])):
            seen[w].append(i)
    shared = collections.Counter()
    for where in seen.values():
        if 2 <= len(where) <= 12:
            for x in range(len(where)):
                for y in range(x + 1, len(where)):
                    i, j = where[x], where[y]
                    if abs(articles[i]["day"] - articles[j]["day"]) <= 2:
                        shared[i, j] += 1
    lengths = [len(words(a["text"])) + 1 for a in articles]
    ranked = sorted(shared, key=lambda p: (-shared[p] / min(lengths[p[0]], lengths[p[1]]), p))
    pairs = {True: [], False: []}  # by whether the outlets differ
    for i, j in ranked:
        found = pairs[articles[i]["source"] != articles[j]["source"]]
        if shared[i, j] >= 2 and len(found) < most // 2 and common(articles[i]["text"], articles[j]["text"]) < 0.5:
            found.append((i, j))
    return pairs[True] + pairs[False]


# --- the run -----------------------------------------------------------------------------

def make(corpora, count, rng):
    """Originals with their edited versions, near misses, and all articles to be read."""
    by_length = collections.defaultdict(list)
    out, misses = {}, []
    for name in SETS:
        articles = read(corpora, name)
        for a in articles:
            if length_of(a["text"]):
                by_length[length_of(a["text"])].append(a)
        if name in NEAR_SETS:
            for i, j in near_misses(articles, count):
                misses.append((articles[i], articles[j]))
                out[articles[i]["id"]], out[articles[j]["id"]] = articles[i], articles[j]
    made = []
    for length in LENGTHS:
        found = by_length[length]
        for a in rng.sample(found, min(len(found), count // len(LENGTHS))):
            out[a["id"]] = a
            for kind, edit in EDITS.items():
                text = edit(a["text"], rng)
                b = {"id": a["id"] + "#" + kind, "day": a["day"] + rng.randint(0, 5), "text": text,
                     "source": rng.choice((a["source"], "another outlet", "")), "title": "What we know so far, in brief"}
                out[b["id"]] = b
                made.append((a, b, kind, length))
    return out, made, misses


def stories_of(program, articles, keep):
    lines = [json.dumps({"id": a["id"], "source": a["source"], "title": a["title"], "text": a["text"], "lang": "en",
                         "date": str(FIRST + datetime.timedelta(a["day"]))}) + "\n" for a in articles]
    random.Random(7).shuffle(lines)  # the order of the input must not matter
    with tempfile.TemporaryDirectory() as folder:
        path = keep or os.path.join(folder, "pairs.jsonl")
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(lines)
        last = FIRST + datetime.timedelta(DAYS + 13)
        done = subprocess.run([program, "articles", "-q", "--from", str(FIRST), "--to", str(last), path],
                              stdout=subprocess.PIPE, check=False)
    if done.returncode:
        sys.exit("stories_pairs.py: %s ended with %d" % (program, done.returncode))
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8"))))
    return {row["article_id"]: row["story"] for row in rows}


def joined_originals(originals, story):
    """Pairs of different originals in one story whose texts are different."""
    groups = collections.defaultdict(list)
    for a in originals:
        groups[story[a["id"]]].append(a)
    return [(x, y) for g in groups.values() for i, x in enumerate(g) for y in g[i + 1:]
            if common(x["text"], y["text"]) < 0.5]


def show(title, rows):
    print("%-32s %6s %6s  recall" % (title, "pairs", "found"))
    for name, (found, all_of) in rows.items():
        print("  %-30s %6d %6d  %.3f" % (name, all_of, found, found / all_of))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("corpora")
    parser.add_argument("-n", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bars", action="store_true")
    parser.add_argument("--keep")
    parser.add_argument("--misses", type=int, default=0)
    args = parser.parse_args()
    articles, made, misses = make(args.corpora, args.n, random.Random(args.seed))
    story = stories_of(args.program, articles.values(), args.keep)
    kinds, lengths = {k: [0, 0] for k in EDITS}, {"%d to %d words" % l: [0, 0] for l in LENGTHS}
    for a, b, kind, length in made:
        found = story[a["id"]] == story[b["id"]]
        for tally in (kinds[kind], lengths["%d to %d words" % length]):
            tally[0] += found
            tally[1] += 1
    wrong = {tuple(sorted((a["id"], b["id"]))) for a, b in misses if story[a["id"]] == story[b["id"]]}
    originals = [a for a in articles.values() if "#" not in a["id"]]
    wrong |= {tuple(sorted((a["id"], b["id"]))) for a, b in joined_originals(originals, story)}
    show("kind of edit", kinds)
    show("length of the original", lengths)
    found, pairs = sum(t[0] for t in kinds.values()), len(made)
    recall, precision = found / pairs, found / max(1, found + len(wrong))
    print("near misses: %d, joined with other originals too: %d wrongly" % (len(misses), len(wrong)))
    print("precision %.4f, recall %.4f" % (precision, recall))
    for a, b in misses[:args.misses]:
        print("--- %s | %s\n    %s\n    %s" % (a["source"], b["source"], a["text"][:300], b["text"][:300]))
    for pair in sorted(wrong):
        print("wrong: %s %s" % pair)
    if args.bars and (precision < 0.98 or recall < 0.95):
        sys.exit(1)


if __name__ == "__main__":
    main()
