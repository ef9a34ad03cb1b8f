#!/bin/sh
# Archives: what is in them is read as if it lay there; hostile ones end soon, small and with a reason.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

b() {
    "$BROADSHEET" "$@"
}

# What archives are made of: articles in a folder and as JSON Lines, then each kind of archive.
cat >"$work/make.py" <<'END'
import bz2, gzip, io, json, lzma, os, random, sys, tarfile, zipfile, zlib

os.chdir(sys.argv[1])
random.seed(5)
words = ["harbour", "council", "bridge", "storm", "budget", "ferry", "school", "market", "river"]
texts = [
    f"Notice {i}\n\n" + " ".join(random.choice(words) + str(random.randrange(999)) for _ in range(250))
    for i in range(20)
]
names = [f"news/2025-03-{i + 1:02}.txt" for i in range(20)]


def put(path, data):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members, kind):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w" + kind) as archive:
        for name, data in members:
            entry = data if isinstance(data, tarfile.TarInfo) else tarfile.TarInfo(name)
            if entry is data:
                archive.addfile(entry)
            else:
                entry.size = len(data)
                archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def special(name, kind, link=""):
    entry = tarfile.TarInfo(name)
    entry.type, entry.linkname = kind, link
    return name, entry


members = [(name, text.encode()) for name, text in zip(names, texts)]
for name, data in members:
    put("plain/" + name, data)
put("a.zip", zipped(members))
for kind in ("", ":gz", ":bz2", ":xz"):
    put("a.tar" + kind.replace(":", "."), tarred(members, kind))
lines = "".join(json.dumps({"id": n, "text": t, "date": n[5:15]}) + "\n" for n, t in zip(names, texts))
put("lines.jsonl", lines.encode())
for kind, pack in (("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)):
    put(kind + "/lines.jsonl." + kind, pack(lines.encode()))
half = len(lines) // 2
put("twice/lines.jsonl.gz", gzip.compress(lines[:half].encode()) + gzip.compress(lines[half:].encode()))

deep = members[0][1]
for level in range(1, 5):
    deep = zipped([("inner.zip" if level > 1 else "a.txt", deep), (f"side{level}.txt", texts[level])])
    put(f"deep{level}.zip", deep)
quine = b"text"
for _ in range(40):
    quine = gzip.compress(quine)
put("quine.gz", quine)

million = b"a" * (1 << 20)
put("ratio.gz", gzip.compress(million * 400))
bomb = zipped([("bomb.txt", million * 64)])
for _ in range(3):
    bomb = zipped([(f"{i}.zip", bomb) for i in range(16)])
put("nested.zip", bomb)
# Below the ratio, above the size: members of gzip, each of 16 MB with some noise.
noise = random.Random(6).randbytes(120000).hex().encode()
one = gzip.compress(noise + b"\n" + b" " * ((16 << 20) - len(noise) - 1))
put("size.gz", one * 260)
put(
    "hostile.tar",
    tarred(
        [
            ("../../outside.txt", b"a text that climbs"),
            ("/tmp/broadsheet-outside.txt", b"a text at the root"),
            special("link.txt", tarfile.SYMTYPE, "/etc/passwd"),
            special("device", tarfile.CHRTYPE),
            special("pipe", tarfile.FIFOTYPE),
            ("n" * 65000, b"a long name"),
            ("bad\x1b]0;x\x07.txt/", b""),
        ],
        "",
    ),
)


def record(kind, url, content, block):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
    head += f"WARC-Date: 2025-03-05T06:07:08Z\r\nContent-Type: {content}\r\n"
    return head.encode() + f"Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def page(status, encoding, body):
    head = f"HTTP/1.1 {status}\r\nContent-Type: text/plain\r\nContent-Encoding: {encoding}\r\n\r\n"
    return head.encode() + body


records = [
    record("warcinfo", "", "application/warc-fields", b"software: x\r\n"),
    record("response", "http://a.example/1", "application/http", page("200 OK", "identity", texts[1].encode())),
    record("response", "http://a.example/2", "application/http", page("200 OK", "gzip", gzip.compress(texts[2].encode()))),
    record("response", "http://a.example/3", "application/http", page("200 OK", "deflate", zlib.compress(texts[3].encode()))),
    record("response", "http://a.example/4", "application/http", page("404 Not Found", "identity", b"not here")),
    record("conversion", "http://a.example/5", "text/plain", texts[5].encode()),
]
put("crawl/c.warc", b"".join(records[:4] + records[5:]))
put("crawl.warc.gz", b"".join(gzip.compress(r) for r in records))
put("bundle.tar", tarred([("c.warc.gz", gzip.compress(b"".join(records)))], ""))
END
python3 "$work/make.py" "$work" || exit 1

# same_terms PATH OTHER: the same table of terms comes from both.
same_terms() {
    b terms "$1" >"$work/one.csv" 2>"$work/log" && b terms "$2" >"$work/two.csv" 2>>"$work/log" &&
        [ "$(wc -l <"$work/one.csv")" -gt 100 ] && cmp "$work/one.csv" "$work/two.csv"
}

# articles_in PATH COUNT: so many articles are read from it.
articles_in() {
    b ingest -s "$work/store.db" "$1" >"$work/log" 2>&1
    found=$(sqlite_count)
    rm -f "$work/store.db" "$work/store.db-wal" "$work/store.db-shm" "$work/store.db-journal"
    cat "$work/log"
    [ "$found" -eq "$2" ]
}

sqlite_count() {
    python3 -c 'import sqlite3, sys
print(sqlite3.connect(sys.argv[1]).execute("SELECT count(*) FROM articles").fetchone()[0])' "$work/store.db"
}

# ends_soon CODE PATH: it ends with this code within 10 s and 512 MB.
ends_soon() {
    python3 - "$1" "$BROADSHEET" terms "$2" <<'END'
import resource, subprocess, sys, time

start = time.monotonic()
code = subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL).returncode
seconds = time.monotonic() - start
megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(f"code {code}, {seconds:.1f} s, {megabytes:.0f} MB")
sys.exit(code != int(sys.argv[1]) or seconds > 10 or megabytes > 512)
END
}

says() {
    b terms "$1" 2>&1 >"$work/out" | grep -qF "$2"
}

# Cut off at every 10 %: it ends with 1 or 3, and the byte is named.
cut_off_honestly() {
    size=$(wc -c <"$1")
    for tenth in 1 2 3 4 5 6 7 8 9; do
        head -c $((size * tenth / 10)) "$1" >"$work/cut"
        b terms "$work/cut" >"$work/out" 2>"$work/err"
        code=$?
        [ $code -eq 1 ] || [ $code -eq 3 ] || return 1
        grep -q 'near byte [0-9]' "$work/err" || return 1
    done
}

nothing_is_written_outside() {
    (cd "$work" && find . | sort) >"$work.before"
    b terms "$work/hostile.tar" >"$work/out" 2>"$work/err"
    (cd "$work" && find . | sort) >"$work.after"
    diff "$work.before" "$work.after" && [ ! -e "$work/../outside.txt" ] &&
        [ ! -e "$work/../../outside.txt" ] && [ ! -e /tmp/broadsheet-outside.txt ] &&
        ! grep -q "$(printf '\033')" "$work/err"
}

from_a_pipe() {
    # shellcheck disable=SC2002 # a pipe is what is tested
    cat "$work/a.zip" | b terms - >"$work/one.csv" 2>"$work/log" &&
        [ "$(wc -l <"$work/one.csv")" -gt 100 ]
}

for kind in zip tar tar.gz tar.bz2 tar.xz; do
    check "a_${kind}_reads_as_its_folder_does" same_terms "$work/a.$kind" "$work/plain"
done
for kind in gz bz2 xz twice; do
    check "json_lines_in_${kind}_read_as_themselves" \
        same_terms "$work/$kind" "$work/lines.jsonl"
done
check an_archive_comes_in_by_a_pipe from_a_pipe
check archives_three_deep_are_read articles_in "$work/deep3.zip" 4
check archives_four_deep_lose_the_fourth articles_in "$work/deep4.zip" 3
check the_fourth_level_is_named says "$work/deep4.zip" 'more than 3 within each other'
check an_archive_that_goes_on_for_ever_ends_with_8 ends_soon 8 "$work/quine.gz"
check a_bomb_by_ratio_ends_with_8 ends_soon 8 "$work/ratio.gz"
check a_bomb_in_nested_archives_ends_with_8 ends_soon 8 "$work/nested.zip"
check a_bomb_by_size_ends_with_8 ends_soon 8 "$work/size.gz"
for file in a.zip a.tar.gz a.tar.xz a.tar.bz2 gz/lines.jsonl.gz xz/lines.jsonl.xz bz2/lines.jsonl.bz2; do
    check "$(basename "$file" | tr . _)_cut_off_names_the_byte" cut_off_honestly "$work/$file"
done
check hostile_names_write_nothing nothing_is_written_outside
check hostile_members_are_left_out articles_in "$work/hostile.tar" 2
check links_are_named says "$work/hostile.tar" 'link.txt: a link is not followed'
check devices_are_named says "$work/hostile.tar" 'device: it is neither a file nor a folder'
check a_web_archive_is_read articles_in "$work/crawl/c.warc" 4
check a_web_archive_of_gzip_records_is_read articles_in "$work/crawl.warc.gz" 4
check a_web_archive_within_an_archive_is_read articles_in "$work/bundle.tar" 4
check statuses_are_told_in_numbers says "$work/crawl.warc.gz" 'HTTP status, 404: 1'

if [ -d ../shared/corpora ]; then
    for file in ../shared/corpora/*.jsonl.gz; do
        name=$(basename "$file" .jsonl.gz)
        zcat "$file" >"$work/$name.jsonl"
        check "the_corpus_${name}_reads_the_same_packed" same_terms "$file" "$work/$name.jsonl"
    done
    for file in ../shared/samples/warc/*; do
        b terms "$file" >"$work/out" 2>"$work/err"
        check "the_sample_$(basename "$file")_ends_in_order" [ $? -le 3 ]
    done
else
    echo "skip archives_of_shared: ../shared is not here"
fi
finish
