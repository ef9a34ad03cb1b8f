#!/bin/sh
# Two sides side by side, and the digest: files, mirrored differences, alike sides, refusals.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

compare() {
    "$BROADSHEET" compare "$@"
}

a='2025-W46' b='2025-W48'

has_files() {
    for f in compare.pdf compare.html csv/compare.csv csv/evidence.csv manifest.json; do
        [ -s "$work/ab/$f" ] || return 1
    done
    grep -q '"command":.*"broadsheet compare 2025-W46 2025-W48 --date 2025-12-01"' "$work/ab/manifest.json"
}

same_bytes() {
    TZ=Pacific/Kiritimati LC_ALL=C.UTF-8 compare -q -t 1 --date 2025-12-01 -o "$work/again" $a $b corpus/sample &&
        diff -r "$work/ab" "$work/again"
}

another_number_is_found() {
    mkdir -p "$work/other/csv" && cp "$work/season/compare.pdf" "$work/other/" &&
        sed 's/^\(topic,weather,[^,]*,[^,]*,\)[0-9]*/\1777/' "$work/season/csv/compare.csv" >"$work/other/csv/compare.csv" &&
        ! python3 tests/program/numbers_compared.py "$work/other" >"$work/other.out" && grep -q 777 "$work/other.out"
}

clean() { # PDF
    qpdf --check "$1" && pdftotext "$1" - | grep -q "$2"
}

# Exchanging the sides turns each difference around.
mirrored() { # ONE OTHER
    python3 - "$work/$1/csv/compare.csv" "$work/$2/csv/compare.csv" <<'END'
import csv, sys

def rows(path):
    return {(r["kind"], r["key"]): r for r in csv.DictReader(open(path, encoding="utf-8"))}

ab, ba = (rows(path) for path in sys.argv[1:])
turned = {"up": "down", "down": "up", "none": "none", "untested": "untested"}
near = lambda x, y: (x == "") == (y == "") and (x == "" or abs(float(x) - float(y)) < 1e-9)
against = lambda x, y: (x == "") == (y == "") and (x == "" or abs(float(x) + float(y)) < 1e-9)
assert set(ab) == set(ba) and {kind for kind, _ in ab} == {"topic", "speaker", "term"}
for key, one in ab.items():
    other = ba[key]
    assert one["a"] == other["b"] and one["b"] == other["a"], key
    for count in ("count", "total"):
        assert one["a_" + count] == other["b_" + count] and one["b_" + count] == other["a_" + count], key
    assert against(one["difference"], other["difference"]), key
    assert against(one["difference_low"], other["difference_high"]), (key, one, other)
    assert near(one["p"], other["p"]) and near(one["q"], other["q"]), key
    assert turned[one["change"]] == other["change"], key
    assert one["trend_a"] == other["trend_b"] and one["trend_b"] == other["trend_a"], key
END
}

# Counts are those of the report on either side.
counts_are_the_reports() {
    for week in $a $b; do
        "$BROADSHEET" topics -q -w "$week" --date 2025-12-01 corpus/sample >"$work/$week.csv" || return 1
    done
    python3 - "$work" $a $b <<'END'
import csv, sys
work, a, b = sys.argv[1:]
rows = [r for r in csv.DictReader(open(work + "/ab/csv/compare.csv")) if r["kind"] == "topic"]
for side, week in (("a", a), ("b", b)):
    there = {r["topic"]: r for r in csv.DictReader(open(f"{work}/{week}.csv")) if r["week"] == week}
    assert len(rows) > 5
    for row in rows:
        assert row[side + "_count"] == there[row["key"]]["articles"], row
        assert row[side + "_total"] == there[row["key"]]["articles_total"], row
        assert float(row[side]) == float(there[row["key"]]["share"]), row
END
}

# What is planted in the last week of the sample is found against the weeks before.
the_storm_is_found() {
    grep -q '^topic,weather,.*,up,' "$work/season/csv/compare.csv" &&
        grep -q '^term,storm,.*,up,' "$work/season/csv/compare.csv"
}

# The same texts under two names: nothing differs at all, so nothing is called different.
write_twins() {
    python3 - "$work/twins.jsonl" <<'END'
import datetime, json, random, sys
random.seed(5)
words = "mayor council harbour school hospital doctor storm flood vote budget ferry market police court".split()
day = datetime.date(2025, 1, 6)
with open(sys.argv[1], "w") as out:
    for i in range(240):
        text = " ".join(random.choices(words, k=60)) + '. "' + " ".join(random.choices(words, k=12)) + \
            '," said ' + random.choice(("Ada Brandt", "Tom Weller", "Ines Okoro")) + "."
        at = (day + datetime.timedelta(days=i * 12 * 7 // 240)).isoformat()
        for outlet in ("Harbour Herald", "Mirror Post"):
            out.write(json.dumps({"id": f"{outlet[0]}{i}", "date": at, "source": outlet, "text": text}) + "\n")
END
}

twins_do_not_differ() {
    write_twins && compare -q -o "$work/twins" 'Harbour Herald' 'Mirror Post' "$work/twins.jsonl" || return 1
    python3 - "$work/twins/csv/compare.csv" <<'END'
import csv, sys
rows = list(csv.DictReader(open(sys.argv[1])))
assert len(rows) > 10
for row in rows:
    assert row["a_count"] == row["b_count"] and row["a"] == row["b"], row
    assert abs(float(row["difference"])) < 1e-12 and row["change"] in ("none", "untested"), row
    if row["difference_low"]:
        assert float(row["difference_low"]) <= 0 <= float(row["difference_high"]), row
assert any(row["kind"] == "speaker" and row["change"] == "none" for row in rows)
assert any(row["trend_a"] and abs(float(row["trend_a"]) - float(row["trend_b"])) < 1e-9 for row in rows)
END
}

# Two outlets that do differ, and a third that must not count.
write_outlets() {
    python3 - "$work/outlets.jsonl" <<'END'
import datetime, json, sys
day = datetime.date(2025, 1, 6)
texts = {"Harbour Herald": (7, "The hospital doctor and the patient met; the nurse was ill. "),
         "Inland Post": (2, "The football match and the league table; the goalkeeper trained. "),
         "Third Voice": (5, "The election and the parliament voted. ")}
with open(sys.argv[1], "w") as out:
    for i in range(120):
        at = (day + datetime.timedelta(days=i * 12 * 7 // 120)).isoformat()
        for outlet, (of_ten, text) in texts.items():
            own = text if (i * 7) % 10 < of_ten else "Nothing much took place along the quay. "
            out.write(json.dumps({"id": f"{outlet[0]}{i}", "date": at, "source": outlet,
                                  "text": own * 2 + f"Note {i}."}) + "\n")
END
}

outlets_are_compared_alone() {
    write_outlets && compare -q -o "$work/outlets" 'Harbour Herald' 'Inland Post' "$work/outlets.jsonl" || return 1
    grep -q '^topic,health,.*,down,' "$work/outlets/csv/compare.csv" &&
        grep -q '^topic,sport,.*,up,' "$work/outlets/csv/compare.csv" &&
        ! grep -q 'parliament' "$work/outlets/csv/compare.csv" &&
        grep -q '^term,hospital,.*,down,' "$work/outlets/csv/compare.csv" &&
        ! grep -q 'Third Voice' "$work/outlets/csv/evidence.csv" &&
        grep -q 'Harbour Herald' "$work/outlets/csv/evidence.csv"
}

# Two stores of one outlet each come out as the two outlets do, to the byte.
stores_equal_outlets() {
    for outlet in 'Harbour Herald' 'Inland Post'; do
        grep "\"$outlet\"" "$work/outlets.jsonl" >"$work/outlet.jsonl" &&
            "$BROADSHEET" ingest -q -s "$work/$outlet.db" "$work/outlet.jsonl" || return 1
    done
    compare -q -o "$work/stores" "$work/Harbour Herald.db" "$work/Inland Post.db" &&
        cmp "$work/outlets/csv/compare.csv" "$work/stores/csv/compare.csv" &&
        cmp "$work/outlets/csv/evidence.csv" "$work/stores/csv/evidence.csv" &&
        pdftotext "$work/stores/compare.pdf" - | tr '\n' ' ' | grep -q 'whole weeks of the two stores'
}

# What both stores hold stands on both sides.
a_store_equals_its_copy() {
    cp "$work/Harbour Herald.db" "$work/copy.db" &&
        compare -q --week 2025-W05 -o "$work/copies" "$work/Harbour Herald.db" "$work/copy.db" &&
        awk -F, 'NR > 1 && ($5 != $7 || $4 != $3) { wrong = 1 } $2 == "hospital" { rows++; wrong = wrong || $5 < 1 }
            END { exit wrong || !rows }' "$work/copies/csv/compare.csv"
}

a_shard_is_no_side() {
    "$BROADSHEET" ingest -q --shard 1/2 -s "$work/shard.db" "$work/outlets.jsonl" &&
        ! compare -q -o "$work/none" "$work/shard.db" "$work/copy.db" 2>"$work/fault" &&
        grep -q 'shard.db: it is a shard; merge all of them first' "$work/fault"
}

# Of too few articles nothing is compared, and that is what is said.
nothing_is_compared() {
    compare -o "$work/few" 2025-W47 2025-W48 corpus/sample >"$work/few.out" &&
        grep -q 'nothing could be compared, since an interval needs at least 15 articles on either side' \
            "$work/few.out" &&
        grep -q 'Topics were not compared' "$work/few/compare.html" &&
        grep -q 'Speakers were not compared' "$work/few/compare.html" &&
        ! grep -Eq 'No topic differs|No speaker.s share differs|[^0-9]0.topics compared' "$work/few/compare.html"
}

# What it does not show is not explained, and of its tables alone it speaks.
own_tables_are_cited() {
    for page in ab season; do
        grep -Eq '(trends|quotes|people|collocations|alarms|terms)\.csv|Gini|jackknife' "$work/$page/compare.html" &&
            return 1
    done
    grep -q 'compare\.csv' "$work/ab/compare.html"
}

# Where an article breaks off for the speaker's name, page 1 counts as the list does.
quotations_are_counted_once() {
    compare -q -o "$work/kasich" 'New York Times' Breitbart ../shared/corpora/polnear-dev.jsonl.gz &&
        pdftotext -layout "$work/kasich/compare.pdf" "$work/kasich.txt" &&
        grep -q '10 pieces of 5 quotations.*slug john-kasich' "$work/kasich.txt" &&
        grep -q '5 quotations → page' "$work/kasich.txt"
}

one_differs() {
    compare -o "$work/one" 2025-W36/2025-W47 $b corpus/sample >"$work/one.out" &&
        grep -Eq 'of [0-9]+ topics ([0-9]*[02-9] differ|1 differs) clearly, of [0-9]+ speakers [0-9]+, of [0-9]+ terms [0-9]+;' \
            "$work/one.out"
}

refused() { # WORDS ARGUMENT...
    words=$1
    shift
    exits_with 2 "$BROADSHEET" compare -o "$work/none" "$@" && grep -q "$words" "$work/err"
}

digest_is_one_page() { # ARGUMENT...
    "$BROADSHEET" report -q --digest --date 2025-12-01 -o "$work/digest" "$@" &&
        [ "$(pdfinfo "$work/digest/digest.pdf" | sed -n 's/^Pages: *//p')" = 1 ] &&
        clean "$work/digest/digest.pdf" weekly.pdf && grep -q digest.pdf "$work/digest/manifest.json"
}

compare -q --date 2025-12-01 -o "$work/ab" $a $b corpus/sample
compare -q --date 2025-12-01 -o "$work/ba" $b $a corpus/sample
compare -q --date 2025-12-01 -o "$work/season" 2025-W36/2025-W47 $b corpus/sample
compare -q --date 2025-12-01 -o "$work/turned" $b 2025-W36/2025-W47 corpus/sample
check two_weeks_side_by_side_have_their_files has_files
check the_same_comparison_has_the_same_bytes same_bytes
check exchanging_the_sides_turns_the_differences_around mirrored ab ba
check exchanging_sides_that_differ_turns_them_around mirrored season turned
check counts_of_a_side_are_those_of_its_own_report counts_are_the_reports
check what_is_planted_is_found the_storm_is_found
check two_outlets_with_the_same_texts_do_not_differ twins_do_not_differ
check other_outlets_do_not_count outlets_are_compared_alone
check two_stores_of_an_outlet_each_come_out_as_the_outlets_do stores_equal_outlets
check what_two_stores_hold_stands_on_both_sides a_store_equals_its_copy
check a_shard_is_no_side a_shard_is_no_side
check of_too_few_articles_nothing_is_compared nothing_is_compared
check no_table_is_cited_that_is_not_there own_tables_are_cited
check one_topic_differs_and_two_differ one_differs
check a_side_and_itself_are_no_pair refused 'both sides' $a $a corpus/sample
check an_outlet_without_articles_is_refused exits_with 3 "$BROADSHEET" compare -o "$work/none" Nobody Herald corpus/sample
check a_period_and_an_outlet_are_no_pair refused 'is a period' $a Herald corpus/sample
check periods_that_share_days_are_refused refused 'share days' $a 2025-11 corpus/sample
check one_side_alone_is_refused refused 'A and B first' $a
# Where the stores lie shapes nothing; what does not hold is said of them too.
stores_say_no_path() {
    mkdir -p "$work/elsewhere" && cp "$work/Harbour Herald.db" "$work/Inland Post.db" "$work/elsewhere/" &&
        compare -q -o "$work/moved" "$work/elsewhere/Harbour Herald.db" "$work/elsewhere/Inland Post.db" &&
        diff -r "$work/stores" "$work/moved" && grep -q "compare 'Harbour Herald.db' 'Inland Post.db'" "$work/moved/manifest.json"
}
check two_stores_have_the_same_bytes_wherever_they_lie stores_say_no_path
check two_stores_in_no_zone_are_refused refused 'Nowhere/X' "$work/copy.db" "$work/Inland Post.db" --zone Nowhere/X
check two_stores_are_read_in_no_language refused 'lang is of articles that are read' "$work/copy.db" "$work/Inland Post.db" --lang de
check two_stores_take_no_articles refused 'leave out PATHs' a.db b.db corpus/sample
check a_store_and_an_outlet_are_no_pair refused 'is a store' a.db Herald corpus/sample
check days_of_two_periods_are_not_chosen_twice refused 'days already' -w $a $a $b corpus/sample
if command -v qpdf pdftotext pdfinfo >/dev/null; then
    check the_comparison_is_a_clean_pdf clean "$work/ab/compare.pdf" 'Week 46 and week 48'
    if [ -e ../shared/corpora/polnear-dev.jsonl.gz ]; then
        check quotations_in_pieces_are_counted_once quotations_are_counted_once
    else
        echo "skip quotations_in_pieces_are_counted_once: ../shared is not here"
    fi
    check the_numbers_of_the_pages_are_those_of_the_table python3 tests/program/numbers_compared.py "$work/season"
    check a_number_that_is_not_the_table_s_is_found another_number_is_found
    check the_digest_is_one_page digest_is_one_page corpus/sample
    check the_digest_of_one_article_is_one_page digest_is_one_page "corpus/sample/coastline"
else
    echo "skip the_digest_is_one_page: qpdf and poppler-utils are not here"
fi
finish
