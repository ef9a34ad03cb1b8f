#!/bin/sh
# Each table's first row is what reports/README.md lists, with a roster and a judged sample.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

listed() {
    python3 tests/program/columns.py reports/README.md "$@"
}

printf 'name,aliases,role,party\nHelena Vorsk,Vorsk|the premier,premier,Harbour List\n' >"$work/people.csv"
"$BROADSHEET" ingest -q -s "$work/s.db" corpus/sample

columns_of_a_report_are_as_listed() {
    "$BROADSHEET" audit -q --date 2025-12-01 -s "$work/s.db" --people "$work/people.csv" -o "$work/sheet.csv" &&
        "$BROADSHEET" report -q --date 2025-12-01 -s "$work/s.db" --people "$work/people.csv" \
            --audit "$work/sheet.csv" -o "$work/made" &&
        listed "$work/made/csv" role party
}
check columns_of_a_report_are_as_listed columns_of_a_report_are_as_listed

# printed_as TABLE ARGUMENT...: what a command prints has the columns listed for this table.
printed_as() {
    table=$1
    shift
    "$BROADSHEET" "$@" --date 2025-12-01 -q -s "$work/s.db" --format csv >"$work/printed.csv" && listed "$table" "$work/printed.csv"
}
for table in terms articles stories quotes topics keyness trends collocations; do
    check "columns_of_${table}_are_as_listed" printed_as "$table.csv" "$table"
done
check columns_of_discover_are_as_listed printed_as discovered.csv discover
check columns_of_topics_by_word_are_as_listed printed_as topic_terms.csv topics --words
check columns_of_topics_by_outlet_are_as_listed printed_as topic_outlets.csv topics --by outlet
check columns_of_topics_by_language_are_as_listed printed_as topic_outlets.csv topics --by language
check columns_of_terms_by_outlet_are_as_listed printed_as 'terms --by WHAT' terms --by outlet
check columns_of_phrases_are_as_listed printed_as 'terms --ngrams N' terms --ngrams 2
check columns_of_diversity_are_as_listed printed_as diversity diversity
check columns_of_dispersion_are_as_listed printed_as 'dispersion TERM...' dispersion harbour
check columns_of_a_concordance_are_as_listed printed_as 'kwic TERM' kwic harbour
check columns_of_every_measure_are_as_listed printed_as 'keyness --measures all' keyness --measures all --top 5
check columns_of_check_are_as_listed printed_as 'check DICTIONARY' check analysis/topics/en.yaml

finish
