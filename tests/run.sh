#!/bin/sh
# Runs test programs and test scripts, then says how many tests passed, failed and were skipped.
#   sh tests/run.sh OUT PROGRAM... -- SCRIPT...
# A cmocka program prints its own lines; a script prints `ok NAME`, `not ok NAME` or `skip NAME: why`.
out=$1
shift
log=$out/tests.log
: >"$log"
failed_programs=""
ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=1}
LSAN_OPTIONS=suppressions=$PWD/tests/lsan.supp:print_suppressions=0
BROADSHEET=$PWD/$out/broadsheet
export ASAN_OPTIONS LSAN_OPTIONS BROADSHEET

scripts=no
for test in "$@"; do
    if [ "$test" = -- ]; then
        scripts=yes
        continue
    fi
    if [ $scripts = yes ]; then
        sh "$test" >"$out/one.log" 2>&1
    else
        "./$test" >"$out/one.log" 2>&1
    fi
    status=$?
    cat "$out/one.log" >>"$log"
    if [ $status -ne 0 ]; then
        failed_programs="$failed_programs $test"
        cat "$out/one.log"
    fi
    grep -hE '^(\[  SKIPPED \]|skip ) ?.*' "$out/one.log" | sort -u
done

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
