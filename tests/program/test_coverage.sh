#!/bin/sh
# What was read is reported: coverage.csv by outlet and day, intake.csv by form and reason, and in words.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

mkdir -p "$work/news/Gazette"
{
    printf '{"id":"a","source":"Tide Post","date":"2025-11-24","title":"R&amp;D &quot;up&quot;","text":"The council met on Monday and voted."}\n'
    printf '{"id":"b","source":"Tide Post","date":"2025-11-24","text":"The council met on Monday and voted."}\n'
    printf '{"id":"c","source":"Tide Post","date":"2025-11-25","text":"Rain fell for a second day on the hills."}\n'
    printf '{"id":"d","source":"www.courier.example","text":"No day is given for this one."}\n'
    printf '{"id":"e"}\n{"id":"f"}\n'
} >"$work/news/all.jsonl"
printf 'Caf\351 ouvert\n\nLe caf\351 a \351t\351 ouvert mardi sur le quai, \340 c\364t\351 de l\222\351cole. Les \351l\350ves y vont d\351j\340.\n' >"$work/news/Gazette/2025-11-26.txt"
: >"$work/news/empty.txt"
(cd "$work" && python3 -c 'import shutil; shutil.copytree("news", "elsewhere/deep/news")')

report() {
    "$BROADSHEET" report -q --date 2025-12-01 -o "$@"
    [ $? -le 1 ]
}

# Sums of articles.csv, row by row of coverage.csv.
coverage_adds_up() {
    python3 - "$1/csv" <<'END'
import collections, csv, sys
read = lambda name: csv.DictReader(open(sys.argv[1] + "/" + name, encoding="utf-8"))
sums = collections.defaultdict(collections.Counter)
for row in read("articles.csv"):
    into = sums[row["date"], row["source"]]
    into.update(articles=1, undated=not row["date"], copies=row["status"] == "copy")
    into.update({name: int(row[name]) for name in ("words", "quotes", "left_out", "replaced")})
# A week in which an outlet was silent has a row of zeros, and no article.
silent = [row for row in read("coverage.csv") if row["note"].startswith("silent")]
heard = {(article["week"], article["source"]) for article in read("articles.csv")}
for row in silent:
    assert not row["date"] and (row["week"], row["source"]) not in heard and row["articles"] == row["words"] == "0", row
rows = {(row["date"], row["source"]): row for row in read("coverage.csv") if not row["note"].startswith("silent")}
assert rows and set(rows) == set(sums), set(rows) ^ set(sums)
for key, row in rows.items():
    for name in ("articles", "words", "quotes", "undated", "copies", "left_out", "replaced"):
        assert int(row[name]) == sums[key][name], (key, name, row[name], sums[key][name])
    assert bool(row["note"]) == (not row["date"]), row
assert len({row["id"] for row in rows.values()}) == len(rows)
END
}

small_coverage() {
    report "$work/out" "$work/news" && coverage_adds_up "$work/out" &&
        grep -q '^,,courier.example,1,.*,1,0,0,0,no,no date could be read,coverage:undated:courier.example' "$work/out/csv/coverage.csv" &&
        grep -q '^2025-11-24,2025-W48,Tide Post,2,14,0,0,1,0,0,' "$work/out/csv/coverage.csv"
}

sample_coverage() {
    report "$work/sample" corpus/sample && coverage_adds_up "$work/sample"
}

intake_is_complete() {
    cat >"$work/expected.csv" <<'END'
total,run,3,5,3,,intake:total:run
format,JSON Lines,1,4,,,intake:format:JSON Lines
format,text,1,1,,,intake:format:text
charset,UTF-8,1,4,,,intake:charset:UTF-8
charset,windows-1252,1,1,,,intake:charset:windows-1252
reason,the object has no `text`,,,2,,intake:reason:the object has no `text`
reason,it is empty,,,1,,intake:reason:it is empty
skipped,all.jsonl line 5,,,1,the object has no `text`,intake:skipped:1
skipped,all.jsonl line 6,,,1,the object has no `text`,intake:skipped:2
skipped,empty.txt,,,1,it is empty,intake:skipped:3
END
    tail -n +2 "$work/out/csv/intake.csv" | diff -i "$work/expected.csv" -
}

the_folder_has_no_part() {
    report "$work/moved" "$work/elsewhere/deep/news" &&
        cmp "$work/out/csv/intake.csv" "$work/moved/csv/intake.csv"
}

words_of() {
    pdftotext -f 1 -l 2 "$1/weekly.pdf" - | tr '\n\302\240' '   ' | tr -s ' '
}

the_page_says_it() {
    words_of "$work/out" >"$work/words" &&
        grep -q '3 files seen, 5 articles read. Articles by format: JSON Lines 4, text 1.' "$work/words" &&
        grep -qi 'Not in UTF-8: windows-1252 (1 file, 1 article).' "$work/words" &&
        grep -q '3 files or parts of them were skipped: the object has no .text. (2); it is empty (1).' "$work/words"
}

ingest_says_it() {
    "$BROADSHEET" ingest -s "$work/news.db" "$work/news" >"$work/said" 2>/dev/null
    [ $? -eq 1 ] && cat "$work/said" &&
        grep -q '^3 files, 5 articles: 5 new, 0 revised, 0 known; 1 undated, 3 skipped$' "$work/said" &&
        grep -q '^Articles by format: JSON Lines 4, text 1.$' "$work/said" &&
        grep -qi '^Not in UTF-8: windows-1252 (1 file, 1 article).$' "$work/said" &&
        grep -q '^3 files or parts of them were skipped: the object has no .text. (2); it is empty (1).$' "$work/said"
}

one_is_said_as_one() {
    printf 'Title here\nRain fell.\n' >"$work/2025-01-01.txt"
    "$BROADSHEET" ingest -s "$work/one.db" "$work/2025-01-01.txt" | grep -q '^1 file, 1 article: 1 new, '
}

a_store_knows_less() {
    report "$work/stored" -s "$work/news.db" && coverage_adds_up "$work/stored" &&
        cmp "$work/out/csv/coverage.csv" "$work/stored/csv/coverage.csv" &&
        tail -n +2 "$work/stored/csv/intake.csv" >"$work/rows" && cat "$work/rows" &&
        [ "$(wc -l <"$work/rows")" -eq 1 ] && grep -q '^total,store,,,,a store keeps no record' "$work/rows" &&
        words_of "$work/stored" | grep -q 'The store keeps no record of files seen or skipped.'
}

titles_are_tidy() {
    "$BROADSHEET" articles -q "$work/news" >"$work/articles.csv"
    [ $? -eq 1 ] && grep -q '^a,.*,"R&D ""up""",' "$work/articles.csv"
}

check coverage_adds_up_to_the_articles small_coverage
check coverage_of_the_sample_adds_up_to_its_articles sample_coverage
check the_intake_lists_forms_charsets_and_reasons intake_is_complete
check the_intake_does_not_depend_on_where_the_folder_lies the_folder_has_no_part
check the_coverage_page_says_what_was_read the_page_says_it
check ingest_says_what_was_read ingest_says_it
check one_is_said_as_one one_is_said_as_one
check a_report_from_a_store_says_what_it_does_not_know a_store_knows_less
check titles_lose_their_markup titles_are_tidy
finish
