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
