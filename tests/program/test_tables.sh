#!/bin/sh
# Tables on standard output: CSV in a pipe, columns on a terminal, and --format for either.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

# What a command writes to a terminal of its own.
on_a_terminal() {
    script -qec "$BROADSHEET topics -q --date 2025-12-01 $1 corpus/sample" /dev/null | tr -d '\r'
}

first_line_is() {
    wanted=$1
    shift
    "$@" 2>/dev/null | head -n 1 >"$work/line"
    grep -q "$wanted" "$work/line" || {
        cat "$work/line"
        return 1
    }
}

topics() {
    "$BROADSHEET" topics -q --date 2025-12-01 "$@" corpus/sample
}

check a_pipe_gets_csv first_line_is '^week,topic,hits,' topics
check a_pipe_gets_columns_when_asked first_line_is '^week  *topic  *hits' topics --format table
if script -qec true /dev/null >/dev/null 2>&1; then
    check a_terminal_gets_columns first_line_is '^week  *topic  *hits' on_a_terminal ''
    check a_terminal_gets_csv_when_asked first_line_is '^week,topic,hits,' on_a_terminal '--format csv'
else
    echo "skip a_terminal_gets_columns: there is no terminal to be had here (script, /dev/pts)"
    echo "skip a_terminal_gets_csv_when_asked: there is no terminal to be had here (script, /dev/pts)"
fi
check another_format_ends_with_2 exits_with 2 "$BROADSHEET" topics --format xml corpus/sample

# A title may hold what steers a terminal; it is shown, not obeyed.
printf '%s\n' '{"id":"a","date":"2025-11-24","title":"red \u001b[31m and \u202e","text":"Rain fell."}' \
    >"$work/steer.jsonl"
nothing_steers() {
    "$BROADSHEET" articles -q --format table "$work/steer.jsonl" >"$work/steer.out"
    grep -q 'red \\x1b\[31m and \\u202e' "$work/steer.out" && ! grep -q "$(printf '\033')" "$work/steer.out"
}
check nothing_in_a_title_steers_the_terminal nothing_steers

# What stops a report leaves no half of one.
a_signal_ends_it() {
    mkfifo "$work/never"
    "$BROADSHEET" report -q -o "$work/stopped" - <"$work/never" &
    running=$!
    exec 9>"$work/never"
    sleep 1
    kill -TERM "$running"
    wait "$running"
    code=$?
    exec 9>&-
    [ "$code" -eq 143 ] && [ -z "$(find "$work/stopped" -type f)" ]
}
check sigterm_ends_a_report_without_a_file a_signal_ends_it
finish
