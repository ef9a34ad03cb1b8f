#!/usr/bin/env python3
"""Counts the topics of undated JSON Lines anew, with regular expressions and nothing of broadsheet.

    count_topics.py compare ARTICLES.jsonl DICTIONARY TOPICS.csv   every row of `topics --levels 9` against this count
    count_topics.py random ARTICLES.jsonl SEED                     a dictionary of overlapping entries, from their words

Reads the forms of dictionaries as far as this takes: YAML of keys and one-line lists, LIWC, Yoshikoder, Lexicoder,
WordStat. A text becomes one line of folded words with a | where something other than a blank stands between two.
Of each topic the entries are one alternation, those with more words first, so that the leftmost longest is found.
"""
import collections
import csv
import random
import re
import sys
import xml.etree.ElementTree

from count_terms import articles, cut, fold

STAR, ONE = "\ua66e", "\ua66d"  # letters that stand for wildcards while an entry is cut into words


def read_yaml(text):
    above = []
    for line in text.splitlines():
        match = re.match(r"""(\s*)['"]?([^'":#]+)['"]?:\s*(\[.*\])?\s*$""", line)
        if not match:
            continue
        indent, key, items = len(match[1]), match[2], match[3]
        above = [(i, k) for i, k in above if i < indent] + [(indent, key)]
        for item in re.split(r",\s*", items[1:-1]) if items else ():
            item = re.sub(r"""^(['"])(.*)\1$""", r"\2", item.strip())
            if item:
                yield [k for _, k in above], item


def read_liwc(text):
    _, head, body = re.split(r"(?m)^%.*$", text)
    names = dict(line.split(None, 1) for line in head.strip().splitlines())
    for line in filter(str.strip, body.splitlines()):
        word, *numbers = line.split("\t")
        for number in filter(None, numbers):
            yield [names[number].strip()], word


def read_lexicoder(text):
    name = None
    for line in filter(str.strip, text.splitlines()):
        if line.startswith("+"):
            name = line[1:].strip()
        else:
            yield [name], line.strip()


def read_wordstat(text):
    above = []
    for line in filter(str.strip, text.splitlines()):
        depth = re.match(r"\s*", line)[0].count("\t")
        entry = re.match(r"\s*(.*) \(1\)\s*$", line)
        if entry:
            yield above[:depth], entry[1].replace("_", " ")
        else:
            above = above[:depth] + [line.strip()]


def read_yoshikoder(text):
    def walk(node, above):
        for child in node:
            if child.tag == "cnode":
                yield from walk(child, above + [child.get("name")])
            elif child.tag == "pnode":
                yield above, child.get("name")

    for above, name in walk(xml.etree.ElementTree.fromstring(text.encode()), []):
        yield above[1:], name  # the outermost names the dictionary


def fold_text(text):
    """The folded words with a blank between two, and a | where something else stands, such as a line's end."""
    return " | ".join(" ".join(fold(word) if word else "|" for word in cut(line)) for line in text.splitlines())


READERS = {"yml": read_yaml, "dic": read_liwc, "lc3": read_lexicoder, "cat": read_wordstat, "ykd": read_yoshikoder}


def pattern(entry):
    """The entry's words as a regular expression, and how many; None where it can never match."""
    written = [list(cut(part.replace("*", STAR).replace("?", ONE))) for part in entry.split()]
    parts = [fold(word) if word else "" for part in written for word in part]
    if not parts or "" in parts or not all(written):
        return None
    parts = [part for part in parts if part != STAR]
    forms = [re.escape(part).replace(STAR, "[^ |]*").replace(ONE, "[^ |]") for part in parts]
    return " ".join(forms), len(forms)


def topics_of(path):
    """{topic: [(regular expression, words, path of the category)]}"""
    with open(path, encoding="utf-8-sig") as file:
        text = file.read()
    topics = collections.defaultdict(list)
    paths = {}
    for above, entry in READERS[path.rsplit(".", 1)[1]](text):
        for depth in range(len(above)):
            paths.setdefault("/".join(above[:depth + 1]), None)
        made = pattern(entry)
        if made:
            topics[above[0]].append((*made, above))
    return topics, paths


def compile_topic(entries):
    forms = sorted({(form, count) for form, count, _ in entries}, key=lambda pair: -pair[1])
    whole = re.compile("(?<= )(?:" + "|".join(form for form, _ in forms) + ")(?= )")
    by_count = collections.defaultdict(list)
    for form, count, above in entries:
        by_count[count].append((re.compile(form), above))
    return whole, by_count


def count_line(line, compiled, cache):
    """Hits by category, of one text."""
    counts = collections.Counter()
    whole, by_count = compiled
    for match in whole.finditer(line):
        stretch = match.group()
        if stretch not in cache:
            cache[stretch] = {"/".join(above[:depth + 1]) for form, above in by_count[stretch.count(" ") + 1]
                              if form.fullmatch(stretch) for depth in range(len(above))}
        counts.update(cache[stretch])
    return counts


def count(path, dictionary):
    topics, paths = topics_of(dictionary)
    compiled = [(compile_topic(entries), {}) for entries in topics.values()]
    hits, carried = collections.Counter(), collections.Counter()
    for article in articles(path):
        line = " " + fold_text(article["text"]) + " "
        for topic, cache in compiled:
            for category, number in count_line(line, topic, cache).items():
                if number >= 2:
                    hits[category] += number
                    carried[category] += 1
    return {category: (hits[category], carried[category]) for category in paths}


def blur(chance, word):
    """The word, often with a wildcard in place of some of its letters."""
    start = chance.randrange(len(word))
    end = chance.randrange(start, len(word))
    kind = chance.random()
    if kind < 0.4 or len(word) < 4:
        return word
    if kind < 0.6:
        return word[:start] + "?" + word[start + 1:]
    return word[:start] + "*" + word[end + 1:] if 1 < len(word) - (end + 1 - start) else word


def random_dictionary(path, seed):
    """Phrases of up to three words that follow each other somewhere, so that many overlap and some are equal."""
    chance = random.Random(int(seed))
    runs = []
    for article in articles(path):
        for run in fold_text(article["text"]).split("|"):
            runs += [run.split()] if run.split() else []
    for topic in "abcdef":
        yield f"{topic}:"
        for sub in "xyz":
            entries = []
            for _ in range(60):
                run = chance.choice(runs)
                at = chance.randrange(len(run))
                entries.append(" ".join(blur(chance, word) for word in run[at:at + chance.randrange(1, 4)]))
            entries = [entry for entry in entries if not re.search(r"[,:'\[\]]|^[?* ]*$", entry)]
            yield f"  {sub}: [%s]" % ", ".join(f"'{entry}'" for entry in entries)


def compare(path, dictionary, table):
    wanted = count(path, dictionary)
    with open(table, encoding="utf-8", newline="") as rows:
        found = {row["topic"].lstrip("'"): (int(row["hits"]), int(row["articles"])) for row in csv.DictReader(rows)}
    wrong = [key for key in found.keys() | wanted.keys() if found.get(key) != wanted.get(key)]
    for key in sorted(wrong)[:20]:
        print(key, "found", found.get(key), "wanted", wanted.get(key))
    print(len(wanted), "categories,", sum(number for number, _ in wanted.values()), "hits,", len(wrong), "wrong")
    return bool(wrong) or not wanted


def main(command, *arguments):
    if command == "compare":
        return compare(*arguments)
    print("\n".join(random_dictionary(*arguments)))
    return 0


sys.exit(main(*sys.argv[1:]))
