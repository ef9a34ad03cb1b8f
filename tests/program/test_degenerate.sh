#!/bin/sh
# Input with next to nothing in it: a report with reasons in words, or one sentence; never NaN or a crash.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

# case NAME: the articles of one case, as JSON lines.
case_of() {
    python3 - "$1" <<'END'
import datetime, json, sys

def day(week, n):
    return str(datetime.date(2025, 9, 1) + datetime.timedelta(days=7 * week + n % 7))

def article(week, n, text, source="Post", **more):
    return {"id": f"w{week}n{n}", "date": day(week, n), "source": source, "text": text, **more}

flood = "The flood came over the wall. Rain and storm. “We saw the flood,” said Anna Berg."
weeks13 = [(w, n) for w in range(13) for n in range(20)]
cases = {
    "one_article": [article(12, 0, flood)],
    "one_word": [article(12, 0, "Flood")],
    "one_word_in_all": [article(w, n, "Flood") for w, n in weeks13],
    "no_word": [article(12, n, "12 34 — 56.") for n in range(20)],
    "no_word_at_all": [article(w, n, "...") for w, n in weeks13],
    "all_equal": [article(w, n, flood, source=f"S{n % 4}") for w, n in weeks13],
    "all_different": [article(w, n, f"alpha{w}x{n} beta{w}y{n} gamma{w}z{n}.") for w, n in weeks13],
    "one_outlet": [article(w, n, f"{flood} Number x{n} of y{w}, and z{w * n}.") for w, n in weeks13],
    "a_week_of_one_story": [article(w, n, flood if w == 12 else f"{flood} In x{n} of y{w} z{w * n}.", f"S{n % 4}")
                            for w, n in weeks13],
    "one_speaker": [article(w, n, f"“The river x{n} rose y{w} again and we count it,” said Anna Berg.")
                    for w, n in weeks13],
    "nobody_speaks": [article(w, n, f"The river x{n} rose y{w} again.") for w, n in weeks13],
    "all_topic": [article(w, n, f"Flood, flood and storm x{n} y{w}.", title="Flood") for w, n in weeks13],
    "no_hit_before": [article(w, n, f"{flood} x{n}." if w == 12 else f"Quiet x{n} y{w}.") for w, n in weeks13],
    "no_hit_now": [article(w, n, f"{flood} x{n}." if w < 12 else f"Quiet x{n} y{w}.") for w, n in weeks13],
    "one_week": [article(12, n, f"{flood} x{n}.") for n in range(30)],
    "two_weeks": [article(w, n, f"{flood} x{n} y{w}.") for w in (11, 12) for n in range(30)],
    "gap_weeks": [article(w, n, f"{flood} x{n} y{w}.") for w in (0, 5, 12) for n in range(30)],
    "undated": [{"id": str(n), "source": "Post", "text": f"{flood} x{n}."} for n in range(30)],
    "one_undated": [{"id": "1", "text": flood}],
    "one_huge": [article(w, n, flood if (w, n) != (12, 3) else flood * 2000) for w, n in weeks13],
}
for line in cases[sys.argv[1]]:
    print(json.dumps(line))
END
}

# No cell is NaN or infinite, an empty interval has its reason, and a share is from 0 to 1.
tables_are_sound() {
    python3 - "$1/csv" <<'END'
import csv, glob, sys
words = ("term", "title", "text", "key", "speaker", "person", "spelling", "mention", "id", "story", "article_id")
paths = glob.glob(sys.argv[1] + "/*.csv")
assert len(paths) >= 14, paths
for path in paths:
    for row in csv.DictReader(open(path, encoding="utf-8", newline="")):
        for name, value in row.items():
            if name in words:
                continue  # "nan" may be a word
            assert value.lower().lstrip("-") not in ("nan", "inf", "infinity"), (path, row)
            if name.endswith("_low") and value == "":
                assert row["note"], (path, row)
            if name in ("p", "q", "share", "p_articles", "q_articles", "p_weeks", "q_weeks", "dp") and value:
                assert 0 <= float(value) <= 1 + 1e-12, (path, name, row)
            if name in ("share_low", "per_million_low", "log_ratio_low", "slope_low") and value:
                middle = float(row[name[:-4]])
                assert float(value) <= middle <= float(row[name[:-4] + "_high"]), (path, name, row)
END
}

report_is_sound() {
    case_of "$1" >"$work/$1.jsonl" || return 1
    "$BROADSHEET" report -q --date 2025-12-08 -o "$work/$1" "$work/$1.jsonl" || return 1
    tables_are_sound "$work/$1" && qpdf --check "$work/$1/weekly.pdf" >"$work/qpdf" &&
        ! pdftotext "$work/$1/weekly.pdf" - | grep -qwiE 'nan|inf'
}

for name in one_article one_word one_word_in_all no_word no_word_at_all all_equal all_different one_outlet \
    a_week_of_one_story one_speaker nobody_speaks all_topic no_hit_before no_hit_now one_week two_weeks \
    gap_weeks undated one_undated one_huge; do
    check "${name}_is_reported_soundly" report_is_sound "$name"
done

# One vote a story, and days in place of a week.
one_vote_is_sound() {
    "$BROADSHEET" report -q --date 2025-12-08 --stories -o "$work/v" "$work/a_week_of_one_story.jsonl" &&
        tables_are_sound "$work/v"
}
days_are_sound() {
    "$BROADSHEET" report -q --date 2025-12-08 --from 2025-11-03 --to 2025-11-30 -o "$work/d" \
        "$work/one_outlet.jsonl" && tables_are_sound "$work/d" &&
        "$BROADSHEET" report -q --date 2025-12-08 --from 2025-11-29 --to 2025-11-29 -o "$work/e" \
            "$work/one_outlet.jsonl" && tables_are_sound "$work/e"
}
check one_vote_for_a_week_of_one_story_is_sound one_vote_is_sound
check days_in_place_of_a_week_are_sound days_are_sound

# Nothing at all is no report, and says so.
: >"$work/empty.jsonl"
nothing_is_refused() {
    exits_with "$1" "$BROADSHEET" report -q -o "$work/none" "$2" &&
        [ "$(wc -l <"$work/err")" -eq 1 ] && [ ! -e "$work/none/weekly.pdf" ]
}
check an_empty_file_is_refused_in_a_sentence nothing_is_refused 3 "$work/empty.jsonl"
empty_store_is_refused() {
    "$BROADSHEET" ingest -q -s "$work/empty.db" "$work/empty.jsonl"
    exits_with 3 "$BROADSHEET" report -q -s "$work/empty.db" -o "$work/none"
}
check an_empty_store_is_refused_in_a_sentence empty_store_is_refused
finish
