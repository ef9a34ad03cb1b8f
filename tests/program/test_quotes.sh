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

# The parts of a quotation are counted as one: they have one speaker.
cat >"$work/parts.py" <<'END'
import csv, sys

speakers, parts = {}, 0
for row in csv.DictReader(sys.stdin):
    known = speakers.setdefault((row["article_id"], row["quote_id"]), row["speaker"])
    parts += 1
    if row["speaker"] != known:
        sys.exit("%s, quotation %s: %s and %s" % (row["article_id"], row["quote_id"], known, row["speaker"]))
sys.exit(0 if parts > len(speakers) > 0 else "no quotation has parts")
END

quotations_have_one_speaker() { # PATH
    "$BROADSHEET" quotes -q "$1" >"$work/parts.csv" && python3 "$work/parts.py" <"$work/parts.csv"
}

check a_quotation_of_the_sample_has_one_speaker quotations_have_one_speaker corpus/sample
if [ -e ../shared/gold ]; then
    check a_quotation_of_polnear_has_one_speaker quotations_have_one_speaker ../shared/gold/polnear.dev.jsonl
    check a_quotation_of_modern_has_one_speaker quotations_have_one_speaker ../shared/gold/modern.dev.jsonl
else
    echo "skip a_quotation_of_polnear_has_one_speaker: ../shared is not here"
    echo "skip a_quotation_of_modern_has_one_speaker: ../shared is not here"
fi

# With a week or days: what that report's quotes.csv holds; without, all.
quotes_are_the_reports() { # OPTION...
    "$BROADSHEET" report -q -o "$work/report" "$@" corpus/sample &&
        "$BROADSHEET" quotes -q "$@" corpus/sample >"$work/chosen.csv" &&
        "$BROADSHEET" quotes -q --format table "$@" corpus/sample >"$work/chosen.txt" &&
        "$BROADSHEET" quotes -q corpus/sample >"$work/all.csv" &&
        cmp "$work/report/csv/quotes.csv" "$work/chosen.csv" &&
        [ "$(wc -l <"$work/chosen.csv")" -lt "$(wc -l <"$work/all.csv")" ] &&
        [ "$(grep -c '^[^ ]' "$work/chosen.txt")" -eq "$(($(wc -l <"$work/chosen.csv") - 1))" ]
}

check a_weeks_quotations_are_its_reports quotes_are_the_reports -w 2025-W40
check some_days_quotations_are_their_reports quotes_are_the_reports --from 2025-10-06 --to 2025-10-12
check a_week_without_quotations_ends_with_3 exits_with 3 "$BROADSHEET" quotes -w 2020-W01 corpus/sample

# For people's eyes: the sentence, with the speech, the mention and the cue marked.
printf '%s\n' '{"id":"a","text":"It rained. \"We\u001b[31m won,\" Ann Miller said on Monday. Then \"no\" was heard."}' \
    >"$work/eyes.jsonl"
cat >"$work/plain" <<'END'
a 1  Ann Miller  (direct, ranker:after-cue, NN %)
    "[[We\x1b[31m won,]]" <Ann Miller> {said} on Monday.
END
sed 's/\[\[/~[1m/; s/]]/~[0m/; s/<\(.*\)>/~[4m\1~[0m/; s/{\(.*\)}/~[36m\1~[0m/' "$work/plain" |
    tr '~' '\033' >"$work/typed"

view_is() { # FILE COMMAND...
    wanted=$1
    shift
    "$@" 2>/dev/null | tr -d '\r' | sed 's,[0-9]* %),NN %),' | diff "$wanted" -
}

on_a_terminal() {
    script -qec "$BROADSHEET quotes -q $work/eyes.jsonl" /dev/null
}

# The person of a roster, or of a rule, stands behind the speaker.
printf 'name,aliases\nAnna Miller-Roe,Ann Miller\n' >"$work/roster.csv"
sed 's/Ann Miller  (/Ann Miller = Anna Miller-Roe  (/' "$work/plain" >"$work/named"

check a_quotation_shows_its_person_too view_is "$work/named" \
    "$BROADSHEET" quotes -q --format table --people "$work/roster.csv" "$work/eyes.jsonl"
check a_quotation_is_shown_in_its_sentence view_is "$work/plain" \
    "$BROADSHEET" quotes -q --format table "$work/eyes.jsonl"
if script -qec true /dev/null >/dev/null 2>&1; then
    check a_terminal_shows_it_by_type view_is "$work/typed" on_a_terminal
else
    echo "skip a_terminal_shows_it_by_type: there is no terminal to be had here (script, /dev/pts)"
fi
finish
