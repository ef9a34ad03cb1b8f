#!/bin/sh
# Topics that no dictionary names: planted ones come back as rows and evidence, the same for any
# number of threads and order of input; without change there is a reason instead.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

# Thirteen weeks of four outlets; in the last one a dyke breaks and a choir wins, both in several outlets, with a
# dateline, a set phrase at the end, and an agency's piece that all four print.
python3 - "$work" <<'END'
import json, random, sys
from datetime import date, timedelta
random.seed(11)
letters = ["ba", "ko", "li", "ne", "ru", "ti", "so", "me"]
common = ["".join(random.choice(letters) for _ in range(3)) for _ in range(300)]
def words(count):
    return " ".join(common[int(300 ** random.random()) - 1] for _ in range(count))
dyke = ["%s Ulmen Sluice %s", "at Ulmen Sluice %s", "%s sandbags %s", "the pumps %s", "%s pumps and %s sandbags"]
choir = ["The Tallow Choir %s", "%s Tallow Choir %s", "the madrigal %s", "%s cantor", "%s cantor with %s madrigal"]
def fill(sentence):
    return " ".join(words(1) if word == "%s" else word for word in sentence.split())
rows = []
for week in range(13):
    for i in range(40):
        day = date(2024, 1, 1) + timedelta(days=7 * week + i % 7)
        text = "MARWICK (Wire) - In June the %s. %s. %s." % (words(15), words(15), words(15))
        if week == 12 and i < 24:
            text += " " + ". ".join(map(fill, random.sample(dyke if i < 12 else choir, 4))) + "."
        if week == 12 and i >= 36:
            text = "The zeppelin of Quorn landed. A zeppelin over Quorn was seen by all. " + "Quorn cheers the zeppelin as it never did. " * 2
        text += "\n\nRead more about our zither newsletter and vinegar club."
        rows.append({"id": "a%d-%d" % (week, i), "date": str(day), "source": ["Echo", "Post", "Courier", "Star"][i % 4],
                     "title": "T %d %d" % (week, i), "text": text, "lang": "en"})
def write(name, rows):
    with open(sys.argv[1] + "/" + name, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
write("news.jsonl", rows)
write("turned.jsonl", rows[::-1])
write("quiet.jsonl", [row for row in rows if not row["id"].startswith("a12")] +
      [dict(row, id="b" + row["id"], date=str(date.fromisoformat(row["date"]) + timedelta(days=7)), text=words(45)) for row in rows if row["id"].startswith("a11")])
END
discover() {
    "$BROADSHEET" discover -q --date 2024-06-01 --format csv "$@"
}

planted_topics_are_rows() {
    discover "$work/news.jsonl" >"$work/found.csv" && cat "$work/found.csv" && python3 - "$work/found.csv" <<'END'
import csv, sys
rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8")))
study = [r for r in rows if r["week"] == "2024-W13"]
topics = [r for r in study if not r["term"]]
assert len(topics) == 2, [r["label"] for r in topics]
terms = {t["topic"]: {r["term"] for r in study if r["term"] and r["topic"] == t["topic"]} for t in topics}
assert {"ulmen sluice", "tallow choir"} <= set.union(*terms.values()), terms
assert not any({"ulmen", "sluice", "tallow", "choir"} & t for t in terms.values()), "a name is split"
assert not any({"zeppelin", "quorn", "marwick", "june", "zither newsletter", "the", "wire"} & t for t in terms.values()), terms
assert any({"ulmen sluice", "sandbags"} & t and not {"tallow choir", "madrigal", "cantor"} & t for t in terms.values())
for t in topics:
    weeks = [r for r in rows if r["topic"] == t["topic"] and r["week"] != "2024-W13"]
    assert [r["articles"] for r in weeks] == ["0"] * 12 and t["since"] == "2024-W13", t
    assert 0 < float(t["share_low"]) < float(t["share"]) < float(t["share_high"]), t
for r in study:
    assert not r["term"] or (0 < float(r["weight"]) <= 1 and 0 <= float(r["p"]) <= float(r["q"]) <= 1), r
END
}
check planted_topics_are_rows planted_topics_are_rows

the_same_for_any_thread_count_and_order() {
    discover -t 1 "$work/turned.jsonl" >"$work/turned.csv" && cmp "$work/found.csv" "$work/turned.csv" &&
        discover -t 4 "$work/news.jsonl" | cmp "$work/found.csv" -
}
check the_same_for_any_thread_count_and_order the_same_for_any_thread_count_and_order

central_articles_are_evidence() {
    "$BROADSHEET" report -q --date 2024-06-01 -o "$work/made" "$work/news.jsonl" &&
        cmp "$work/found.csv" "$work/made/csv/discovered.csv" &&
        grep -q '^discovered,".*",discovered-1,a12-' "$work/made/csv/evidence.csv"
}

# They are listed by their terms, so not as the newest, nor as all.
their_list_says_so() {
    pdftotext -layout "$work/made/weekly.pdf" - | grep 'slug discovered-1' >"$work/list.txt" &&
        grep -q 'with most of its terms, one a story' "$work/list.txt" && ! grep -q newest "$work/list.txt"
}
check central_articles_are_evidence central_articles_are_evidence
check their_list_says_how_they_were_chosen their_list_says_so

no_change_no_topic() {
    discover "$work/quiet.jsonl" >"$work/quiet.csv" && cat "$work/quiet.csv" &&
        [ "$(wc -l <"$work/quiet.csv")" -eq 2 ] && grep -q 'no words that rose stand together' "$work/quiet.csv"
}
check no_change_no_topic no_change_no_topic

too_little_gives_a_reason() {
    head -n 90 "$work/news.jsonl" >"$work/short.jsonl"
    discover "$work/short.jsonl" | grep -q 'too few weeks before to call anything new' &&
        sed 's/"date": "[^"]*", //' "$work/short.jsonl" >"$work/undated.jsonl" &&
        discover "$work/undated.jsonl" | grep -q 'nothing is dated'
}
check too_little_gives_a_reason too_little_gives_a_reason

finish
