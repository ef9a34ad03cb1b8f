#!/bin/sh
# Days and weeks of instants in many zones, as Python has them, whatever zone the process is in.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

weeks=tests/program/iso_weeks.py

list() { # ZONE
    "$BROADSHEET" articles -q --date 2025-07-01 --from 2015-12-01 --to 2025-06-30 --zone "$1" "$work/a.jsonl"
}

as_python() { # ZONE
    list "$1" >"$work/articles.csv"
    [ $? -le 1 ] && python3 "$weeks" compare "$1" "$work/articles.csv"
}

same_in_any_process_zone() {
    list Europe/Berlin >"$work/one.csv"
    for zone in Pacific/Kiritimati Etc/GMT+12 America/New_York nonsense; do
        TZ=$zone list Europe/Berlin >"$work/two.csv"
        cmp "$work/one.csv" "$work/two.csv" || return 1
    done
    [ "$(wc -l <"$work/one.csv")" -gt 1500 ]
}

# Dates that are none, far away or to come: each article is listed, or is outside the days asked for.
missing_far_and_future_dates() {
    cat >"$work/far.jsonl" <<'END'
{"id":"moon","date":"1969-07-20","source":"X","text":"one small step"}
{"id":"none","source":"X","text":"no day at all"}
{"id":"impossible","date":"2024-13-01","source":"X","text":"a thirteenth month"}
{"id":"now","date":"2024-06-12","source":"X","text":"a plain day"}
{"id":"ahead","date":"2099-01-01","source":"X","text":"a day to come"}
END
    "$BROADSHEET" articles -q --date 2024-07-01 "$work/far.jsonl" >"$work/now.csv"
    "$BROADSHEET" articles -q --date 2024-07-01 --from 1969-07-01 --to 1969-07-31 "$work/far.jsonl" >"$work/moon.csv"
    "$BROADSHEET" articles -q --date 2024-07-01 --from 2098-12-29 --to 2099-01-04 "$work/far.jsonl" >"$work/ahead.csv"
    grep -q '^now,2024-06-12,2024-W24,.*,study,' "$work/now.csv" &&
        grep -q '^moon,1969-07-20,1969-W29,.*,study,' "$work/moon.csv" &&
        grep -q '^ahead,2099-01-01,2099-W01,.*,study,' "$work/ahead.csv" || return 1
    for listed in now moon ahead; do
        [ "$(grep -cE '^(none|impossible),,,.*,undated,' "$work/$listed.csv")" -eq 2 ] || return 1
    done
}

python3 "$weeks" articles >"$work/a.jsonl"
if [ -e /usr/share/zoneinfo/Europe/Berlin ]; then
    for zone in UTC +14:00 -12:00 Pacific/Kiritimati Etc/GMT+12 Europe/Berlin America/New_York Asia/Kathmandu \
        Australia/Lord_Howe; do
        check "weeks_in_$(echo "$zone" | tr -c 'A-Za-z0-9\n' _)_are_those_of_python" as_python "$zone"
    done
    check weeks_do_not_depend_on_the_zone_of_the_process same_in_any_process_zone
else
    echo "skip weeks_in_zones_are_those_of_python: no /usr/share/zoneinfo is here"
fi
check missing_far_and_future_dates_are_listed missing_far_and_future_dates
finish
