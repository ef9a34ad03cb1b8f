#!/bin/sh
# The main job on the sample: the report's files, their sums, the same bytes, the links.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

report() {
    "$BROADSHEET" report -q --date 2025-12-01 "$@" corpus/sample
}

same_bytes() {
    (cd "$1" && find . -type f -exec sha256sum {} + | sort -k 2) >"$work/one"
    (cd "$2" && find . -type f -exec sha256sum {} + | sort -k 2) >"$work/two"
    cmp "$work/one" "$work/two"
}

has_files() {
    for f in weekly.pdf weekly.html csv/terms.csv csv/articles.csv csv/topics.csv csv/changes.csv csv/words.csv csv/speakers.csv \
        csv/keyness.csv csv/trends.csv csv/coverage.csv csv/evidence.csv csv/quotes.csv \
        csv/stories.csv csv/people.csv csv/intake.csv csv/alarms.csv csv/bursts.csv manifest.json; do
        [ -s "$work/first/$f" ] || return 1
    done
    [ -z "$(find "$work/first" -name '*.part')" ]
}

# The manifest lists each file with its size and sum, and nothing else.
manifest_holds() {
    python3 - "$work/first" <<'END'
import hashlib, json, os, sys
folder = sys.argv[1]
manifest = json.load(open(folder + "/manifest.json", encoding="utf-8"))
listed = {entry["name"]: entry for entry in manifest["files"]}
there = {os.path.relpath(os.path.join(path, name), folder)
         for path, _, names in os.walk(folder) for name in names} - {"manifest.json"}
assert set(listed) == there, set(listed) ^ there
for name, entry in listed.items():
    content = open(folder + "/" + name, "rb").read()
    assert entry["bytes"] == len(content), name
    assert entry["sha256"] == hashlib.sha256(content).hexdigest(), name
assert manifest["command"] == "broadsheet report --date 2025-12-01", manifest["command"]
assert manifest["period"] == "2025-W48" and manifest["input"]["articles"] == 179, manifest
END
}

# The sums say what shaped a report: another text changes the one, another setting the other.
sum_of() {
    python3 -c 'import json, sys; m = json.load(open(sys.argv[1] + "/manifest.json"))
print(m[sys.argv[2]]["sha256"])' "$1" "$2"
}

sums_follow_their_causes() {
    sed 's/Rain fell again/Hail fell again/' "$work/ascii.jsonl" >"$work/hail.jsonl"
    "$BROADSHEET" report -q --date 2025-12-01 -o "$work/m1" "$work/ascii.jsonl" &&
        "$BROADSHEET" report -q --date 2025-12-01 -o "$work/m2" "$work/hail.jsonl" &&
        "$BROADSHEET" report -q --date 2025-12-01 --seed 7 -o "$work/m3" "$work/ascii.jsonl" &&
        [ "$(sum_of "$work/m1" input)" != "$(sum_of "$work/m2" input)" ] &&
        [ "$(sum_of "$work/m1" settings)" = "$(sum_of "$work/m2" settings)" ] &&
        [ "$(sum_of "$work/m1" input)" = "$(sum_of "$work/m3" input)" ] &&
        [ "$(sum_of "$work/m1" settings)" != "$(sum_of "$work/m3" settings)" ]
}

the_colophon_names_the_sums() {
    pdftotext "$work/first/weekly.pdf" "$work/text" &&
        grep -q "$(sum_of "$work/first" input)" "$work/text" &&
        grep -q "$(sum_of "$work/first" settings)" "$work/text" &&
        grep -q 'Inter-Regular.otf.([0-9a-f]\{12\})' "$work/text"
}

at_least_six_pages() {
    [ "$(pdfinfo "$work/first/weekly.pdf" | awk '/^Pages:/ {print $2}')" -ge 6 ]
}

# A week's counts in terms.csv add up to its words in articles.csv.
counts_add_up() {
    python3 - "$work/first/csv" <<'END'
import collections, csv, sys
words, counts = collections.Counter(), collections.Counter()
for row in csv.DictReader(open(sys.argv[1] + "/articles.csv", encoding="utf-8")):
    if row["week"]:
        words[row["week"]] += int(row["words"])
for row in csv.DictReader(open(sys.argv[1] + "/terms.csv", encoding="utf-8")):
    counts[row["week"]] += int(row["count"])
    assert int(row["tokens"]) == words[row["week"]], row
assert words == counts and len(words) == 13, (words, counts)
END
}

# A week's quotations are as many by article as by speaker, however many pieces they are in.
quotations_add_up() {
    cat >"$work/pieces.txt" <<'END'
Title: Harbour pays
Date: 2025-11-26
Source: Coast

Mayor Anna Berg said: “We will pay for the wall this year.

“We will pay all of it,” she said at the harbour.

“The sea does not wait,” said Tom Hale, a fisherman.
END
    "$BROADSHEET" report -q --date 2025-12-01 -o "$work/pieces" "$work/pieces.txt" &&
        python3 - "$work/pieces/csv" "$work/first/csv" <<'END'
import collections, csv, sys
def rows(folder, table):
    return csv.DictReader(open(f"{folder}/{table}.csv", encoding="utf-8"))
def quotes(folder, table):
    weeks = collections.Counter()
    for row in rows(folder, table):
        if row["week"]:
            weeks[row["week"]] += int(row["quotes"])
    return weeks
pieces = list(rows(sys.argv[1], "quotes"))
assert len(pieces) == 3, pieces
assert quotes(sys.argv[1], "articles") == {"2025-W48": 2}, quotes(sys.argv[1], "articles")
for folder in sys.argv[1:]:
    by_article, by_speaker = quotes(folder, "articles"), quotes(folder, "speakers")
    for week in by_speaker:
        assert by_article[week] == by_speaker[week], (week, by_article, by_speaker)
END
}

# No NaN or inf; a missing interval has its reason; shares of a week add up to 1.
tables_are_sound() {
    python3 - "$work/first/csv" <<'END'
import collections, csv, glob, sys
for path in glob.glob(sys.argv[1] + "/*.csv"):
    for row in csv.DictReader(open(path, encoding="utf-8")):
        for name, value in row.items():
            if name in ("term", "title", "text", "key"):
                continue  # "nan" is a word
            assert value.lower() not in ("nan", "inf", "-nan", "-inf"), (path, row)
            if name.endswith("_low") and value == "":
                assert row["note"], (path, row)
            if name.endswith("_low") and value != "":
                middle = float(row[name[:-4]])
                assert float(value) <= middle <= float(row[name[:-4] + "_high"]), (path, row)
shares = collections.Counter()
for row in csv.DictReader(open(sys.argv[1] + "/speakers.csv", encoding="utf-8")):
    shares[row["week"]] += float(row["share"])
assert all(abs(share - 1) < 1e-9 for share in shares.values()), shares
END
}

# An id names one row.
ids_are_unique() {
    python3 - "$work/first/csv" <<'END'
import collections, csv, glob, sys
for path in glob.glob(sys.argv[1] + "/*.csv"):
    ids = collections.Counter(row["id"] for row in csv.DictReader(open(path, encoding="utf-8")))
    assert not [id for id, count in ids.items() if count > 1], (path, ids.most_common(3))
END
}

# The counts of terms are those of an independent count by the same rule on ASCII text.
terms_equal_an_independent_count() {
    "$BROADSHEET" terms -q --date 2025-12-01 "$work/ascii.jsonl" >"$work/terms.csv" || return 1
    python3 - "$work/ascii.jsonl" "$work/terms.csv" <<'END'
import collections, csv, json, re, sys
wanted = collections.Counter()
for line in open(sys.argv[1], encoding="utf-8"):
    for word in re.findall(r"[A-Za-z0-9]+(?:['\u2019-][A-Za-z0-9]+)*", json.loads(line)["text"]):
        if re.search("[A-Za-z]", word):
            wanted[word.lower().replace("\u2019", "'")] += 1
found = {r["term"]: int(r["count"]) for r in csv.DictReader(open(sys.argv[2], encoding="utf-8"))}
assert found == wanted, {k: (found.get(k), wanted.get(k)) for k in set(found) ^ set(wanted)}
END
}

# Six weeks of ten articles, then one of $1: what the report says of it.
last_week_of() {
    python3 - "$1" >"$work/weeks.jsonl" <<'END'
import datetime, json, sys
for week in range(7):
    for n in range(10 if week < 6 else int(sys.argv[1])):
        day = datetime.date(2025, 9, 1) + datetime.timedelta(days=7 * week + n % 7)
        print(json.dumps({"id": f"w{week}n{n}", "date": str(day), "source": "X",
                          "text": f"The river rose by {n} marks. The council met."}))
END
    "$BROADSHEET" report --date 2025-12-01 -w 2025-W42 -o "$work/weeks" "$work/weeks.jsonl"
}

low_coverage_is_said() {
    last_week_of 7 | grep -q 'Coverage is low: 7 articles, where the weeks before had 10 on average' &&
        ! last_week_of 8 | grep -q 'Coverage is low'
}

# One long quotation, or one article full of a word, makes no headline.
front_of() {
    "$BROADSHEET" report -q --date 2025-12-01 -o "$work/front" "$1" &&
        pdftotext -l 1 "$work/front/weekly.pdf" - | tr '\n\302\240' '   '
}

one_article_leads_nothing() {
    cat >"$work/lead.jsonl" <<'END'
{"id":"a","date":"2025-11-24","source":"X","text":"Zebra zebra zebra zebra. \"We saw it come over the hill and then it was gone,\" said Ann Lee."}
{"id":"b","date":"2025-11-25","source":"X","text":"Rain fell on the harbour."}
{"id":"c","date":"2025-11-30","source":"X","text":"Wind came to the harbour."}
END
    front_of "$work/lead.jsonl" >"$work/lead.txt" &&
        ! grep -q 'no content word is more' "$work/lead.txt" &&
        ! grep -q 'quoted words come from' "$work/lead.txt"
}

two_articles_and_three_quotations_do() {
    sed 's/Rain fell/\\"No,\\" said Ann Lee. \\"It is gone,\\" said Ann Lee. Zebra rain fell/' \
        "$work/lead.jsonl" >"$work/two.jsonl"
    front_of "$work/two.jsonl" >"$work/two.txt" &&
        grep -q 'zebra. in 2 *articles' "$work/two.txt" &&
        grep -q 'quoted words come from' "$work/two.txt"
}

# The title of the balance of voices has the numbers of concentration.csv's last row, the week's.
balance_is_the_tables() {
    said=$(awk -F, 'END { printf "Ten of %d people have %.1f%% of the words", $2, 100 * $12 }' \
        "$work/first/csv/concentration.csv")
    pdftotext "$work/first/weekly.pdf" - | tr '\n\302\240' '   ' | tr -s ' ' | grep -qF "$said"
}

cat >"$work/ascii.jsonl" <<'END'
{"id":"a","date":"2025-11-24","source":"X","text":"The mayor said it's time; the well-known mayor didn't wait. Covid-19 rose."}
{"id":"b","date":"2025-11-30","source":"X","text":"Rain fell. Rain fell again, 12 times, in the 3rd week of the mayor's term."}
END

report -o "$work/first"
check the_report_has_all_its_files has_files
check the_manifest_lists_each_file_with_its_sum manifest_holds
check sums_follow_what_they_are_sums_of sums_follow_their_causes
check the_colophon_names_the_sums the_colophon_names_the_sums
check the_pdf_has_at_least_six_pages at_least_six_pages
check the_pdf_is_sound qpdf --check "$work/first/weekly.pdf"
check counts_of_a_week_add_up_to_its_words counts_add_up
check quotations_of_a_week_add_up quotations_add_up
check tables_have_no_nan_and_every_interval_or_its_reason tables_are_sound
check a_week_with_much_less_than_before_is_noted low_coverage_is_said
check one_article_alone_leads_nothing one_article_leads_nothing
check two_articles_and_three_quotations_lead two_articles_and_three_quotations_do
check an_id_names_one_row ids_are_unique
check the_balance_of_voices_is_that_of_its_table balance_is_the_tables
check terms_equal_an_independent_count terms_equal_an_independent_count
report -o "$work/second" -t 1
check one_thread_gives_the_same_bytes same_bytes "$work/first" "$work/second"
TZ=Asia/Tokyo LC_ALL=C HOME=/nowhere report -o "$work/third" -t 2
check another_zone_and_locale_give_the_same_bytes same_bytes "$work/first" "$work/third"
root=$PWD
mkdir "$work/elsewhere"
(cd "$work/elsewhere" && "$BROADSHEET" report -q --date 2025-12-01 -o there "$root/corpus/sample")
check another_folder_and_a_later_second_give_the_same_bytes same_bytes "$work/first" "$work/elsewhere/there"

# Pictures of the pages, on demand: as many as the PDF has, in the manifest, the same each time.
pictures_of_all_pages() {
    TZ=Asia/Tokyo LC_ALL=C report --png -o "$work/png1" && report --png -o "$work/png2" -t 1 &&
        same_bytes "$work/png1" "$work/png2" &&
        cmp "$work/png1/weekly.html" "$work/first/weekly.html" &&
        [ "$(find "$work/png1" -name 'weekly-*.png' | wc -l)" -eq \
            "$(pdfinfo "$work/first/weekly.pdf" | awk '/^Pages:/ {print $2}')" ] &&
        grep -q '"weekly-01.png"' "$work/png1/manifest.json"
}
check each_page_is_a_picture_with_png pictures_of_all_pages

"$BROADSHEET" ingest -q -s "$work/s.db" corpus/sample
"$BROADSHEET" ingest -s "$work/s.db" corpus/sample >"$work/again"
check a_second_ingest_adds_nothing grep -q ' 0 new, 0 revised, 179 known' "$work/again"
"$BROADSHEET" report -q --date 2025-12-01 -s "$work/s.db" -o "$work/fourth"
"$BROADSHEET" report -q --date 2025-12-01 -s "$work/s.db" -o "$work/fifth" -t 1
check a_report_from_a_store_has_the_same_bytes_each_time same_bytes "$work/fourth" "$work/fifth"

# A store does not know what was skipped when it was filled: intake.csv and the coverage page say so.
same_but_intake() {
    for f in "$work/first"/csv/*.csv; do
        [ "${f##*/}" = intake.csv ] || cmp "$f" "$work/fourth/csv/${f##*/}" || return 1
    done
    for r in first fourth; do
        pdftotext "$work/$r/weekly.pdf" - | tr '\n\302\240' '   ' | tr -s ' ' |
            sed 's/[0-9]* files seen, [0-9]* articles read\. Articles by format: [A-Za-z0-9, ]*\./INTAKE/
                 s/The store keeps no record of files seen or skipped\./INTAKE/' >"$work/$r.text"
    done
    grep -q INTAKE "$work/first.text" && cmp "$work/first.text" "$work/fourth.text"
}
check a_report_from_a_store_differs_in_what_was_read_alone same_but_intake

# The x-ray of a span cites the table that has the span's counts: terms.csv has weeks alone.
xray_cites() { # TABLE ARGUMENT...
    table=$1
    shift
    report -o "$work/xray" "$@" &&
        pdftotext -layout "$work/xray/weekly.pdf" - | grep -A60 'A tick: an article' | grep '\.csv' | head -1 |
        grep -q "Numbers: $table" && grep -q "^$week,.*,port,\|^$week,port," "$work/xray/csv/$table"
}
week=2025-11-17/2025-11-30
check the_x_ray_of_a_span_cites_the_spans_numbers xray_cites words.csv --from 2025-11-17 --to 2025-11-30
week=2025-W48
check the_x_ray_of_a_week_cites_the_weeks_numbers xray_cites terms.csv

# Terms from paths and from a store are one count: on the sample, and on each corpus of ../shared.
same_terms() {
    rm -f "$work/t.db"*
    "$BROADSHEET" terms -q --date 2025-12-01 "$1" >"$work/t1.csv" &&
        "$BROADSHEET" ingest -q -s "$work/t.db" "$1" &&
        "$BROADSHEET" terms -q --date 2025-12-01 -s "$work/t.db" >"$work/t2.csv" &&
        cmp "$work/t1.csv" "$work/t2.csv"
}

check terms_are_the_same_from_paths_and_store same_terms corpus/sample
for corpus in wikinews polnear-dev events2022; do
    name=terms_of_$(echo $corpus | tr - _)_are_the_same_from_paths_and_store
    if [ -e "../shared/corpora/$corpus.jsonl.gz" ]; then
        gzip -dc "../shared/corpora/$corpus.jsonl.gz" >"$work/$corpus.jsonl"
        check "$name" same_terms "$work/$corpus.jsonl"
    else
        echo "skip $name: ../shared is not here"
    fi
done
finish
