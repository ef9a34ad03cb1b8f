#!/bin/sh
# The report in other languages: its words change, no number of its tables does.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

# speaks CODE TEXT...: the PDF says each text, and the tables are the English report's.
speaks() {
    code=$1
    shift
    "$BROADSHEET" report -q --date 2025-12-01 --report-lang "$code" -o "$work/$code" corpus/sample || return 1
    pdftotext "$work/$code/weekly.pdf" "$work/$code.txt" || return 1
    for text in "$@"; do
        grep -qF "$text" "$work/$code.txt" || {
            echo "'$text' is not said"
            return 1
        }
    done
    diff -r "$work/en/csv" "$work/$code/csv"
}

# A dictionary of one's own keeps its names.
own_names_are_kept() {
    printf 'health: [hospital*, doctor*, ferry]\nharbour: [harbour*]\n' >"$work/own.yaml"
    "$BROADSHEET" report -q --date 2025-12-01 --report-lang de --topics "$work/own.yaml" -o "$work/own" corpus/sample &&
        pdftotext "$work/own/weekly.pdf" - | grep -q '^Health' && ! pdftotext "$work/own/weekly.pdf" - | grep -q Gesundheit
}

sub_topics_are_named() {
    "$BROADSHEET" report -q --date 2025-12-01 --report-lang de --levels 2 -o "$work/levels" corpus/sample &&
        grep -q 'Wetter/Vorhersagen und Wetterdienste' "$work/levels/weekly.html"
}

named_in_the_configuration() {
    echo "report_language: de" >"$work/de.yaml"
    "$BROADSHEET" report -q --date 2025-12-01 -c "$work/de.yaml" -o "$work/configured" corpus/sample &&
        pdftotext "$work/configured/weekly.pdf" - | grep -qF "Die Woche in"
}

"$BROADSHEET" report -q --date 2025-12-01 -o "$work/en" corpus/sample
check a_report_in_german speaks de "Die Woche in" "95-%-Intervall" "Keine klare Veränderung" "November 2025" \
    "Gesundheit" "Politik und Regierung"
check a_report_in_russian speaks ru "Неделя в" "95%-й интервал" "ноября 2025" "Здоровье"
check own_topics_keep_their_names own_names_are_kept
check sub_topics_have_names_too sub_topics_are_named
check the_language_is_named_in_the_configuration named_in_the_configuration
check a_language_that_is_not_there_is_refused exits_with 2 "$BROADSHEET" report -q --report-lang tlh \
    -o "$work/none" corpus/sample
finish
