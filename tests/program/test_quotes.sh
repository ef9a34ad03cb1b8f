#!/bin/sh
# Who said what in the sample, scored against its labels; the seed where ../shared is there.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

scorer=../shared/tools/score_quotes.py

score() { # GOLD QUOTES VIEW LEAST
    python3 "$scorer" "$1" "$2" --bytes | awk -v view="$3" -v least="$4" \
        '$1 == view {print; found = 1; exit !($NF >= least)} END {if (!found) exit 1}'
}

if [ -e "$scorer" ]; then
    "$BROADSHEET" quotes corpus/sample >"$work/sample.csv"
    check the_samples_quotations_are_found score tests/articles/sample.gold.jsonl "$work/sample.csv" marked@0.8 0.92
    "$BROADSHEET" quotes ../shared/seed >"$work/seed.csv"
    check the_seeds_quotations_have_their_speakers score ../shared/gold/seed.jsonl "$work/seed.csv" marked@0.8 1.000
else
    echo "skip the_samples_quotations_are_found: ../shared is not here"
    echo "skip the_seeds_quotations_have_their_speakers: ../shared is not here"
fi
finish
