#!/bin/sh
# Runs test programs and test scripts, as many at a time as there are processors, then says how many tests
# passed, failed and were skipped.
#   sh tests/run.sh OUT PROGRAM... -- SCRIPT...
# A cmocka program prints its own lines; a script prints `ok NAME`, `not ok NAME` or `skip NAME: why`.

# One of them, by itself: what it says and its exit code are kept in OUT/tests/logs.
if [ "$1" = --one ]; then
    logs=$2 number=$3 test=$4
    case $test in
    *.sh) sh "$test" >"$logs/$number.log" 2>&1 ;;
    *) "./$test" >"$logs/$number.log" 2>&1 ;;
    esac
    echo $? >"$logs/$number.code"
    exit 0
fi

out=$1
shift
log=$out/tests.log
logs=$out/tests/logs
rm -rf "$logs"
mkdir -p "$logs"
ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=1}
LSAN_OPTIONS=suppressions=$PWD/tests/lsan.supp:print_suppressions=0
BROADSHEET=$PWD/$out/broadsheet
export ASAN_OPTIONS LSAN_OPTIONS BROADSHEET

number=0
for test in "$@"; do
    [ "$test" != -- ] || continue
    number=$((number + 1))
    echo "$logs $number $test"
done >"$logs/all"
xargs -P "$(nproc)" -L 1 sh "$0" --one <"$logs/all"

: >"$log"
failed_programs=""
while read -r _ number test; do
    cat "$logs/$number.log" >>"$log"
    if [ "$(cat "$logs/$number.code")" != 0 ]; then
        failed_programs="$failed_programs $test"
        cat "$logs/$number.log"
    fi
    grep -hE '^(\[  SKIPPED \]|skip ) ?.*' "$logs/$number.log" | sort -u
done <"$logs/all"

passed=$(grep -cE '^\[       OK \]|^ok ' "$log")
failed=$(grep -E '^\[  FAILED  \] [a-z_0-9]+$|^not ok ' "$log" | sort -u | wc -l) # cmocka names each twice
skipped=$(grep -cE '^\[  SKIPPED \] [a-z_0-9]+$|^skip ' "$log")
if [ -n "$failed_programs" ]; then
    echo "failed:$failed_programs"
    [ "$failed" -gt 0 ] || failed=1
fi
worked=$(grep -hE '^ +[0-9]+ worked values$' "$log" | awk '{sum += $1} END {print sum + 0}')
alone=$(cat tests/analysis/*.c | grep -cE 'assert_(close|near)\(.*, -?[0-9.]+(e-?[0-9]+)?, ')
echo "$worked worked values by R in tables, $alone more one by one, and those of tests/tables/*.py"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
