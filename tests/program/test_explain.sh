#!/bin/sh
# explain: every table's ids lead to their row, with the numbers that the table has, and to the texts behind it.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

date=--date=2025-12-01
"$BROADSHEET" ingest -q -s "$work/s.db" corpus/sample
"$BROADSHEET" report -q $date -s "$work/s.db" -o "$work/report"
"$BROADSHEET" diversity -q -s "$work/s.db" >"$work/report/csv/diversity.csv"
"$BROADSHEET" dispersion -q -s "$work/s.db" storm the 'flood*' 'harbour wall' >"$work/report/csv/dispersion.csv"
"$BROADSHEET" terms -q $date -s "$work/s.db" --ngrams 2 >"$work/report/csv/bigrams.csv"
"$BROADSHEET" collocations -q -s "$work/s.db" --span sentence harbour >"$work/report/csv/sentences.csv"

# rows_come_back TABLE: some five of its ids; what explain prints of each is what stands in the row.
rows_come_back() {
    python3 - "$BROADSHEET" "$work/s.db" "$work/report/csv/$1.csv" <<'END'
import csv, subprocess, sys
program, store, table = sys.argv[1:]
rows = list(csv.DictReader(open(table, encoding="utf-8", newline="")))
assert rows, "the table is empty"
for row in rows[::max(1, len(rows) // 4)]:
    done = subprocess.run([program, "explain", "-q", "--date", "2025-12-01", "-s", store, row["id"]],
                          capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "id       " + row["id"], lines[0]
    said = dict(line[9:].split(None, 1) for line in lines if line.startswith(" " * 9) and len(line[9:].split(None, 1)) == 2)
    for column, cell in row.items():
        if column != "id" and cell and "\n" not in cell and len(cell.split()) == 1:
            assert said.get(column) == cell, (row["id"], column, cell, said.get(column))
END
}
for table in terms speakers bigrams topics changes words keyness trends articles stories coverage people collocations sentences diversity \
    dispersion evidence topic_terms alarms discovered speaker_topics arrivals concentration; do
    check "ids_of_${table}_lead_to_their_rows" rows_come_back $table
done

# places ID: as many places as the number that is explained.
places() {
    "$BROADSHEET" explain -q $date --top 0 -s "$work/s.db" "$1" | grep -cE '^      (bytes [0-9]+-[0-9]+|title) '
}
as_many() {
    [ "$(places "$1")" -eq "$2" ]
}
check a_term_has_as_many_places_as_its_count as_many term:2025-W48:storm 27
check a_phrase_has_as_many_places_as_its_count as_many 'term:2025-W48:the storm' 22
cell() {
    python3 - "$work/report/csv/$1.csv" "$2" "$3" <<'END'
import csv, sys
print(next(row[sys.argv[3]] for row in csv.DictReader(open(sys.argv[1], encoding="utf-8")) if row["id"] == sys.argv[2]))
END
}
check a_collocation_has_as_many_places_as_it_stands_together \
    as_many collocation:2025-W48:L5R5:storm:the "$(cell collocations collocation:2025-W48:L5R5:storm:the o)"
check a_collocation_by_sentence_has_as_many_places \
    as_many collocation:sentence:harbour:the "$(cell sentences collocation:sentence:harbour:the o)"

# The bytes that are named hold what stands between the brackets.
bytes_hold_the_words() {
    "$BROADSHEET" explain -q --top 0 -s "$work/s.db" term:2025-W48:storm >"$work/storm" &&
        python3 - "$work/storm" corpus/sample <<'END'
import re, sys, glob, json
texts = {}
for path in glob.glob(sys.argv[2] + "/coastline/*.jsonl"):
    for line in open(path, encoding="utf-8"):
        article = json.loads(line)
        texts[article["id"]] = article["text"].encode()
article, seen = None, 0
for line in open(sys.argv[1], encoding="utf-8"):
    if re.match(r"  \S", line):
        article = line.split()[0]
    place = re.match(r"      bytes (\d+)-(\d+)  .*?\[\[(.*?)\]\]", line)
    if place and article in texts:
        assert texts[article][int(place[1]):int(place[2])].decode() == place[3], line
        seen += 1
assert seen > 3, seen
END
}
check the_bytes_that_are_named_hold_the_words bytes_hold_the_words

says() {
    wanted=$1
    shift
    "$BROADSHEET" explain -q $date -s "$work/s.db" "$@" >"$work/said" && grep -qE "$wanted" "$work/said"
}
a_quote=$(sed -n 2p "$work/report/csv/quotes.csv" | sed 's/.*,//')
check a_quotation_names_its_rule says 'rule ranker:' "$a_quote"
check a_topic_names_the_entry_and_its_line says "entry '[^']*' of line [0-9]+" topic:2025-W48:disasters
check a_share_is_shown_with_its_fraction says 'share = 8 / 46 = 0.1739' topic:2025-W48:disasters
# A speaker's share is its words by the words that are said to be all.
share_is_words_by_all() {
    says 'all quoted words' "$(sed -n 2p "$work/report/csv/speakers.csv" | sed 's/.*,//')" &&
        awk '$1 == "words" { words = $2 } $1 == "share" { share = $2 } /all quoted words +[0-9]/ { all = $4 }
            END { exit !(all > 0 && words / all - share < 1e-12 && share - words / all < 1e-12) }' "$work/said"
}
check a_speaker_s_share_is_its_words_by_all share_is_words_by_all
check a_story_names_its_articles says 'cod-quota-advice' story:coastline-2025-09-10-cod-catch-should-fall
check a_week_outside_the_report_is_explained_too says 'share = 8 / 46 = 0.1739' --date 2025-09-20 topic:2025-W48:disasters
check a_line_of_a_concordance_shows_its_word says '\[\[the\]\] mayor' kwic:tribune/2025-11-25-city-morning-after:437

# --- two sides -----------------------------------------------------------------------------

# sides_come_back OUT PATH...: of every kind of row of that comparison some; the words said of either side add up to
# its count.
sides_come_back() {
    python3 - "$BROADSHEET" "$@" <<'END'
import csv, re, subprocess, sys
program, out, *paths = sys.argv[1:]
rows = list(csv.DictReader(open(out + "/csv/compare.csv", encoding="utf-8", newline="")))
for kind in "topic", "speaker", "term":
    own = [row for row in rows if row["kind"] == kind and int(row["a_count"]) + int(row["b_count"]) < 500]
    assert own, kind
    for row in own[::max(1, len(own) // 2)]:
        done = subprocess.run([program, "explain", "-q", "--date", "2025-12-01", "--top", "0", row["id"], *paths],
                              capture_output=True, encoding="utf-8")
        assert done.returncode == 0, done.stderr
        said = dict(line.split(None, 1) for line in done.stdout.splitlines() if line.startswith(" " * 9) and " " in line.strip())
        for column in ("a", "b", "a_count", "b_total", "difference", "difference_low", "change"):
            assert not row[column] or said[column].strip() == row[column], (row["id"], column)
        sides = re.split(r"^[AB]        .*$", done.stdout, flags=re.M)[1:]
        assert len(sides) == 2, done.stdout
        for count, places in zip((row["a_count"], row["b_count"]), sides):
            found = {"topic": len(re.findall(r"^  \S", places, re.M)), "term": len(re.findall(r"^      bytes", places, re.M)),
                     "speaker": sum(int(n) for n in re.findall(r", (\d+) words?, rule", places))}[kind]
            assert found == int(count), (row["id"], kind, count, found)
END
}
two_periods_come_back() {
    "$BROADSHEET" compare -q $date -s "$work/s.db" -o "$work/periods" 2025-W46/2025-W47 2025-W48 &&
        sides_come_back "$work/periods" -s "$work/s.db"
}
two_outlets_come_back() {
    "$BROADSHEET" compare -q $date -o "$work/outlets" 'Coastline News' 'Saltmarch Courier' corpus/sample &&
        sides_come_back "$work/outlets" corpus/sample
}
two_stores_come_back() {
    "$BROADSHEET" ingest -q -s "$work/coast.db" corpus/sample/coastline &&
        "$BROADSHEET" compare -q $date -o "$work/stores" "$work/coast.db" "$work/s.db" &&
        sides_come_back "$work/stores" "$work/coast.db" "$work/s.db"
}
with_stories() {
    "$BROADSHEET" compare -q $date --stories -s "$work/s.db" -o "$work/votes" 2025-W46/2025-W47 2025-W48 &&
        sides_come_back "$work/votes" --stories -s "$work/s.db" &&
        "$BROADSHEET" compare -q $date --stories -o "$work/ballots" 'Coastline News' 'Saltmarch Courier' corpus/sample &&
        sides_come_back "$work/ballots" --stories corpus/sample
}
check a_comparison_of_periods_is_explained two_periods_come_back
check a_comparison_of_outlets_is_explained two_outlets_come_back
check a_comparison_of_stores_is_explained two_stores_come_back
check a_comparison_of_stories_is_explained with_stories

# --- what is refused -------------------------------------------------------------------------

refuses() {
    message=$1
    shift
    exits_with 2 "$BROADSHEET" explain -s "$work/s.db" "$@" && grep -q "$message" "$work/err" && [ "$(wc -l <"$work/err")" -eq 1 ]
}
check what_is_no_id_is_told_how_ids_look refuses 'look like term:2022-W24:energy, topic:2022-W24:energy' nonsense
check a_kind_that_is_none_is_told_how_ids_look refuses 'look like' thing:2022-W24:energy
check no_id_is_told_how_ids_look refuses 'look like'
check a_row_that_is_not_there_says_so refuses "topics.csv has no row 'topic:2025-W48:nothing'" topic:2025-W48:nothing
check sides_that_are_not_there_say_so refuses 'compare.csv has no row' compare-topic:2025-W47:2025-W48:nothing
check a_week_beside_two_periods_is_refused refuses 'days already' -w 2025-W48 compare-topic:2025-W47:2025-W48:weather
check a_side_that_is_missing_says_so refuses 'ids look like compare-topic' compare-topic:nothing
check a_place_that_is_not_there_says_so refuses 'ids look like quote:a12:640' quote:nothing:3
finish
