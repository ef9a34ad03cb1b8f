#!/bin/sh
# The store: the same tables whatever the shards, the order, the threads, the runs or a crash.
[ -w /dev/shm ] && TMPDIR=/dev/shm && export TMPDIR # what is tested here needs no disk
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

b() {
    "$BROADSHEET" "$@"
}

# Made-up articles: revisions, exact copies, undated ones, several weeks and outlets.
python3 - >"$work/all.jsonl" <<'END'
import json, random
random.seed(5)
words = "harbour council storm ferry vote budget school bridge herring port night mayor rain".split()
texts = []
for i in range(240):
    text = " ".join(random.choice(words) for _ in range(random.randint(8, 40))).capitalize()
    text += '. "%s," said Anna Harker.' % " ".join(random.sample(words, 5)).capitalize()
    if i % 17 == 3:
        text = random.choice(texts)
    texts.append(text)
    row = {"id": "a%d" % (i if i % 11 else max(0, i - 11)), "source": random.choice(["Courier", "Tribune"]),
           "title": random.choice(words).title(), "text": text,
           "date": "2025-%02d-%02dT%02d:00:00Z" % (9 + i // 90, 1 + i % 28, i % 24)}
    if i % 29 == 4:
        del row["date"]
    print(json.dumps(row))
END

# tables STORE NAME: every table of the store into one file.
tables() {
    mkdir -p "$work/tables"
    for table in terms articles quotes speakers topics keyness trends; do
        b "$table" -q --date 2025-12-08 -s "$1" || return 1
    done >"$work/tables/$2"
}

same() { # NAME NAME
    [ -s "$work/tables/$1" ] && cmp "$work/tables/$1" "$work/tables/$2"
}

whole() {
    b ingest -q -t 1 -s "$work/whole.db" "$work/all.jsonl" && tables "$work/whole.db" whole
}

# sharded N: N shards made in falling order, then merged.
sharded() {
    count=$1
    i=$count
    set --
    while [ "$i" -ge 1 ]; do
        b ingest -q -s "$work/shard.$count.$i.db" --shard "$i/$count" "$work/all.jsonl" || return 1
        set -- "$@" "$work/shard.$count.$i.db"
        i=$((i - 1))
    done
    b merge -q -o "$work/merged.$count.db" "$@" &&
        tables "$work/merged.$count.db" "merged.$count" && same whole "merged.$count"
}

shuffled() {
    for seed in 1 2 3; do
        python3 -c 'import random, sys
lines = sys.stdin.readlines(); random.seed(int(sys.argv[1])); random.shuffle(lines)
sys.stdout.writelines(lines)' "$seed" <"$work/all.jsonl" >"$work/shuffled.jsonl"
        rm -f "$work/shuffled.db"*
        b ingest -q -s "$work/shuffled.db" "$work/shuffled.jsonl" &&
            tables "$work/shuffled.db" shuffled && same whole shuffled || return 1
    done
}

threads() {
    for count in 2 3 8; do
        rm -f "$work/threads.db"*
        b ingest -q -t "$count" -s "$work/threads.db" "$work/all.jsonl" &&
            tables "$work/threads.db" threads && same whole threads || return 1
    done
}

ten_runs() {
    for part in 9 3 5 1 7 2 8 0 6 4; do
        awk -v part="$part" 'NR % 10 == part' "$work/all.jsonl" >"$work/part.jsonl"
        b ingest -q -s "$work/ten.db" "$work/part.jsonl" || return 1
    done
    tables "$work/ten.db" ten && same whole ten
}

# Three and four, and four and three: the same.
associative() {
    s=$work/shard.7
    b merge -q --partial -o "$work/l.db" "$s.1.db" "$s.2.db" "$s.5.db" &&
        b merge -q --partial -o "$work/r.db" "$s.7.db" "$s.4.db" "$s.3.db" "$s.6.db" &&
        b merge -q -o "$work/lr.db" "$work/l.db" "$work/r.db" &&
        b merge -q -o "$work/rl.db" "$work/r.db" "$work/l.db" &&
        tables "$work/lr.db" lr && tables "$work/rl.db" rl && same whole lr && same whole rl
}

incomplete_is_refused() {
    exits_with 3 b merge -o "$work/no.db" "$work/shard.7.1.db" "$work/shard.7.2.db" &&
        exits_with 3 b merge -o "$work/no.db" "$work/shard.7.1.db" "$work/shard.2.2.db" &&
        exits_with 3 b merge -o "$work/no.db" "$work/shard.2.1.db" "$work/shard.2.1.db" &&
        exits_with 4 b merge -o "$work/whole.db" "$work/shard.2.1.db" "$work/shard.2.2.db" &&
        [ ! -e "$work/no.db" ] && [ -z "$(find "$work" -name '*.db.part*')" ]
}

mixed_is_refused() {
    head -n 100 "$work/all.jsonl" >"$work/head.jsonl"
    b ingest -q -s "$work/other.db" --shard 2/2 "$work/head.jsonl" &&
        exits_with 3 b merge -o "$work/no.db" "$work/shard.2.1.db" "$work/other.db" &&
        b ingest -q -s "$work/zone.db" --zone +02:00 "$work/head.jsonl" &&
        exits_with 3 b merge -o "$work/no.db" "$work/whole.db" "$work/zone.db"
}

another_zone_or_shard_is_refused() {
    exits_with 2 b ingest -s "$work/zone.db" "$work/all.jsonl" &&
        exits_with 2 b ingest -s "$work/shard.2.1.db" "$work/all.jsonl" &&
        exits_with 2 b ingest -s "$work/x.db" --shard 3/2 "$work/all.jsonl"
}

a_shard_is_no_whole() {
    b articles -s "$work/shard.7.2.db" 2>"$work/err" >"$work/out" && grep -q 'shards 2 of 7 only' "$work/err"
}

refresh_changes_nothing() {
    cp "$work/whole.db" "$work/fresh.db"
    b ingest --refresh=all -s "$work/fresh.db" >"$work/refreshed" &&
        grep -q '^[1-9][0-9]* articles annotated anew' "$work/refreshed" &&
        tables "$work/fresh.db" fresh && same whole fresh &&
        b ingest --refresh -s "$work/fresh.db" >"$work/refreshed" &&
        grep -q '^0 articles annotated anew' "$work/refreshed"
}

# A correction with the same date supersedes; what it replaced does not come back.
a_correction_supersedes() {
    echo '{"id":"x","source":"S","date":"2025-11-24","text":"The first version."}' >"$work/v1.jsonl"
    echo '{"id":"x","source":"S","date":"2025-11-24","text":"A second and longer version."}' >"$work/v2.jsonl"
    for order in "v1 v2" "v2 v1"; do
        rm -f "$work/v.db"*
        first=${order% *}
        last=${order#* }
        b ingest -q -s "$work/v.db" "$work/$first.jsonl" &&
            b ingest -s "$work/v.db" "$work/$last.jsonl" | grep -q ' 1 revised' &&
            b ingest -s "$work/v.db" "$work/$first.jsonl" | grep -q ' 1 known' || return 1
        b articles -q -s "$work/v.db" >"$work/v.csv" &&
            b articles -q "$work/$last.jsonl" >"$work/last.csv" || return 1
        cut -d, -f1-7 "$work/v.csv" >"$work/v.cut"
        cut -d, -f1-7 "$work/last.csv" | cmp - "$work/v.cut" || return 1
    done
}

# killed COUNT: as many ingests ended by kill -9, each followed by a whole one.
killed() {
    n=0
    while [ "$n" -lt "$1" ]; do
        rm -f "$work/killed.db"*
        b ingest -q -s "$work/killed.db" "$work/all.jsonl" &
        pid=$!
        sleep "0.$(printf %03d $((n * 37 % 240)))"
        kill -9 "$pid" 2>/dev/null
        wait "$pid" 2>/dev/null
        b ingest -q -s "$work/killed.db" "$work/all.jsonl" &&
            b terms -q --date 2025-12-08 -s "$work/killed.db" >"$work/killed.csv" &&
            cmp "$work/whole.csv" "$work/killed.csv" || return 1
        n=$((n + 1))
    done
    tables "$work/killed.db" killed && same whole killed
}

newer_is_refused() {
    cp "$work/whole.db" "$work/newer.db"
    # The version is the number at byte 60 of a SQLite file.
    printf '\0\0\0\143' | dd of="$work/newer.db" bs=1 seek=60 conv=notrunc 2>/dev/null
    exits_with 6 b terms -s "$work/newer.db" && grep -q newer "$work/err"
}

cut_short() {
    for size in 0 1 100 4096 10000 60000; do
        head -c "$size" "$work/whole.db" >"$work/cut.db"
        exits_with 6 b terms -s "$work/cut.db" || return 1
    done
}

two_at_once() {
    awk 'NR % 2' "$work/all.jsonl" >"$work/odd.jsonl"
    awk 'NR % 2 == 0' "$work/all.jsonl" >"$work/even.jsonl"
    b ingest -q -s "$work/two.db" "$work/odd.jsonl" &
    one=$!
    b ingest -q -s "$work/two.db" "$work/even.jsonl" &
    two=$!
    wait $one && wait $two && tables "$work/two.db" two && same whole two
}

# Who may read a store but not write it gets the same tables.
read_only() {
    mkdir "$work/read only?" && cp "$work/whole.db" "$work/read only?/s.db" && cp "$BROADSHEET" "$work/broadsheet" || return 1
    chmod 755 "$work" "$work/broadsheet" && chmod 444 "$work/read only?/s.db" && chmod 555 "$work/read only?"
    if [ "$(id -u)" -ne 0 ]; then
        b terms -q --date 2025-12-08 -s "$work/read only?/s.db" >"$work/ro.csv"
    else
        setpriv --reuid=65534 --regid=65534 --clear-groups "$work/broadsheet" terms -q --date 2025-12-08 \
            -s "$work/read only?/s.db" >"$work/ro.csv"
    fi
    status=$?
    chmod 755 "$work/read only?"
    [ "$status" -eq 0 ] && cmp "$work/whole.csv" "$work/ro.csv"
}

# Real articles: two shards, on three threads, against one store made by one thread.
real_shards() {
    rm -f "$work"/real*
    b ingest -q -t 1 -s "$work/real.db" "$1" &&
        b ingest -q -t 3 -s "$work/real2.db" --shard 2/2 "$1" &&
        b ingest -q -t 2 -s "$work/real1.db" --shard 1/2 "$1" &&
        b merge -q -o "$work/realm.db" "$work/real2.db" "$work/real1.db" || return 1
    for table in terms quotes; do
        b $table -q --date 2025-12-01 -s "$work/real.db" >"$work/real.csv" &&
            b $table -q --date 2025-12-01 -s "$work/realm.db" >"$work/realm.csv" &&
            cmp "$work/real.csv" "$work/realm.csv" || return 1
    done
}

check one_thread_and_one_run_make_the_tables whole
b terms -q --date 2025-12-08 -s "$work/whole.db" >"$work/whole.csv"
check one_shard_gives_the_same_tables sharded 1
check two_shards_give_the_same_tables sharded 2
check seven_shards_give_the_same_tables sharded 7
check sixty_four_shards_give_the_same_tables sharded 64
check merging_is_associative associative
check incomplete_shards_are_refused incomplete_is_refused
check mixed_stores_are_refused mixed_is_refused
check tables_of_a_shard_say_that_they_are_of_a_shard a_shard_is_no_whole
check another_zone_or_shard_is_refused another_zone_or_shard_is_refused
check shuffled_input_gives_the_same_tables shuffled
check threads_give_the_same_tables threads
check ten_runs_give_the_same_tables ten_runs
check two_ingests_at_once_give_the_same_tables two_at_once
check refreshing_everything_changes_no_table refresh_changes_nothing
check a_correction_supersedes_and_stays a_correction_supersedes
check an_ingest_that_was_killed_goes_on_to_the_same_tables killed "${KILLS:-20}"
check a_newer_store_is_refused_with_6 newer_is_refused
check a_store_cut_short_is_refused_with_6 cut_short
check a_store_that_may_only_be_read_gives_the_same_tables read_only
check shards_of_the_sample_give_the_same_tables real_shards corpus/sample
if [ -e ../shared/corpora/polnear-dev.jsonl.gz ]; then
    gzip -dc ../shared/corpora/polnear-dev.jsonl.gz >"$work/polnear-dev.jsonl"
    check shards_of_polnear_dev_give_the_same_tables real_shards "$work/polnear-dev.jsonl"
else
    echo "skip shards_of_polnear_dev_give_the_same_tables: ../shared is not here"
fi
finish
