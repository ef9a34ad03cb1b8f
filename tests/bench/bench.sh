#!/bin/sh
# Speed as ratios of CPU seconds to `LC_ALL=C wc -w` on the same bytes, three runs in turn, medians.
#   sh tests/bench/bench.sh PROGRAM
program=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ -e ../shared/tools/make_big.py ]; then
    python3 ../shared/tools/make_big.py -n 20 -w 52 -s 1 --sets events2022 >"$work/big.jsonl" 2>"$work/log" ||
        rm -f "$work/big.jsonl"
fi
if [ ! -s "$work/big.jsonl" ]; then
    echo "make_big.py of ../shared is not here: the sample, repeated, serves instead"
    for n in $(seq 200); do
        sed "s/\"id\": \"/&$n-/" corpus/sample/coastline/*.jsonl
    done >"$work/big.jsonl"
fi

# CPU seconds, user and system, of one run.
cpu() {
    python3 - "$@" <<'END'
import os, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
times = os.times()
print(times.children_user + times.children_system)
END
}

median() {
    sort -n | sed -n 2p
}

for round in 1 2 3; do
    LC_ALL=C cpu wc -w "$work/big.jsonl" >>"$work/wc"
    cpu "$program" terms -q -t 1 "$work/big.jsonl" >>"$work/terms"
    rm -f "$work/s.db"*
    cpu "$program" ingest -q -t 1 -s "$work/s.db" "$work/big.jsonl" >>"$work/ingest"
    cpu "$program" ingest -q -t 1 -s "$work/s.db" "$work/big.jsonl" >>"$work/again"
    echo "round $round done" >&2
done
base=$(median <"$work/wc")
echo "input: $(wc -c <"$work/big.jsonl") bytes"
for what in wc terms ingest again; do
    median <"$work/$what" | awk -v what="$what" -v base="$base" \
        '{printf "%-7s %.2f CPU s, %.1f times wc -w\n", what, $1, $1 / base}'
done

# Stories: CPU seconds an article must not grow with their number.
if [ -e ../shared/tools/make_big.py ]; then
    python3 ../shared/tools/make_big.py -n 80 -w 52 -s 1 --sets events2022 >"$work/grown.jsonl" 2>"$work/log"
    for articles in 10000 50000 100000; do
        head -n $articles "$work/grown.jsonl" >"$work/part.jsonl"
        rm -f "$work/s.db"*
        "$program" ingest -q -s "$work/s.db" "$work/part.jsonl"
        cpu "$program" stories -q --from 2020-01-01 --to 2020-12-31 -s "$work/s.db" |
            awk -v articles=$articles '{printf "stories of %6d articles: %.2f CPU s, %.0f microseconds an article\n",
                articles, $1, 1e6 * $1 / articles}'
    done
fi
