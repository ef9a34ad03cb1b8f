#!/bin/sh
# No list was made for the labelled articles: without every given name that their labels hold, the
# speakers are nearly the same. `make` builds the program with that lexicon beside the other.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

scorer=../shared/tools/score_quotes.py
nameless=$(dirname "$BROADSHEET")/nameless/broadsheet

end_to_end() { # PROGRAM SET
    "$1" quotes -q "../shared/gold/$2.jsonl" >"$work/quotes.csv" &&
        python3 "$scorer" "../shared/gold/$2.jsonl" "$work/quotes.csv" --bytes |
        awk '$1 == "direct@0.8" {print $NF, $2}'
}

# The F1 differs by less than 0.005; in a small set, by less than three of its quotations.
hardly_changes() { # SET
    with=$(end_to_end "$BROADSHEET" "$1")
    without=$(end_to_end "$nameless" "$1")
    echo "$1: F1 and quotations: $with with, $without without the names"
    echo "$with $without" | awk '{most = 3 / $2 > 0.005 ? 3 / $2 : 0.005; exit !($1 > 0.5 && $1 - $3 < most && $3 - $1 < most)}'
}

# The lists of that program are shorter, and not empty.
names_are_missing() {
    all=$(cat corpus/lexicon/*/given.txt | wc -l)
    left=$(cat "$(dirname "$nameless")"/corpus/lexicon/*/given.txt | wc -l)
    echo "$all given names, $left left"
    [ "$left" -gt 0 ] && [ "$left" -lt "$all" ]
}

if [ -x "$nameless" ]; then
    check names_are_taken_out_of_the_lexicon names_are_missing
else
    echo "skip names_are_taken_out_of_the_lexicon: ../shared is not here"
fi
for set in polnear.dev modern.dev seed; do
    if [ -x "$nameless" ] && [ -e "$scorer" ]; then
        check "the_names_of_${set%.dev}_are_not_needed" hardly_changes "$set"
    else
        echo "skip the_names_of_${set%.dev}_are_not_needed: ../shared is not here"
    fi
done
finish
