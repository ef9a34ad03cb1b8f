"""Words by speaker in a quotes.csv's turns against a corpus's `speakers` label.

    turn_words.py CORPUS.jsonl.gz QUOTES.csv [LEAST]

The label counts blank-separated words, so what stands between a turn's byte offsets is counted
the same way. A transcript agrees where each of its speakers has within 2 % of the label's words,
none is missing and none is there that the label does not know. Looked at are the transcripts with
more than one speaker. Ends with 1 where less than the share LEAST agrees.
"""
import collections
import csv
import gzip
import json
import sys

WITHIN = 0.02


def label_words(corpus):
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            if len(article.get("speakers") or []) > 1:
                yield article["id"], article["text"].encode(), dict(map(tuple, article["speakers"]))


def turns_of(quotes):
    turns = collections.defaultdict(list)
    csv.field_size_limit(1 << 30)
    with open(quotes, encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if row["kind"] == "turn":
                turns[row["article_id"]].append(row)
    return turns


def words_of(text, turns):
    words = collections.Counter()
    for turn in turns:
        stretch = text[int(turn["start"]):int(turn["end"])].decode()
        words[turn["speaker"] or turn["mention"]] += len(stretch.split())
    return words


def agrees(found, label):
    return all(abs(found[name] - label.get(name, 0)) <= WITHIN * label.get(name, 0)
               for name in set(found) | set(label))


def main(corpus, quotes, least="0"):
    turns = turns_of(quotes)
    count = good = words = apart = 0
    for name, text, label in label_words(corpus):
        found = words_of(text, turns[name])
        count += 1
        good += agrees(found, label)
        words += sum(label.values())
        apart += sum(abs(found[who] - label.get(who, 0)) for who in set(found) | set(label)) / 2
        if not agrees(found, label) and "-v" in sys.argv:
            print(name, {who: (found[who], label.get(who)) for who in set(found) | set(label)
                         if found[who] != label.get(who)}, file=sys.stderr)
    print(f"{good} of {count} transcripts ({good / count:.3f}) have every speaker's words within "
          f"{WITHIN:.0%}; {apart / words:.4f} of all words stand elsewhere")
    return 0 if good >= float(least) * count else 1


if __name__ == "__main__":
    sys.exit(main(*[word for word in sys.argv[1:] if word != "-v"]))
