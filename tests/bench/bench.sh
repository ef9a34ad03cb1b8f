#!/bin/sh
# Every line of PERFORMANCE.md's budgets: CPU seconds as ratios to other programs on the same bytes,
# three runs in turn, medians.
#   [BENCH_BIG=1] [BENCH_MB=100] sh tests/bench/bench.sh build/release
# BENCH_BIG=1 adds what needs 1 GB and takes many minutes; BENCH_MB is the size of the rest.
programs=$1
program=$programs/broadsheet
mb=${BENCH_MB:-100}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=/usr/bin/python3 # Debian's, which has Debian's scikit-learn

# --- what is measured -----------------------------------------------------------------

# run NAME COMMAND...: adds CPU seconds, wall seconds, peak MB and exit code of one run to a file.
run() {
    name=$1
    shift
    $python - "$@" >>"$work/$name" <<'END'
import os, resource, subprocess, sys, time
start = time.monotonic()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode
wall = time.monotonic() - start
times = os.times()
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(times.children_user + times.children_system, wall, peak, code)
END
}

# median NAME [COLUMN]: of its runs; nothing where one failed.
median() {
    [ -s "$work/$1" ] || return 0
    awk '$4 != 0 { wrong = 1 } END { exit wrong }' "$work/$1" || return 0
    awk -v c="${2:-1}" '{ print $c }' "$work/$1" | sort -n |
        awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

ratio() {
    awk -v a="$1" -v b="$2" 'BEGIN { if (a != "" && b > 0) printf "%.4f", a / b }'
}

# line WHAT VALUE UNIT MUST AIM [more]: with `more`, the more the better.
line() {
    awk -v what="$1" -v value="$2" -v unit="$3" -v must="$4" -v aim="$5" -v more="${6:-}" '
        function reached(bar) { return more ? value + 0 >= bar + 0 : value + 0 <= bar + 0 }
        BEGIN {
            if (value == "") { printf "%-58s not measured\n", what; exit }
            sign = more ? ">=" : "<="
            printf "%-58s %7.2f %-8s", what, value, unit
            if (must != "") printf "  must %s %s: %s", sign, must, reached(must) ? "yes" : "NO"
            if (aim != "") printf "  aim %s %s: %s", sign, aim, reached(aim) ? "yes" : "no"
            printf "\n"
        }'
}

# --- what it is measured on --------------------------------------------------------------

# input FILE MB
input() {
    if [ -e ../shared/tools/make_big.py ] &&
        $python ../shared/tools/make_big.py -n "$2" -w 52 -s 1 --sets events2022 -o "$1" >"$work/log" 2>&1; then
        return
    fi
    echo "make_big.py of ../shared is not here: the sample, repeated, serves instead"
    : >"$1"
    copies=0
    while [ "$(wc -c <"$1")" -lt $(($2 * 1000000)) ]; do
        copies=$((copies + 1))
        sed "s/\"id\": \"/&$copies-/" corpus/sample/coastline/*.jsonl >>"$1"
    done
}

input "$work/big.jsonl" "$mb"
$python - "$work/big.jsonl" "$work/ascii.jsonl" "$work/accents.jsonl" <<'END'
import json, sys
accents = str.maketrans("aeiou", "\u00e0\u00e9\u00ee\u00f3\u00fc")
size, written, foreign = 20_000_000, 0, 0

def marked(text):
    """Words get accents until a quarter of all bytes so far is not ASCII."""
    global foreign, written
    words = text.split(" ")
    for w, word in enumerate(words):
        if foreign * 4 < written:
            words[w] = word.translate(accents)
        foreign += 2 * (len(words[w].encode()) - len(word))
        written += len(words[w].encode()) + 1
    return " ".join(words)

def write(path, change):
    left = size
    with open(sys.argv[1], encoding="utf-8") as lines, open(path, "w", encoding="utf-8") as file:
        for line in lines:
            row = json.loads(line)
            row["text"] = change(row["text"].encode("ascii", "ignore").decode())
            out = json.dumps(row, ensure_ascii=False) + "\n"
            left -= len(out.encode())
            if left < 0:
                break
            file.write(out)

write(sys.argv[2], lambda text: text)
write(sys.argv[3], marked)
END
cat >"$work/vectorize.py" <<'END'
import json, sys
from sklearn.feature_extraction.text import CountVectorizer
with open(sys.argv[1], encoding="utf-8") as lines:
    articles = (json.loads(line) for line in lines)
    CountVectorizer(token_pattern=r"(?u)\b\w+\b").fit_transform(
        article["title"] + "\n\n" + article["text"] for article in articles)
END
# What a store holds of an article beside its annotations, as a table that can be searched. By
# sqlite3's own settings, by which what is written outlasts a crash, as it does in a store; and
# with the index merged into one, as a store's weekly counts are. PERFORMANCE.md does not say how
# its own was made, but its 221 MB fit that: in memory a merged index takes 220, one in parts 172.
cat >"$work/parts.sql" <<END
CREATE TABLE lines(line TEXT);
.mode ascii
.separator "\037" "\n"
.import $work/big.jsonl lines
CREATE VIRTUAL TABLE words USING fts5(
    id UNINDEXED, date UNINDEXED, outlet UNINDEXED, language UNINDEXED, title, text);
INSERT INTO words SELECT
    json_extract(line, '\$.id'), json_extract(line, '\$.date'), json_extract(line, '\$.source'),
    json_extract(line, '\$.lang'), json_extract(line, '\$.title'), json_extract(line, '\$.text')
    FROM lines;
END
{
    cat "$work/parts.sql"
    echo "INSERT INTO words(words) VALUES('optimize');"
} >"$work/fts.sql"
"$program" terms -q "$work/big.jsonl" >"$work/terms.csv"
$python - "$work/terms.csv" >"$work/topics.yaml" <<'END'
import collections, csv, sys
counts = collections.Counter()
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        counts[row["term"]] += int(row["count"])
# 500 words, neither the most frequent ones nor rare, in 20 topics; a fifth of them prefixes.
words = [w for w, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
         if w.isascii() and w.isalpha() and len(w) > 4]
step = max(1, min(10, (len(words) - 100) // 500))
for i, word in enumerate(words[100:100 + 500 * step:step]):
    if i % 25 == 0:
        print("topic%d:" % (i // 25))
    print("  - %s" % (word[:-1] + "*" if i % 5 == 0 else word))
END

# --- the runs, in turn -----------------------------------------------------------------------

for round in 1 2 3; do
    rm -f "$work/s.db"* "$work/t.db"* "$work/st.db"* "$work/fts.db"
    run wc env LC_ALL=C wc -w "$work/big.jsonl"
    run terms "$program" terms -q -t 1 "$work/big.jsonl"
    run bigrams "$program" terms -q -t 1 --ngrams 2 "$work/big.jsonl"
    run ingest "$program" ingest -q -t 1 -s "$work/s.db" "$work/big.jsonl"
    run two "$program" ingest -q -t 2 -s "$work/t.db" "$work/big.jsonl"
    run again "$program" ingest -q -t 1 -s "$work/s.db" "$work/big.jsonl"
    run report "$program" report -q -s "$work/s.db" -o "$work/out"
    run fts sqlite3 "$work/fts.db" ".read $work/fts.sql"
    rm -f "$work/fts.db"*
    run parts sqlite3 "$work/fts.db" ".read $work/parts.sql"
    if $python -c 'import sklearn' 2>"$work/log"; then
        run sklearn $python "$work/vectorize.py" "$work/big.jsonl"
    fi
    run ascii "$program" terms -q -t 1 "$work/ascii.jsonl"
    run accents "$program" terms -q -t 1 "$work/accents.jsonl"
    "$programs/tests/bench/stages" "$work/st.db" "$work/topics.yaml" "$work/big.jsonl" \
        >"$work/stages.$round"
    echo "round $round done" >&2
done

# stage NAME COLUMN FILES: the median of the three rounds.
stage() {
    awk -v s="$1" -v c="$2" '$1 == s { print $c }' "$work/$3".[123] | sort -n | sed -n 2p
}

stages() {
    for what in reading tokens words language voices shingles store topics; do
        printf '  %-9s %8.1f\n' "$what" "$(stage "$what" 3 "$1")"
    done
}

articles=$(wc -l <"$work/big.jsonl")
echo "input: $(wc -c <"$work/big.jsonl") bytes, $articles articles"
for what in wc terms bigrams ingest two again report fts parts sklearn; do
    [ -z "$(median $what)" ] || printf '  %-8s %6.2f CPU s %6.2f s wall %6.0f MB\n' $what \
        "$(median $what)" "$(median $what 2)" "$(median $what 3)"
done
line "terms against wc -w" "$(ratio "$(median terms)" "$(median wc)")" times 1.5 0.9
line "ingest with everything against wc -w" "$(ratio "$(median ingest)" "$(median wc)")" times 5 2.5
line "ingest against SQLite FTS5" "$(ratio "$(median ingest)" "$(median fts)")" times 0.5 0.25
line "ingest against SQLite FTS5, its index left in parts" \
    "$(ratio "$(median ingest)" "$(median parts)")" times "" ""
line "ingest against scikit-learn" "$(ratio "$(median ingest)" "$(median sklearn)")" times 0.35 0.18
echo "stages of this input, MB a CPU second"
stages stages

if [ -d ../shared/corpora ]; then
    for round in 1 2 3; do
        rm -f "$work/st.db"*
        "$programs/tests/bench/stages" "$work/st.db" "$work/topics.yaml" ../shared/corpora/*.jsonl.gz \
            >"$work/real.$round"
    done
    echo "stages of the real sets, MB a CPU second; reading undoes gzip and counts packed bytes"
    stages real
    line "voices alone, real articles" "$(stage voices 3 real)" "MB/CPU s" 80 160 more
else
    echo "voices alone: ../shared/corpora is not here"
fi
line "a dictionary of 500 entries, added to a count" \
    "$(ratio "$(stage topics 2 stages)" "$(median terms)")" "of it" 0.4 0.2
# An upper bound of what they add: the run reads and cuts all anew. Their rows are those of five occurrences in a week.
line "bigrams, in a run of their own, against the count" "$(ratio "$(median bigrams)" "$(median terms)")" times 1.2 ""
line "a quarter of the bytes not ASCII, against ASCII" \
    "$(ratio "$(median accents)" "$(median ascii)")" times 1.7 ""
line "ingest, 2 threads against 1, wall, $mb MB" \
    "$(ratio "$(median two 2)" "$(median ingest 2)")" times 0.66 0.55
line "a second ingest, nothing new, against the first" \
    "$(ratio "$(median again)" "$(median ingest)")" times 0.3 0.1
line "peak memory of ingest, $mb MB" "$(median ingest 3)" MB 256 150
line "report of one week, wall, $articles articles" "$(median report 2)" s "" ""
line "report of one week, CPU" "$(median report)" s "" ""
line "report of one week, peak memory" "$(median report 3)" MB 256 ""

run pdf "$programs/tests/bench/pages" 20
"$programs/tests/bench/pages" 20 >"$work/pages"
line "the PDF alone, dense pages" "$(awk '/^dense_a/ { print $2 }' "$work/pages")" "pages/s" 20 "" more
line "the PDF alone, size" "$(awk '/^kb/ { print $2 }' "$work/pages")" "KB/page" 60 ""
line "the PDF alone, peak memory" "$(median pdf 3)" MB 64 ""

# --- 1 GB --------------------------------------------------------------------------------------

if [ -n "${BENCH_BIG:-}" ]; then
    input "$work/small.jsonl" 10
    input "$work/huge.jsonl" 1000
    for round in 1 2 3; do
        rm -f "$work/s.db"* "$work/h.db"*
        run small "$program" ingest -q -t 1 -s "$work/s.db" "$work/small.jsonl"
        run huge2 "$program" ingest -q -t 2 -s "$work/h.db" "$work/huge.jsonl"
        # A second store beside the first would be written to memory that a virtual machine has
        # not touched yet, which costs more than all the writing.
        rm -f "$work/h.db"*
        run huge "$program" ingest -q -t 1 -s "$work/h.db" "$work/huge.jsonl"
        run hugeagain "$program" ingest -q -t 1 -s "$work/h.db" "$work/huge.jsonl"
        echo "round $round of 1 GB done" >&2
    done
    rm -f "$work/h.db"*
    head -n 1000000 "$work/huge.jsonl" | "$program" ingest -q -s "$work/h.db" -
    for round in 1 2 3; do
        run hugereport "$program" report -q -s "$work/h.db" -o "$work/out"
    done
    line "cost a MB, 1 GB against 10 MB" \
        "$(ratio "$(ratio "$(median huge)" 100)" "$(median small)")" times 1.3 1.1
    line "ingest, 2 threads against 1, wall, 1 GB" \
        "$(ratio "$(median huge2 2)" "$(median huge 2)")" times 0.66 0.55
    line "peak memory of ingest, 1 GB, 1 thread" "$(median huge 3)" MB 256 150
    line "peak memory of ingest, 1 GB, 2 threads" "$(median huge2 3)" MB 256 150
    line "a second ingest of 1 GB, nothing new, against the first" \
        "$(ratio "$(median hugeagain)" "$(median huge)")" times 0.3 0.1
    line "report of one week, wall, 1,000,000 articles" "$(median hugereport 2)" s 5 1.5
    line "report of one week, CPU" "$(median hugereport)" s "" ""
    line "report of one week, peak memory" "$(median hugereport 3)" MB 256 ""
else
    echo "1 GB against 10 MB, its threads, memory and report: only with BENCH_BIG=1"
fi

# Stories: CPU seconds an article must not grow with their number.
for part in 10000 50000 100000; do
    head -n $part "$work/big.jsonl" >"$work/part.jsonl"
    rm -f "$work/s.db"*
    "$program" ingest -q -s "$work/s.db" "$work/part.jsonl"
    run "stories$part" "$program" stories -q --from 2020-01-01 --to 2020-12-31 -s "$work/s.db"
    [ -z "$(median stories$part)" ] ||
        awk -v articles=$part -v seconds="$(median stories$part)" 'BEGIN {
            printf "stories of %6d articles: %.2f CPU s, %.0f microseconds an article\n",
                articles, seconds, 1e6 * seconds / articles }'
done
