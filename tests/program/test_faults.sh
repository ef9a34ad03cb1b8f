#!/bin/sh
# What goes wrong outside: one sentence, the exit code of RELIABILITY.md, nothing half written.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

b() {
    "$BROADSHEET" "$@"
}

unreadable_folder() {
    if [ "$(id -u)" -ne 0 ]; then
        b report -o "$work/o6" "$work/closed" 2>/dev/null
    else
        setpriv --reuid=65534 --regid=65534 --clear-groups "$work/broadsheet" terms "$work/closed" 2>/dev/null
    fi
    [ $? -eq 3 ]
}

nothing_half_written() {
    exits_with 3 b report -o "$work/o7/deep" "$work/empty" && [ ! -e "$work/o7" ] &&
        exits_with 3 b compare nobody nowhere -o "$work/o7" corpus/sample && [ ! -e "$work/o7" ] &&
        mkdir "$work/o7" && exits_with 3 b compare nobody nowhere -o "$work/o7" corpus/sample &&
        rmdir "$work/o7"
}

mkdir "$work/empty" "$work/closed" "$work/binary" "$work/bad"
echo text >"$work/closed/a.txt"
cp "$BROADSHEET" "$work/broadsheet"
chmod 755 "$work" "$work/broadsheet"
chmod 000 "$work/closed"
printf 'a\0b\1\2\3' >"$work/binary/a.txt"
printf 'Title here\nBody with \377\376 bad bytes in it.\n' >"$work/bad/2025-01-01.txt"
echo file >"$work/file"

check a_missing_path_ends_with_3 exits_with 3 b report -o "$work/o1" "$work/missing"
check an_empty_folder_ends_with_3 exits_with 3 b report -o "$work/o2" "$work/empty"
check a_binary_file_alone_ends_with_3 exits_with 3 b report -o "$work/o3" "$work/binary"
check invalid_utf8_is_repaired_and_ends_with_1 exits_with 1 b report -o "$work/o4" "$work/bad"
check an_output_that_cannot_be_made_ends_with_4 exits_with 4 b report -o "$work/file/out" corpus/sample
check a_folder_without_permission_ends_with_3 unreadable_folder
check nothing_is_half_written nothing_half_written
a_zone_that_is_none_is_refused_with_a_store_too() {
    b ingest -q -s "$work/zone.db" corpus/sample && exits_with 2 b topics -s "$work/zone.db" --zone Europe/Nowhere
}
check a_zone_that_is_none_is_refused_with_a_store_too a_zone_that_is_none_is_refused_with_a_store_too
check an_unknown_option_ends_with_2 exits_with 2 b report --wrong
an_unknown_command_is_named() {
    exits_with 2 b nonsense && echo "broadsheet: there is no command 'nonsense'; broadsheet --help lists them" |
        cmp - "$work/err"
}
check an_unknown_command_is_named_and_ends_with_2 an_unknown_command_is_named
an_unknown_command_steers_no_terminal() {
    exits_with 2 b "$(printf 'non\033[31msense')" && grep -qF '\x1b[31m' "$work/err"
}
check an_unknown_command_steers_no_terminal an_unknown_command_steers_no_terminal
# Names of files are said with their controls shown.
a_path_steers_no_terminal() {
    path="$work/$(printf 'red\033[31m')"
    b ingest -q -s "$path.db" --shard 1/2 corpus/sample && b articles -s "$path.db" >"$work/out" 2>"$work/err" &&
        grep -qF 'red\x1b[31m.db holds shards 1 of 2 only' "$work/err" &&
        b audit -s "$path.db" -o "$path.csv" >"$work/out" 2>"$work/err" &&
        grep -qF 'red\x1b[31m.csv.' "$work/out" && ! grep -qF "$(printf '\033')" "$work/out" "$work/err"
}
check a_path_steers_no_terminal a_path_steers_no_terminal
check no_command_ends_with_2 exits_with 2 b
an_id_that_is_missing_is_asked_for() {
    exits_with 2 b explain && grep -q 'which id' "$work/err"
}
check an_id_that_is_missing_is_asked_for an_id_that_is_missing_is_asked_for
a_number_too_large_is_the_largest() {
    [ "$(b terms --ngrams 2 --least 4294967295 corpus/sample | wc -l)" -eq 1 ]
}
check a_number_too_large_is_the_largest a_number_too_large_is_the_largest
check a_week_that_is_none_ends_with_2 exits_with 2 b report -w 2025-W99 corpus/sample
# says TEXT ARGUMENT...: a fault of the command line, whose sentence has the text in it.
says() {
    text=$1
    shift
    exits_with 2 b "$@" && grep -qF -e "$text" "$work/err"
}
check a_week_that_is_none_is_named says '--week 2025-W60: ' report --week 2025-W60 corpus/sample
check it_is_so_behind_its_letter says '--week 2025-W60: ' report -w2025-W60 corpus/sample
check a_day_that_is_none_is_named says '--from 2025-02-30: ' report --from=2025-02-30 corpus/sample
check a_number_that_is_none_is_named says '--seed -1: ' terms --seed=-1 corpus/sample
check a_sample_too_large_is_named says '--size 100000: ' audit --size 100000 -o "$work/a" corpus/sample
check days_in_the_wrong_order_are_named says '--from 2025-12-01 lies after --to 2025-11-01' \
    terms --from 2025-12-01 --to 2025-11-01 corpus/sample
check a_language_that_is_none_is_named says '--lang xx: ' articles --lang xx corpus/sample
check it_is_so_for_a_store_too says '--lang zz: ' ingest -s "$work/none.db" --lang zz corpus/sample
check a_language_without_a_stop_list_is_taken b articles -q --lang ca corpus/sample
check a_language_may_be_taken_for_unknown b articles -q --lang und corpus/sample
a_stores_language_stands() {
    b ingest -q -s "$work/lang.db" corpus/sample && says 'or by its --refresh=all' articles -s "$work/lang.db" --lang de
}
check the_language_of_a_store_as_it_is_is_not_changed a_stores_language_stands
days_without_articles_are_named() {
    b report -o "$work/o8" --from "$1" --to "$2" corpus/sample 2>&1 | grep -q "no articles in the days from $1 to $2;" &&
        b kwic the --from "$2" --to "$2" corpus/sample 2>&1 | grep -q "no articles in the days from $2 to $2;" &&
        b report -o "$work/o8" --from "$3" corpus/sample 2>&1 | grep -q "no articles in the days from $3 on;" &&
        b report -o "$work/o8" --to "$1" corpus/sample 2>&1 | grep -q "no articles in the days up to $1;"
}
check days_without_articles_are_named days_without_articles_are_named 2001-01-01 2001-02-01 2031-01-01
check a_week_without_articles_ends_with_3 exits_with 3 b report -o "$work/o8" -w 2001-W01 corpus/sample
check a_store_that_is_none_ends_with_6 exits_with 6 b terms -s "$work/bad/2025-01-01.txt"
# U+10FFFD is for private use: no font has it.
printf '%s\n' '{"id":"a","date":"2025-11-24","title":"odd \udbff\udffd letter","text":"Rain fell."}' \
    >"$work/odd.jsonl"
odd_letter_is_said() {
    b report -o "$work/o9" "$work/odd.jsonl" 2>&1 | grep -q "none of the fonts, first in 'odd "
}
check a_letter_without_a_font_is_said odd_letter_is_said
check a_letter_without_a_font_fails_when_strict exits_with 3 b report --strict -o "$work/o10" "$work/odd.jsonl"
check help_ends_with_0 exits_with 0 b report --help
the_version_is_said() {
    b --version >"$work/version" && b report --version | cmp - "$work/version" &&
        grep -q '^broadsheet [0-9]' "$work/version"
}
check the_version_is_said_and_ends_with_0 the_version_is_said
the_manual_names_all() {
    "$BROADSHEET" --help >"$work/help" && sed 's/\\f[A-Z]//g; s/\\//g' reports/cli/broadsheet.1 >"$work/manual" || return 1
    for name in $(sed -n '/^commands:/,/^options:/s/^  \([a-z]*\) .*/\1/p' "$work/help") $(grep -oE -e '--[a-z-]+ ' "$work/help"); do
        grep -qE -e "(^|[^a-z-])$name([^a-z-]|\$)" "$work/manual" || {
            echo "$name is not in broadsheet.1"
            return 1
        }
    done
}
check the_manual_names_each_command_and_option the_manual_names_all
chmod 755 "$work/closed"
# An option of another command is refused, not passed over.
another_commands_option() {
    exits_with 2 b topics --ngrams 2 corpus/sample && grep -q 'is no option of topics; it belongs to terms' "$work/err" &&
        exits_with 2 b compare --audit sheet.csv a b corpus/sample
}
check an_option_of_another_command_is_refused another_commands_option
check a_command_takes_an_option_that_it_shares b collocations -q --least 6 storm corpus/sample
finish
