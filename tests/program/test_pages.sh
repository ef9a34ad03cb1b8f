#!/bin/sh
# The pages of finished reports, of the sample, of invented extremes and of the real sets: no fault, no overlap,
# no dead link, nothing outside the margins; every number is the CSV's; the same bytes each time.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

cjk=/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc

# extreme CASE OPTION...: the laws hold for its report; --strict makes a letter without a glyph a fault.
extreme() {
    case=$1
    shift
    mkdir -p "$work/$case.in"
    python3 tests/program/invented_extremes.py "$case" "$work/$case.in" || return 1
    [ ! -f "$work/$case.in/topics.yaml" ] || set -- "$@" --topics "$work/$case.in/topics.yaml"
    [ ! -f "$work/$case.in/people.csv" ] || set -- "$@" --people "$work/$case.in/people.csv"
    "$BROADSHEET" report -q --strict --date 2025-12-01 "$@" -o "$work/$case" "$work/$case.in/articles.jsonl"
    code=$?
    [ $code -eq 0 ] || { [ $code -eq 1 ] && [ "$case" = empty_texts ]; } || return 1 # 1: some were skipped
    python3 tests/program/page_laws.py "$work/$case"
}

# Whole stacks, so that tests/lsan.supp can tell what cairo loses there from what we might.
far_east() (
    ASAN_OPTIONS=${ASAN_OPTIONS:-}:fast_unwind_on_malloc=0
    export ASAN_OPTIONS
    extreme far_east
)

# real SET OPTION...: the laws hold for a report on a real set.
real() {
    set=$1
    shift
    "$BROADSHEET" report -q "$@" -o "$work/$set" "../shared/corpora/$set.jsonl.gz" &&
        python3 tests/program/page_laws.py "$work/$set"
}

the_sample() {
    "$BROADSHEET" report -q --strict --date 2025-12-01 "$@" corpus/sample
}

sample_keeps_the_laws() {
    the_sample -o "$work/sample" && python3 tests/program/page_laws.py "$work/sample"
}

letter_pages() {
    the_sample --paper letter -o "$work/letter" && python3 tests/program/page_laws.py "$work/letter" &&
        pdfinfo "$work/letter/weekly.pdf" | grep -q '612 x 792 pts (letter)'
}

paper_named_in_the_configuration() {
    echo "paper: letter" >"$work/letter.yaml"
    the_sample -c "$work/letter.yaml" -o "$work/configured" &&
        pdfinfo "$work/configured/weekly.pdf" | grep -q '612 x 792 pts (letter)'
}

numbers_are_the_tables() {
    python3 tests/program/numbers_on_pages.py "$work/$1"
}

# changed TABLE ID COLUMN: a number that is another one in the CSV than on the page is found.
changed() {
    rm -rf "$work/changed" && cp -r "$work/sample" "$work/changed" &&
        python3 - "$work/changed/csv/$1.csv" "$2" "$3" <<'END'
import csv, sys
path, id, column = sys.argv[1:]
rows = list(csv.DictReader(open(path, encoding="utf-8", newline="")))
row = next(row for row in rows if row["id"] == id)
row[column] = str(int(row[column]) + 1) if row[column].isdigit() else repr(float(row[column]) * 1.1)
with open(path, "w", encoding="utf-8", newline="") as out:
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
END
    python3 tests/program/numbers_on_pages.py "$work/changed" >"$work/changed.out" && return 1
    grep -q 'is printed as' "$work/changed.out"
}

# A page's own faults are found: a file cut short, and a word laid over another.
broken_pages_are_found() {
    rm -rf "$work/broken" && cp -r "$work/sample" "$work/broken" &&
        head -c 60000 "$work/sample/weekly.pdf" >"$work/broken/weekly.pdf" &&
        ! python3 tests/program/page_laws.py "$work/broken" >"$work/broken.out" 2>&1
}
laws_bite() {
    python3 - <<'END'
import sys
sys.path.insert(0, "tests/program")
import page_laws as laws
word = (100, 100, 140, 109, "Elections")
assert list(laws.overlaps([word, (120, 101, 160, 110, "Technology")])) == [("Elections", "Technology")]
assert not list(laws.overlaps([word, (140.5, 100, 160, 109, "beside"), (100, 107, 140, 116, "below")]))
assert list(laws.outside(595.276, 841.89, [word, (20, 100, 60, 109, "left"), (530, 100, 560, 109, "right"),
                                           (100, 20, 140, 29, "above"), (100, 820, 140, 829, "below")])) == \
    ["left", "right", "above", "below"]
assert list(laws.dead("/Dest (here)\n/Dest (gone)\n    (here)\n    [\n      3 0 R\n      /XYZ\n", "page 9", 8)) == \
    ["a link leads to 'gone', which is nowhere", "page 9 is printed, of 8"]
END
}

# Everything is the same under another zone, locale, home, folder, time and number of threads.
same_everywhere() {
    root=$PWD
    "$BROADSHEET" report -q --png -t 1 -w "$1" -o "$work/here" "$root/$2" && mkdir -p "$work/away" &&
        (cd "$work/away" && TZ=Asia/Tokyo LC_ALL=de_DE.UTF-8 HOME=/nowhere \
            "$BROADSHEET" report -q --png -t 2 -w "$1" -o there "$root/$2") || return 1
    for folder in "$work/here" "$work/away/there"; do
        (cd "$folder" && find . -type f -exec sha256sum {} + | sort -k 2) >"$work/sums.${folder##*/}"
    done
    [ "$(grep -cE 'weekly\.(pdf|html)|weekly-01\.png' "$work/sums.here")" -eq 3 ] &&
        cmp "$work/sums.here" "$work/sums.there"
}

check the_sample_s_pages_keep_the_laws sample_keeps_the_laws
check the_sample_s_numbers_are_those_of_the_tables numbers_are_the_tables sample
for case in one_article one_outlet many_outlets many_topics long_names right_to_left zero_weeks missing_weeks one_huge \
    undated empty_texts; do
    check "pages_of_${case}_keep_the_laws" extreme $case
done
if [ -e $cjk ]; then
    check pages_of_far_east_keep_the_laws far_east
else
    echo "skip pages_of_far_east_keep_the_laws: fonts-noto-cjk is not here"
fi
check us_letter_keeps_the_laws letter_pages
check paper_is_named_in_the_configuration paper_named_in_the_configuration
check a_paper_that_is_not_there_is_refused exits_with 2 "$BROADSHEET" report -q --paper a5 -o "$work/none" corpus/sample
for case in many_topics many_outlets one_huge; do
    check "numbers_of_${case}_are_those_of_the_tables" numbers_are_the_tables $case
done
check another_share_in_a_table_is_found changed topics topic:2025-W48:weather share
check another_end_of_an_interval_is_found changed speakers 'speaker:2025-W48:Agnes Pell' share_high
check another_difference_is_found changed changes change:2025-W48:topic:weather difference
check another_q_is_found changed changes change:2025-W48:topic:weather q
check another_ratio_is_found changed keyness keyness:2025-W48:street log_ratio
check another_rate_is_found changed words word:2025-W48:risen:storm per_million
check another_count_of_an_outlet_is_found changed coverage 'coverage:2025-11-24:Saltmarch Courier' words
check a_broken_file_is_found broken_pages_are_found
check overlaps_strays_and_dead_links_are_found laws_bite

if [ -d ../shared/corpora ]; then
    check pages_of_events2022_keep_the_laws real events2022 -w 2022-W24
    check numbers_of_events2022_are_those_of_the_tables numbers_are_the_tables events2022
    check pages_of_polnear_dev_keep_the_laws real polnear-dev --from 2016-09-01 --to 2016-11-07
    check numbers_of_polnear_dev_are_those_of_the_tables numbers_are_the_tables polnear-dev
    check pages_of_wikinews_keep_the_laws real wikinews -w 2019-W40
    check pages_of_digitalgov_keep_the_laws real digitalgov -w 2014-W22
    check pages_of_whitehouse_keep_the_laws real whitehouse --turns -w 2014-W22
    check a_report_is_the_same_everywhere same_everywhere 2019-W40 ../shared/corpora/wikinews.jsonl.gz
else
    echo "skip pages_of_the_real_sets_keep_the_laws: ../shared is not here"
fi
finish
