#!/bin/sh
# Stories: what is one, one vote each, and precision and recall on pairs made from real articles.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

# A port's strike told by four outlets, one of them in half and one with typos; another report of the
# same strike; a column with one frame on three days; an undated copy.
python3 - "$work/news.jsonl" <<'END'
import json, sys
strike = ("Dockers at the port of Wrenmouth walked out on Tuesday morning after talks about night shifts broke down, "
          "leaving eleven ships waiting outside the breakwater. The union said the stoppage would last until its "
          "members were offered a rota that leaves them two free nights in a row.\n\nThe harbour board called the "
          "walkout premature. It had offered a higher allowance for nights and a new canteen, it said, and would meet "
          "the union again on Thursday. Fish merchants said that landings worth some forty thousand a day would spoil.\n\n"
          "\"We have waited two years for a rota a family can live with,\" said Marta Lindqvist, who speaks for the crane "
          "drivers. \"We can wait another week.\"")
other = ("Eleven ships lay idle off Wrenmouth as crane drivers stayed at home for a second day. Shopkeepers in the old "
         "town spoke of empty shelves, while the mayor asked both sides to return to the table before the weekend "
         "market, which draws visitors from the whole coast and depends on fresh herring from the quay.")
column = ("Good morning and welcome to the harbour diary, our daily look at tides, landings and people on the quay. "
          "Write to the desk with your own stories and pictures. Today: ")
days = ["a seal has taken to the slipway and will not be moved by broom or by bread, the price of cod is up again "
        "since the boats from the north stay away, and on the east quay somebody has painted all bollards yellow",
        "an old pilot hands in his whistle after forty years at sea, his daughter steers the launch from now on, and "
        "the ferry to the islands sails an hour later until the sand before the second buoy has been dredged",
        "rowing boats race around both lighthouses on Sunday if the wind allows it, the choir of the net makers looks "
        "for tenors, and whoever has lost a grey parrot may ask for it at the customs shed before noon"]
rows = [("wire", "2025-11-25", "Agency", strike), ("courier", "2025-11-25", "Courier", strike[:len(strike) * 6 // 10]),
        ("post", "2025-11-26", "Post", strike.replace("premature", "premture").replace("merchants", "merchnats")),
        ("echo", "2025-12-02", "Echo", strike + "\nRead more in our Sunday edition."),
        ("second", "2025-11-26", "Courier", other), ("lost", None, "Echo", strike),
        ("late", "2025-12-09", "Echo", strike[:-10])]
rows += [("diary%d" % i, "2025-11-%d" % (24 + i), "Echo", column + text) for i, text in enumerate(days)]
with open(sys.argv[1], "w", encoding="utf-8") as file:
    for name, day, source, text in rows:
        row = {"id": name, "source": source, "title": "On " + name, "text": text, "lang": "en"}
        file.write(json.dumps(dict(row, date=day) if day else row) + "\n")
END
sort -r "$work/news.jsonl" >"$work/turned.jsonl"

span() {
    command=$1
    shift
    "$BROADSHEET" "$command" -q --from 2025-11-24 --to 2025-12-14 "$@"
}

stories_are_right() {
    span articles "$work/news.jsonl" >"$work/articles.csv" && span stories "$work/news.jsonl" >"$work/stories.csv" &&
        python3 - "$work" <<'END'
import csv, sys
articles = {r["article_id"]: r for r in csv.DictReader(open(sys.argv[1] + "/articles.csv", encoding="utf-8"))}
story = {name: row["story"] for name, row in articles.items()}
wanted = {name: name for name in story}
wanted.update(wire="wire", courier="wire", post="wire", echo="wire", lost="wire")
assert story == wanted, {k: v for k, v in story.items() if wanted[k] != v}
rows = list(csv.DictReader(open(sys.argv[1] + "/stories.csv", encoding="utf-8")))
first = rows[0]
assert (first["story"], first["date"], first["articles"], first["outlets"], first["title"], first["source"]) == \
    ("wire", "2025-11-25", "5", "4", "On wire", "Agency"), first
assert sum(int(r["articles"]) for r in rows) == len(articles) and len(rows) == len(set(story.values()))
END
}

the_order_of_the_input_changes_nothing() {
    span articles "$work/turned.jsonl" >"$work/turned.csv" && cmp "$work/articles.csv" "$work/turned.csv"
}

# With one vote the counted words of a week are those of each story's first article in it, and of the
# study those of each story's first article.
votes_are_counted() {
    span articles --stories "$1" >"$work/a.csv" && span terms --stories "$1" >"$work/t.csv" &&
        span topics --stories "$1" >"$work/p.csv" && span keyness --stories "$1" >"$work/k.csv" && python3 - "$work" <<'END'
import collections, csv, sys
table = lambda name: list(csv.DictReader(open(sys.argv[1] + "/" + name, encoding="utf-8")))
voted, words, votes, study = set(), collections.Counter(), collections.Counter(), set()
for row in table("a.csv"):
    if row["status"] == "study":
        study.add(row["story"])
    if row["week"] and (row["week"], row["story"]) not in voted:
        voted.add((row["week"], row["story"]))
        words[row["week"]] += int(row["words"])
        votes[row["week"]] += 1
for row in table("t.csv"):
    assert int(row["tokens"]) == words[row["week"]], row
for row in table("p.csv"):
    if "/" not in row["week"]:
        assert int(row["articles_total"]) == votes[row["week"]], row
    else:
        assert int(row["articles_total"]) == len(study), (row, len(study))
END
}

the_configuration_asks_for_it_too() {
    printf 'count: stories\n' >"$work/b.yaml"
    span topics -c "$work/b.yaml" "$work/news.jsonl" >"$work/configured.csv" &&
        span topics --stories "$work/news.jsonl" | cmp - "$work/configured.csv" &&
        ! span topics "$work/news.jsonl" | cmp - "$work/configured.csv" >/dev/null
}

# The speakers' stories: one person in three copies of one story.
speakers_have_stories() {
    span speakers "$work/news.jsonl" | python3 -c '
import csv, sys
rows = {(r["week"], r["speaker"]): r for r in csv.DictReader(sys.stdin)}
row = rows["2025-W48", "Marta Lindqvist"]
assert (row["articles"], row["stories"]) == ("2", "1"), row'
}

# Copies are no further evidence: three outlets with the same forty texts give the speakers the very
# intervals of one, as published, because stories are drawn, not articles.
copies_narrow_no_interval() {
    python3 - "$work" <<'END'
import json, random, sys
rng = random.Random(5)
words = ["".join(rng.choice("bdfklmnprst") + rng.choice("aeiou") for _ in range(3)) for _ in range(900)]
phrase = lambda n: " ".join(rng.choice(words) for _ in range(n))
people = ["Marta Lindqvist", "Tobias Renner", "Helena Vorsk"]
rows = []
for i in range(40):
    quote = phrase(rng.randint(5, 40))
    rows.append({"id": "t%d" % i, "date": "2025-11-%d" % (24 + i % 7), "lang": "en", "title": "On " + phrase(2), "text":
                 "The " + phrase(50) + ". \u201cWe " + quote + ",\u201d said " + rng.choice(people) + ". The " + phrase(20) + "."})
for name, outlets in (("one", ["A"]), ("three", ["A", "B", "C"])):
    with open(sys.argv[1] + "/" + name + ".jsonl", "w", encoding="utf-8") as file:
        for outlet in outlets:
            for row in rows:
                file.write(json.dumps(dict(row, source=outlet, id=outlet + row["id"])) + "\n")
END
    for set in one three; do
        "$BROADSHEET" speakers -q --date 2025-12-01 "$work/$set.jsonl" >"$work/$set.csv" || return 1
    done
    python3 - "$work" <<'END'
import csv, sys
one, three = (list(csv.DictReader(open(sys.argv[1] + name, encoding="utf-8"))) for name in ("/one.csv", "/three.csv"))
assert len(one) == len(three) == 4 and any(row["share_low"] for row in one), one
for a, b in zip(one, three):
    assert int(b["articles"]) == 3 * int(a["articles"]) and a["stories"] == b["stories"] == a["articles"], (a, b)
    for k in ("share", "share_low", "share_high"):
        assert a[k] == b[k] == "" or abs(float(a[k]) - float(b[k])) < 1e-9, (a, b)
END
}

check articles_that_say_the_same_are_one_story stories_are_right
check the_order_of_the_input_changes_no_story the_order_of_the_input_changes_nothing
check one_vote_a_story_counts_the_first_of_each_week votes_are_counted "$work/news.jsonl"
check count_stories_in_the_configuration_is_the_option the_configuration_asks_for_it_too
check a_speaker_of_one_story_has_one_story speakers_have_stories

check copies_narrow_no_interval_of_a_speaker copies_narrow_no_interval

if [ -e ../shared/corpora/events2022.jsonl.gz ]; then
    check precision_and_recall_on_pairs_of_real_articles \
        python3 -B tests/bench/stories_pairs.py "$BROADSHEET" ../shared/corpora -n 120 --bars
else
    echo "skip precision_and_recall_on_pairs_of_real_articles: ../shared is not here"
fi
finish
