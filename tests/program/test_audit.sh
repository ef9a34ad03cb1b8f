#!/bin/sh
# The audit: a sample is drawn, judged by a made-up judge who knows the truth, and read back.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

# Forty articles of two outlets, no two alike; three people speak.
python3 - "$work/news.jsonl" <<'END'
import json, random, sys
random.seed(5)
people = ["Helena Vorsk", "Tobias Renner", "Marta Lindqvist"]
def words(count):
    return " ".join("".join(random.choice(["ba", "ko", "li", "ne", "ru", "ti", "so"]) for _ in range(3)) for _ in range(count))
with open(sys.argv[1], "w", encoding="utf-8") as file:
    for i in range(40):
        text = ("The council met in the old hall and heard of %s.\n\n\"We have counted %s again and there are more of them "
                "now,\" %s said.\n\nThe sitting ended at noon with %s.") % (words(20), words(6), people[i % 5 % 3], words(20))
        file.write(json.dumps({"id": "a%d" % i, "date": "2025-11-%02d" % (24 + i % 7), "source": ["Courier", "Echo"][i % 2],
                               "title": "Sitting %d" % i, "text": text, "lang": "en"}) + "\n")
END
"$BROADSHEET" ingest -q -s "$work/news.db" "$work/news.jsonl"

audit() {
    "$BROADSHEET" audit -q --date 2025-12-01 -s "$work/news.db" "$@"
}

# Judges the sheet: judge.py SHEET OUT ANSWERS, where ANSWERS is a Python function body over a row.
cat >"$work/judge.py" <<'END'
import csv, sys
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
for n, row in enumerate(rows):
    exec(sys.argv[3])
with open(sys.argv[2], "w", encoding="utf-8", newline="") as file:
    writer = csv.DictWriter(file, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
END
judge() { # OUT ANSWERS
    python3 "$work/judge.py" "$work/sample.csv" "$work/$1" "$2"
}

a_sample_is_written_once() {
    audit -o "$work/sample.csv" --size 120 && grep -q '^quotation,' "$work/sample.csv" &&
        grep -q '^passage,' "$work/sample.csv" && exits_with 2 audit -o "$work/sample.csv" &&
        grep -q 'may be filled' "$work/err"
}
check a_sample_is_written_once a_sample_is_written_once

the_same_sample_for_any_thread_count_and_order() {
    sort -r "$work/news.jsonl" >"$work/turned.jsonl"
    "$BROADSHEET" audit -q --date 2025-12-01 -t 1 -o "$work/other.csv" --size 120 "$work/turned.jsonl" &&
        cmp "$work/sample.csv" "$work/other.csv"
}
check the_same_sample_for_any_thread_count_and_order the_same_sample_for_any_thread_count_and_order

another_seed_draws_others() {
    audit --seed 2 -o "$work/seed2.csv" --size 120 && ! cmp -s "$work/sample.csv" "$work/seed2.csv"
}
check another_seed_draws_others another_seed_draws_others

words_stand_in_their_sentence() {
    python3 - "$work/sample.csv" <<'END'
import csv, sys
rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8", newline="")))
quotations = [r for r in rows if r["part"] == "quotation"]
assert sum(int(r["draws"]) for r in quotations) == 120, "draws"
assert all("[[" + r["text"] + "]]" in r["context"] for r in quotations), "context"
assert len({r["id"] for r in rows}) == len(rows), "ids"
assert rows[0]["part"] == "how to" and "is_speech" in rows[0]["context"]
END
}
check words_stand_in_their_sentence words_stand_in_their_sentence

all_right='
if row["part"] == "quotation": row["is_speech"], row["speaker_right"] = "yes", "yes"
if row["part"] == "passage": row["missed"] = "0"'
what_is_all_right_stays() {
    judge right.csv "$all_right" && audit --format csv --read "$work/right.csv" >"$work/right.out" &&
        python3 - "$work/right.out" <<'END'
import csv, sys
rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8")))
assert [r["share"] for r in rows[:3]] == ["1", "1", "1"], rows[:3]
speakers = [r for r in rows if r["kind"] == "speaker" and r["corrected"]]
assert speakers, "no speaker"
for r in speakers:
    assert abs(float(r["share"]) - float(r["corrected"])) < 1e-12, r
    assert float(r["corrected_low"]) < float(r["share"]) < float(r["corrected_high"]), r
END
}
check what_is_all_right_stays what_is_all_right_stays

# Every fourth word that is Helena Vorsk's was Tobias Renner's; one quotation in ten is no speech.
errors='
if row["part"] == "quotation":
    row["is_speech"], row["speaker_right"] = "yes", "yes"
    if n % 10 == 0: row["is_speech"], row["speaker_right"] = "no", ""
    elif row["speaker"] == "Helena Vorsk" and n % 4 == 1: row["speaker_right"], row["right_speaker"] = "no", "tobias renner"
    elif n % 17 == 3: row["speaker_right"] = "unknown"
if row["part"] == "passage": row["missed"] = str(int(n % 9 == 0))'
errors_move_the_shares() {
    judge errors.csv "$errors" && audit --format csv --read "$work/errors.csv" >"$work/errors.out" &&
        python3 - "$work/errors.csv" "$work/errors.out" <<'END'
import csv, sys
sheet = [r for r in csv.DictReader(open(sys.argv[1], encoding="utf-8", newline="")) if r["part"] == "quotation"]
rows = {r["key"]: r for r in csv.DictReader(open(sys.argv[2], encoding="utf-8"))}
draws = lambda keep: sum(int(r["draws"]) for r in sheet if keep(r))
speech = rows["quoted words that are speech"]
assert abs(float(speech["share"]) - draws(lambda r: r["is_speech"] == "yes") / draws(lambda r: True)) < 1e-12, speech
used = lambda r: r["is_speech"] == "no" or r["speaker_right"] in ("yes", "no")
n, z = draws(used), draws(lambda r: used(r) and r["is_speech"] == "yes")
for name in ("Helena Vorsk", "Tobias Renner"):
    his = draws(lambda r: used(r) and r["is_speech"] == "yes" and
                (r["speaker"] == name and r["speaker_right"] == "yes" or r["right_speaker"].lower() == name.lower()))
    given = draws(lambda r: used(r) and r["speaker"] == name)
    wanted = (float(rows[name]["share"]) + (his - given) / n) / (z / n)
    assert abs(float(rows[name]["corrected"]) - wanted) < 1e-9, (name, rows[name], wanted)
assert float(rows["Helena Vorsk"]["corrected"]) < float(rows["Helena Vorsk"]["share"])
END
}
check errors_move_the_shares errors_move_the_shares

a_report_shows_what_was_judged() {
    "$BROADSHEET" report -q --date 2025-12-01 -s "$work/news.db" --audit "$work/errors.csv" -o "$work/made" &&
        cmp "$work/made/csv/audit.csv" "$work/errors.out" &&
        pdftotext "$work/made/weekly.pdf" - | grep -q 'What was judged by hand' &&
        "$BROADSHEET" report -q --date 2025-12-01 -s "$work/news.db" -o "$work/plain" &&
        [ ! -e "$work/plain/csv/audit.csv" ]
}
check a_report_shows_what_was_judged a_report_shows_what_was_judged

says() { # TEXT SHEET ARGUMENT...
    text=$1
    sheet=$2
    shift 2
    exits_with 2 audit --read "$work/$sheet" "$@" && grep -qF "$text" "$work/err"
}
python3 - "$work" <<'END'
import csv, sys
rows = list(csv.reader(open(sys.argv[1] + "/right.csv", encoding="utf-8", newline="")))
def write(name, rows): csv.writer(open(sys.argv[1] + "/" + name, "w", encoding="utf-8", newline="")).writerows(rows)
write("twice.csv", rows + rows[2:3])
write("id.csv", rows[:2] + [rows[2][:-1] + ["quote:Echo:zz:1"]] + rows[3:])
END
check a_row_twice_is_refused says 'stands in the sheet twice' twice.csv
check an_unknown_id_is_refused says "'quote:Echo:zz:1' is not in the sample" id.csv
check another_period_is_refused says 'the sample is of 2025-W48' right.csv --from 2025-11-24 --to 2025-11-28
check nothing_to_do_is_said exits_with 2 audit

a_changed_store_is_refused() {
    cp "$work/news.db" "$work/more.db"
    printf '{"id":"b1","date":"2025-11-25","source":"Echo","title":"Late","text":"The hall was cold. \\"We will sit in our coats until the spring comes\\", Tobias Renner said.","lang":"en"}\n' >"$work/more.jsonl"
    "$BROADSHEET" ingest -q -s "$work/more.db" "$work/more.jsonl" &&
        exits_with 2 "$BROADSHEET" audit -q --date 2025-12-01 -s "$work/more.db" --read "$work/right.csv" &&
        grep -q 'were changed since' "$work/err"
}
check a_changed_store_is_refused a_changed_store_is_refused

too_few_judgements_give_a_reason() {
    judge few.csv 'if n < 6 and row["part"] == "quotation": row["is_speech"], row["speaker_right"] = "yes", "yes"' &&
        audit --format csv --read "$work/few.csv" | grep -q 'fewer than 30 quoted words are judged'
}
check too_few_judgements_give_a_reason too_few_judgements_give_a_reason

finish
