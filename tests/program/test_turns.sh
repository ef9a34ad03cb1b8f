#!/bin/sh
# Transcripts: words by speaker against a corpus's own label, with and without its line breaks.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

corpus=../shared/corpora/whitehouse.jsonl.gz

words_agree() { # CORPUS LEAST
    "$BROADSHEET" quotes -q "$1" >"$work/quotes.csv" &&
        python3 tests/program/turn_words.py "$1" "$work/quotes.csv" "$2" >"$work/figure"
    ended=$?
    sed "s|^|# |" "$work/figure" >&3
    return $ended
}

without_line_breaks() {
    gzip -dc "$corpus" | sed 's/\\n\(\\n\)*/ /g' | gzip -1 >"$work/flat.jsonl.gz"
}

printf '%s\n' '{"id":"a","date":"2025-11-24","text":"THE MAYOR: One two three.\nMRS. ROE: Four."}' \
    '{"id":"b","date":"2025-11-25","text":"“Five six,” Ann Miller said. Bob Stone said that it was late."}' \
    >"$work/talk.jsonl"

speakers_are() { # SPEAKERS OPTION...
    wanted=$1
    shift
    "$BROADSHEET" speakers -q --date 2025-12-01 -w 2025-W48 "$@" "$work/talk.jsonl" |
        tail -n +2 | cut -d , -f 2,4 | sort -u | tr '\n' ' ' >"$work/speakers"
    cat "$work/speakers"
    [ "$(cat "$work/speakers")" = "$wanted" ]
}

check turns_are_out_of_the_shares speakers_are '(unattributed),0 Ann Miller,2 '
check with_turns_they_are_in speakers_are \
    '(unattributed),0 Ann Miller,2 MRS. ROE,1 THE MAYOR,3 ' --turns
check with_indirect_indirect_speech_is_in speakers_are \
    '(unattributed),0 Ann Miller,2 Bob Stone,3 ' --indirect

# What is counted shapes a report: its command and its settings say so.
manifest_of() { # OPTION...
    "$BROADSHEET" report -q --date 2025-12-01 -w 2025-W48 -o "$work/shaped" "$@" "$work/talk.jsonl" &&
        python3 -c 'import json, sys; made = json.load(open(sys.argv[1])); print(made["command"], made["settings"]["sha256"])' \
            "$work/shaped/manifest.json"
}
flags_leave_a_trace() {
    for option in '' --stories --turns --indirect; do
        manifest_of $option >"$work/trace" && grep -q -- " ${option:---week 2025-W48}" "$work/trace" || return 1
        sed 's/.* //' "$work/trace"
    done >"$work/sums"
    [ "$(sort -u "$work/sums" | wc -l)" -eq 4 ]
}
check what_is_counted_leaves_a_trace_in_the_manifest flags_leave_a_trace

# A store keeps what was found while it was read: to look for more it is read anew.
"$BROADSHEET" ingest -q -s "$work/talk.db" "$work/talk.jsonl"
from_store() { # OPTION...
    "$BROADSHEET" speakers --format csv --date 2025-12-01 -w 2025-W48 -s "$work/talk.db" "$@" >"$work/out" 2>"$work/err"
}
a_store_without_it_says_so() {
    from_store --indirect && grep -q '^broadsheet: --indirect .* add --refresh=all$' "$work/err" || return 1
    from_store --indirect -q && [ ! -s "$work/err" ] && ! grep -q 'Bob Stone' "$work/out"
}
no_page_claims_it() {
    "$BROADSHEET" report -q --date 2025-12-01 -w 2025-W48 --indirect -s "$work/talk.db" -o "$work/talk" &&
        pdftotext "$work/talk/weekly.pdf" - | tr '\n' ' ' >"$work/talk.txt" &&
        grep -q 'Method and uncertainty' "$work/talk.txt" && ! grep -q 'are also those of' "$work/talk.txt"
}
read_anew_it_is_there() {
    from_store --indirect --refresh=all && grep -q ',Bob Stone,' "$work/out" || return 1
    from_store --indirect && grep -q ',Bob Stone,' "$work/out" && [ ! -s "$work/err" ] || return 1
    "$BROADSHEET" report -q --date 2025-12-01 -w 2025-W48 --indirect -s "$work/talk.db" -o "$work/talk" &&
        pdftotext "$work/talk/weekly.pdf" - | tr '\n' ' ' | grep -q 'are also those of indirect speech'
}
check a_store_read_without_indirect_speech_says_so a_store_without_it_says_so
check indirect_speech_that_nobody_looked_for_ends_with_2_where_it_is_strict exits_with 2 \
    "$BROADSHEET" speakers --strict --indirect -s "$work/talk.db"
check no_page_claims_indirect_speech_that_nobody_looked_for no_page_claims_it
check a_store_read_anew_has_indirect_speech read_anew_it_is_there

exec 3>&1
if [ -e "$corpus" ]; then
    check a_transcripts_words_go_to_their_speakers words_agree "$corpus" 0.95
    without_line_breaks
    check without_line_breaks_they_still_do words_agree "$work/flat.jsonl.gz" 0.90
else
    echo "skip a_transcripts_words_go_to_their_speakers: ../shared is not here"
    echo "skip without_line_breaks_they_still_do: ../shared is not here"
fi
finish
