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
