# shellcheck shell=sh
# What the tests of the program share: sourced by tests/program/test_*.sh.
#   check NAME COMMAND...     prints `ok NAME` when the command succeeds, else `not ok NAME`
# BROADSHEET names the program; each script works in a folder of its own that goes when it ends.
set -u
: "${BROADSHEET:?tests/run.sh sets it}"
failures=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

check() {
    name=$1
    shift
    if "$@" >"$work/check.log" 2>&1; then
        echo "ok $name"
    else
        echo "not ok $name"
        cat "$work/check.log"
        failures=$((failures + 1))
    fi
}

# exits_with CODE COMMAND...: the command ends with this code and says one sentence on standard error.
exits_with() {
    wanted=$1
    shift
    "$@" >"$work/out" 2>"$work/err"
    code=$?
    cat "$work/err"
    [ "$code" -eq "$wanted" ] || {
        echo "exit code $code, not $wanted"
        return 1
    }
}

finish() {
    [ "$failures" -eq 0 ]
}
