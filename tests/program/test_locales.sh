#!/bin/sh
# The report has the same bytes in locales that write 1,5 for 1.5, have a dotless i, or other digits.
# The locales are made here with localedef, so none needs to be installed.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

# The C library itself loses a few bytes for each locale looked up by LOCPATH (json-c asks for "C").
ASAN_OPTIONS=detect_leaks=0
export ASAN_OPTIONS

report() { # DIR
    "$BROADSHEET" report -q --date 2025-12-01 -o "$1" corpus/sample
}

# made LOCALE: it can be had, and is in force.
made() {
    mkdir -p "$work/locales"
    localedef -i "$1" -f UTF-8 "$work/locales/$1.UTF-8" 2>/dev/null
    [ "$(LOCPATH=$work/locales LC_ALL=$1.UTF-8 locale lang_ab 2>/dev/null)" = "${1%_*}" ]
}

same_report() { # LOCALE
    LOCPATH=$work/locales LC_ALL=$1.UTF-8 report "$work/$1" && diff -r "$work/C" "$work/$1" &&
        [ -s "$work/C/weekly.pdf" ] && [ -s "$work/C/csv/keyness.csv" ]
}

LC_ALL=C report "$work/C"
for locale in de_DE tr_TR ar_EG; do
    if made $locale; then
        check "the_report_in_${locale}_has_the_same_bytes" same_report $locale
    else
        echo "skip the_report_in_${locale}_has_the_same_bytes: localedef cannot make $locale"
    fi
done
finish
