#!/bin/sh
# The same articles in another order, on another number of threads: the same bytes in every file.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

# Thirteen weeks of 24 articles with quotations, copies and an uneven press, their lines in the order of a seed.
articles_in_order() {
    python3 - "$1" <<'END'
import datetime, json, random, sys
dice = random.Random(7)
names = ["Anna Berg", "Tom Hale", "Helena Vorsk", "Jonas Whit", "Mary Kell", "Omar Dene"]
words = ("flood storm harbour budget school nurse court police minister strike river wall "
         "train market price election hospital court vaccine festival").split()
lines = []
for week in range(13):
    for n in range(24):
        day = datetime.date(2025, 9, 1) + datetime.timedelta(days=7 * week + dice.randrange(7))
        said = " ".join(dice.choice(words) for _ in range(dice.randrange(4, 30)))
        body = " ".join(dice.choice(words) for _ in range(dice.randrange(20, 200)))
        text = f"The {body}. “We saw the {said},” said {dice.choice(names)}. The {dice.choice(words)} rose."
        lines.append(json.dumps({"id": f"w{week}n{n}", "date": str(day), "text": text,
                                 "source": dice.choice(["Post", "Post", "Courier", "Echo"])}))
    lines.append(json.dumps({**json.loads(lines[-1]), "id": f"w{week}copy", "source": "Echo"}))
random.Random(int(sys.argv[1])).shuffle(lines)
print("\n".join(lines))
END
}

report_of() {
    mkdir -p "$work/in$1" &&
        articles_in_order "$1" >"$work/in$1/news.jsonl" &&
        "$BROADSHEET" report -q --date 2025-12-01 -t "$2" -o "$work/r$1-$2" "$work/in$1/news.jsonl"
}

same_files() {
    (cd "$work/r$1-$2" && find . -type f -exec sha256sum {} + | sort -k 2) >"$work/one"
    (cd "$work/r$3-$4" && find . -type f -exec sha256sum {} + | sort -k 2) >"$work/two"
    [ "$(wc -l <"$work/one")" -ge 16 ] && diff "$work/one" "$work/two"
}

# What is compared must be there: intervals of the bootstrap, tests, alarms, bursts.
has_what_could_differ() {
    awk -F, 'NR > 1 && $9 != ""' "$work/r1-1/csv/speakers.csv" | grep -q . &&
        grep -q ',no,,alarm:' "$work/r1-1/csv/alarms.csv" &&
        [ "$(wc -l <"$work/r1-1/csv/bursts.csv")" -gt 1 ] &&
        awk -F, 'NR > 1 && $10 != ""' "$work/r1-1/csv/keyness.csv" | grep -q .
}

report_of 1 1
check the_report_has_what_could_differ has_what_could_differ
for threads in 2 3 8; do
    report_of 1 "$threads"
    check "threads_${threads}_give_the_same_bytes" same_files 1 1 1 "$threads"
done
for order in 2 3; do
    report_of "$order" 2
    check "order_${order}_gives_the_same_bytes" same_files 1 1 "$order" 2
done

# The same in two halves, put into a store the later half first.
from_a_store() {
    articles_in_order "$1" >"$work/all.jsonl"
    sed -n '1,150p' "$work/all.jsonl" >"$work/a.jsonl"
    sed -n '151,$p' "$work/all.jsonl" >"$work/b.jsonl"
    for half in $2; do
        "$BROADSHEET" ingest -q -s "$work/$3.db" "$work/$half.jsonl" || return 1
    done
    "$BROADSHEET" report -q --date 2025-12-01 -s "$work/$3.db" -o "$work/$3"
}

stores_agree() {
    from_a_store 1 "a b" forth && from_a_store 1 "b a" back || return 1
    for f in "$work"/forth/csv/*.csv; do
        cmp "$f" "$work/back/csv/${f##*/}" || return 1
    done
}
check a_store_filled_in_another_order_gives_the_same_tables stores_agree
finish
