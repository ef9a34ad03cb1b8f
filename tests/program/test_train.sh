#!/bin/sh
# The weights that choose speakers: learnt from labelled articles, read back, refused when damaged.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

gold=tests/articles/sample.gold.jsonl

train() { # FILE
    "$BROADSHEET" train -q -o "$1" "$gold"
}

twice_the_same() {
    train "$work/one" && train "$work/two" && cmp "$work/one" "$work/two" &&
        grep -q '^# fitted on [1-9][0-9]* quotations of sample.gold.jsonl' "$work/one"
}

# What cannot be written leaves the weights of before.
in_one_piece() {
    cp "$work/one" "$work/kept" && mkdir "$work/kept.part" &&
        exits_with 4 "$BROADSHEET" train -q -o "$work/kept" "$gold" && grep -q 'kept.part' "$work/err" &&
        cmp "$work/one" "$work/kept" && rmdir "$work/kept.part" || return 1
    echo old >"$work/kept"
    train "$work/kept" && cmp "$work/one" "$work/kept" && [ ! -e "$work/kept.part" ] || return 1
    (cd "$work" && "$BROADSHEET" train -q -o here "$OLDPWD/$gold") && cmp "$work/one" "$work/here"
}

used() {
    "$BROADSHEET" quotes corpus/sample --weights "$work/one" >"$work/quotes.csv" &&
        grep -q ',ranker:[a-z-]*,0\.[0-9]*,' "$work/quotes.csv"
}

damaged() {
    sed '4s/.*/weight nothing 1/' "$work/one" >"$work/damaged"
    exits_with 3 "$BROADSHEET" quotes corpus/sample --weights "$work/damaged" &&
        grep -q 'damaged line 4: ' "$work/err"
}

not_gold() {
    printf '{"text": "Short.", "quotes": [{"start": 2, "end": 90}]}\n' >"$work/bad.jsonl"
    exits_with 3 "$BROADSHEET" train -o "$work/none" "$work/bad.jsonl" &&
        grep -q 'bad.jsonl line 1: ' "$work/err"
}

nothing_to_learn() {
    printf '{"text": "Short.", "quotes": []}\n' >"$work/empty.jsonl"
    exits_with 3 "$BROADSHEET" train -o "$work/none" "$work/empty.jsonl"
}

# Other weights are another setting.
settings_with() { # FOLDER OPTION...
    folder=$1
    shift
    "$BROADSHEET" report -q --date 2025-12-01 -o "$work/$folder" "$@" corpus/sample &&
        python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["settings"]["sha256"])' \
            "$work/$folder/manifest.json" >"$work/$folder.sum"
}
weights_shape_the_settings_sum() {
    settings_with plain && settings_with weighed --weights "$work/one" && settings_with again --weights "$work/two" &&
        ! cmp -s "$work/plain.sum" "$work/weighed.sum" && cmp "$work/weighed.sum" "$work/again.sum"
}

# A store's quotations are as they were read, unless they are found anew.
a_store_is_not_weighed() {
    "$BROADSHEET" ingest -q -s "$work/s.db" corpus/sample &&
        exits_with 2 "$BROADSHEET" quotes -s "$work/s.db" --weights "$work/one" &&
        grep -q -- '--refresh=all' "$work/err" || return 1
    "$BROADSHEET" quotes -q -s "$work/s.db" --weights "$work/one" --refresh=all >"$work/anew.csv" &&
        "$BROADSHEET" quotes -q corpus/sample --weights "$work/one" >"$work/read.csv" &&
        cmp "$work/anew.csv" "$work/read.csv"
}

check the_same_articles_give_the_same_weights twice_the_same
check weights_are_written_in_one_piece in_one_piece
check weights_choose_speakers_and_say_how_sure_they_are used
check weights_shape_the_settings_sum weights_shape_the_settings_sum
check weights_on_a_store_that_is_not_read_anew_are_refused a_store_is_not_weighed
check a_damaged_file_of_weights_is_refused_with_its_line damaged
check a_label_outside_its_text_is_refused_with_its_line not_gold
check articles_without_labels_teach_nothing nothing_to_learn
check training_without_a_file_to_write_is_refused exits_with 2 "$BROADSHEET" train "$gold"
check a_file_of_weights_that_is_not_there_is_named exits_with 2 "$BROADSHEET" quotes corpus/sample --weights "$work/not-there"
finish
