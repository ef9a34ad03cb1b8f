#!/bin/sh
# Tables by outlet, language and attribute, speakers by topic, the voices' concentration, and series by
# day and month, on invented articles (invented_groups.py) whose answers were worked by hand.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

python3 tests/program/invented_groups.py voices "$work/voices.jsonl"
python3 tests/program/invented_groups.py silence "$work/silence.jsonl"
printf 'energy: [grid, reactor]\nhealth: [clinic, nurse]\n' >"$work/topics.yaml"
printf 'name,party,Home town\nAnn Miller,Red,Saltmarsh\nBob Stone,Blue,\nDora Lane,Green,Saltmarsh\n' >"$work/people.csv"

given="--topics $work/topics.yaml --people $work/people.csv --date 2025-12-31"

run() {
    command=$1
    shift
    # shellcheck disable=SC2086
    "$BROADSHEET" "$command" -q $given "$@"
}

run report -o "$work/voices" "$work/voices.jsonl"
run report -o "$work/silence" "$work/silence.jsonl"

# Of one language, which all are in, the rows are those of the whole, intervals and all.
one_group_is_the_whole() {
    run speakers "$work/voices.jsonl" >"$work/whole.csv" &&
        run speakers --by language "$work/voices.jsonl" | grep -v '(all)' >"$work/parts.csv" || return 1
    for file in whole parts; do
        columns "$work/$file.csv" week speaker quotes words articles stories outlets share share_low share_high note >"$work/$file.rows"
    done
    cmp "$work/whole.rows" "$work/parts.rows" && grep -q 'Carl Reed.*,0\.53' "$work/parts.rows"
}

# Prints the columns named, of the rows of a table.
columns() {
    python3 - "$@" <<'END'
import csv, sys
for row in csv.DictReader(open(sys.argv[1], encoding="utf-8")):
    print(",".join(row[name] for name in sys.argv[2:]))
END
}

# same_rows TABLE COLUMN...: the rows are those on standard input.
same_rows() {
    columns "$@" | diff - "$work/expected"
}

speakers_by_outlet() {
    cat >"$work/expected" <<'END'
Harbour Herald,(all),20,100,20,20,0.4
Harbour Herald,Ann Miller,20,100,20,20,1
Harbour Herald,(unattributed),0,0,0,0,0
Valley Voice,(all),20,150,20,20,0.6
Valley Voice,Carl Reed,10,100,10,10,0.6666666666666666
Valley Voice,Bob Stone,10,50,10,10,0.3333333333333333
Valley Voice,(unattributed),0,0,0,0,0
END
    same_rows "$work/voices/csv/speakers_by_outlet.csv" group speaker quotes words articles stories share
}

# Who is not in the roster is unknown, and Green, whom nobody quotes, has no row.
speakers_by_party() {
    cat >"$work/expected" <<'END'
Blue,(all),(all),50,0.2
Blue,Valley Voice,(all),50,0.3333333333333333
Blue,(all),Bob Stone,50,1
Red,(all),(all),100,0.4
Red,Harbour Herald,(all),100,1
Red,(all),Ann Miller,100,1
(unknown),(all),(all),100,0.4
(unknown),Valley Voice,(all),100,0.6666666666666666
(unknown),(all),Carl Reed,100,1
END
    same_rows "$work/voices/csv/speakers_by_party.csv" group outlet speaker words share
}

# An empty cell of the roster is unknown too.
speakers_by_home() {
    cat >"$work/expected" <<'END'
Saltmarsh,(all),100,0.4
(unknown),(all),150,0.6
END
    columns "$work/voices/csv/speakers_by_home_town.csv" group outlet speaker words share |
        grep ',(all),(all),' | sed 's/,(all),(all),/,(all),/' | diff - "$work/expected"
}

speaker_topics() {
    cat >"$work/expected" <<'END'
energy,(all),Ann Miller,20,100,20,0.8
energy,(all),Bob Stone,5,25,5,0.2
energy,Harbour Herald,Ann Miller,20,100,20,1
energy,Valley Voice,Bob Stone,5,25,5,1
health,(all),Carl Reed,10,100,10,0.8
health,(all),Bob Stone,5,25,5,0.2
health,Valley Voice,Carl Reed,10,100,10,0.8
health,Valley Voice,Bob Stone,5,25,5,0.2
END
    same_rows "$work/voices/csv/speaker_topics.csv" topic outlet speaker quotes words articles share
}

# A topic that all articles carry has the speakers' rows of the week, intervals and all.
one_topic_is_the_whole() {
    printf 'all: [the, a, of, and, said, to, in]\n' >"$work/all.yaml"
    "$BROADSHEET" report -q --topics "$work/all.yaml" --date 2025-12-01 -o "$work/all" corpus/sample || return 1
    columns "$work/all/csv/speakers.csv" week speaker quotes words articles stories share share_low share_high |
        sed -n 's/^2025-W48,//p' | grep -v '(unattributed)' >"$work/expected"
    columns "$work/all/csv/speaker_topics.csv" outlet speaker quotes words articles stories share share_low share_high |
        sed -n 's/^(all),//p' | grep -v '(unattributed)' | diff - "$work/expected" && grep -q 'Agnes Pell.*,0\.02.*,0\.2' "$work/expected"
}

# A topic that an outlet does not carry has a row there, for the outlet has enough articles to say so.
topic_outlets() {
    cat >"$work/expected" <<'END'
Harbour Herald,energy,40,20,20,1
Harbour Herald,health,0,0,20,0
Valley Voice,health,30,15,20,0.75
Valley Voice,energy,10,5,20,0.25
END
    same_rows "$work/voices/csv/topic_outlets.csv" group topic hits articles articles_total share
}

# Shares 0.4, 0.4, 0.2: HHI 0.36, 1/0.36 voices; Gini (2 x 100 - 2 x 50) / (3 x 250).
concentration() {
    python3 - "$work/voices/csv/concentration.csv" <<'END'
import csv, sys
row, = csv.DictReader(open(sys.argv[1], encoding="utf-8"))
for name, value in (("people", 3), ("hhi", .36), ("effective", 1 / .36), ("gini", 2 / 15), ("top_ten", 1)):
    assert abs(float(row[name]) - value) < 1e-12, (name, row[name])
for name in ("hhi", "effective", "gini"):
    assert float(row[name + "_low"]) < float(row[name]) < float(row[name + "_high"]), row
END
}

topics_by_party() {
    cat >"$work/expected" <<'END'
(unknown),health,10,10
Blue,energy,5,10
Blue,health,5,10
Red,energy,20,20
Red,health,0,20
END
    run topics --by party "$work/voices.jsonl" >"$work/by.csv" && same_rows "$work/by.csv" group topic articles articles_total
}

# adds_up FILE STEPS: the groups' counts add up to those of the whole, table by table, step by step.
adds_up() {
    for table in speakers topics terms; do
        for by in outlet language; do
            for step in $2; do
                run "$table" --series "$step" "$1" >"$work/whole.csv" &&
                    run "$table" --series "$step" --by "$by" "$1" >"$work/parts.csv" || return 1
                python3 - "$work" "$table" <<'END' || return 1
import collections, csv, sys
columns = {"speakers": ["quotes", "words", "articles"], "topics": ["hits", "articles"],
           "terms": ["count", "articles"]}[sys.argv[2]]
key = sys.argv[2][:-1]
def sums(name):
    total = collections.defaultdict(collections.Counter)
    for row in csv.DictReader(open(sys.argv[1] + "/" + name, encoding="utf-8")):
        if row[key] != "(all)":
            total[row["week"], row[key]].update({c: int(row[c]) for c in columns})
    return {at: dict(counter) for at, counter in total.items() if any(counter.values())}
whole, parts = sums("whole.csv"), sums("parts.csv")
assert whole and whole == parts, sorted(set(whole) ^ set(parts))[:5]
END
            done
        done
    done
}

# By week in days or months the counts are the same as a whole.
series_add_up() {
    python3 - "$@" <<'END'
import collections, csv, sys
def sums(name):
    total = collections.Counter()
    for row in csv.DictReader(open(name, encoding="utf-8")):
        total[row["topic"], "hits"] += int(row["hits"])
        total[row["topic"], "articles"] += int(row["articles"])
    return total
weeks, days, months = map(sums, sys.argv[1:])
assert weeks == months and weeks["energy", "articles"] == 510, (weeks, months)
# The study, a week that is no day, has rows of its own beside its days.
assert days["energy", "articles"] == 516, days
END
}

all_series() {
    for step in week day month; do
        run topics --series "$step" --from 2025-09-01 --to 2025-11-30 "$work/silence.jsonl" >"$work/$step.all.csv" || return 1
        grep -v '^2025-09-01/' "$work/$step.all.csv" >"$work/$step.csv"
    done
    run topics --series day "$work/silence.jsonl" >"$work/day.csv" && series_add_up "$work/week.csv" "$work/day.csv" "$work/month.csv" &&
        [ "$(grep -c '^2025-1[01],energy' "$work/month.csv")" -eq 2 ] &&
        [ "$(grep -c '^2025-..-..,energy' "$work/day.csv")" -eq 91 ]
}

# outlet_alone FILE TABLE...: an outlet's rows are those of a report on it alone, intervals and all.
outlet_alone() {
    articles=$1
    shift
    grep '"source": "Valley Voice"' "$articles" >"$work/alone.jsonl"
    for table in "$@"; do
        run "$table" --by outlet "$articles" >"$work/by.csv" && run "$table" "$work/alone.jsonl" >"$work/alone.csv" || return 1
        python3 - "$work" <<'END' || return 1
import csv, sys
read = lambda name: list(csv.DictReader(open(sys.argv[1] + "/" + name, encoding="utf-8")))
drop = lambda row: {name: cell for name, cell in row.items() if name not in ("group", "id")}
parts = [drop(row) for row in read("by.csv") if row["group"] == "Valley Voice" and row.get("speaker") != "(all)"]
alone = [drop(row) for row in read("alone.csv")]
weeks = {row["week"] for row in parts}
alone = [row for row in alone if row["week"] in weeks]
assert parts and parts == alone, [pair for pair in zip(parts, alone) if pair[0] != pair[1]][:2]
END
    done
}

# Energy falls from 35 % to 10 %, and within the outlet that is left not at all.
silence_is_no_change() {
    "$BROADSHEET" report --topics "$work/topics.yaml" --date 2025-12-31 -o "$work/again" "$work/silence.jsonl" >"$work/said"
    cat "$work/said"
    grep -q '^1 topic moved only because the mix of outlets did' "$work/said" &&
        grep -q '^Outlets with 50.0% of the articles before are silent now' "$work/said" &&
        ! pdftotext "$work/silence/weekly.pdf" - | grep -q 'Energy fell'
}

coverage_names_the_silent() {
    grep 'silent' "$work/silence/csv/coverage.csv" >"$work/silent"
    cat "$work/silent"
    [ "$(wc -l <"$work/silent")" -eq 1 ] && grep -q '^,2025-W48,Valley Voice,0,0,0,0,0,0,0,no,.*coverage:2025-W48:Valley Voice$' "$work/silent"
}

# Of the outlet alone each week has the same share: the slope is 0, and known no better than chance lets it be.
a_share_that_never_varies() {
    grep '"source": "Valley Voice"' "$work/silence.jsonl" >"$work/alone.jsonl"
    run trends "$work/alone.jsonl" >"$work/trends.csv" && python3 - "$work/trends.csv" <<'END'
import csv, sys
row = {row["key"]: row for row in csv.DictReader(open(sys.argv[1], encoding="utf-8"))}["energy"]
assert row["weeks"] == "12" and abs(float(row["slope"])) < 1e-9 and float(row["p"]) > .99, row
assert -.1 < float(row["slope_low"]) < -.01 and .01 < float(row["slope_high"]) < .1, row
assert row["within"] == "" and row["note"] == "there is one outlet, so nothing within outlets", row
END
}

# Day by day the whole falls, and not by chance; within outlets the slope is 0.
silence_is_no_trend() {
    python3 tests/program/invented_groups.py long-silence "$work/long.jsonl"
    run trends --series day "$work/long.jsonl" >"$work/trends.csv" && python3 - "$work/trends.csv" <<'END'
import csv, sys
row = {row["key"]: row for row in csv.DictReader(open(sys.argv[1], encoding="utf-8"))}["energy"]
assert float(row["slope_high"]) < 0 and float(row["p"]) < .05, row
assert abs(float(row["within"])) < 1e-9 and float(row["within_low"]) < 0 < float(row["within_high"]), row
assert row["change_weeks"] == "" and row["weeks"] == "91" and row["model"].endswith("days of the week"), row
END
}

who_arrives() {
    python3 - "$work/voices.jsonl" "$work/arrivals.jsonl" <<'END'
import datetime, json, sys
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
with open(sys.argv[2], "w", encoding="utf-8") as out:
    # Ann in all six weeks, Bob in the first and the last, Carl in the last alone.
    for week, who in enumerate(["AB", "A", "A", "A", "A", "ABC"]):
        for row in rows:
            name = row["text"].split("”")[1].split()[0][0] if "”" in row["text"] else ""
            if name in who:
                day = datetime.date.fromisoformat(row["date"]) + datetime.timedelta(7 * week - 35)
                out.write(json.dumps(dict(row, id=f"{row['id']}-{week}", date=str(day),
                                          text=row["text"].replace("rained", "rained " + "abcdef"[week] * 3))) + "\n")
END
    run report -o "$work/arrivals" "$work/arrivals.jsonl" || return 1
    printf 'Carl Reed,new,,\nBob Stone,returns,2025-W43,4\n' >"$work/expected"
    same_rows "$work/arrivals/csv/arrivals.csv" speaker arrival last_week weeks_away
}

same_bytes() {
    for threads in 1 4; do
        run speakers --by outlet --series month --threads "$threads" "$work/silence.jsonl" "$work/voices.jsonl" >"$work/$threads.csv" 2>/dev/null
    done
    run report --threads 1 -o "$work/one" "$work/voices.jsonl" && cmp "$work/1.csv" "$work/4.csv" &&
        cmp "$work/one/csv/speaker_topics.csv" "$work/voices/csv/speaker_topics.csv" &&
        cmp "$work/one/csv/speakers_by_party.csv" "$work/voices/csv/speakers_by_party.csv"
}

# Undated articles, one, one of a word, and articles of no outlet: a number or a reason, in every table.
a_number_or_a_reason() {
    sed 's/"date": "[^"]*", //' "$work/voices.jsonl" >"$work/undated.jsonl"
    sed 's/"source": "[^"]*", //' "$work/voices.jsonl" >"$work/nameless.jsonl"
    head -n 1 "$work/voices.jsonl" >"$work/one.jsonl"
    printf '{"id":"x","text":"word","date":"2025-11-24"}\n' >"$work/word.jsonl"
    for set in undated nameless one word; do
        run report -o "$work/$set" "$work/$set.jsonl" || return 1
        for step in day month; do
            for by in outlet party; do
                run speakers --series "$step" --by "$by" "$work/$set.jsonl" >"$work/$set/csv/speakers.$step.$by.csv" &&
                    run topics --series "$step" --by "$by" "$work/$set.jsonl" >"$work/$set/csv/topics.$step.$by.csv" || return 1
            done
        done
        python3 - "$work/$set/csv" <<'END' || return 1
import csv, glob, sys
for path in glob.glob(sys.argv[1] + "/*.csv"):
    for row in csv.DictReader(open(path, encoding="utf-8")):
        cells = {cell.lower() for cell in row.values()}
        assert not cells & {"nan", "inf", "-inf", "-nan"}, (path, row)
        for name in row:
            if name.endswith("_low") and not row[name]:
                assert row["note"], (path, row)
END
    done
}

real_outlets_add_up() {
    given="--date 2025-12-31 --stories"
    gzip -dc ../shared/corpora/polnear-dev.jsonl.gz >"$work/polnear.jsonl" &&
        adds_up "$work/polnear.jsonl" month
}

real_languages_add_up() {
    given="--date 2025-12-31"
    gzip -dc ../shared/corpora/wikinews.jsonl.gz | head -n 1500 >"$work/wikinews.jsonl" &&
        adds_up "$work/wikinews.jsonl" week
}

check speakers_by_outlet_are_as_worked_by_hand speakers_by_outlet
check speakers_by_party_are_as_worked_by_hand speakers_by_party
check an_empty_cell_of_the_roster_is_unknown speakers_by_home
check speakers_by_topic_and_outlet_are_as_worked_by_hand speaker_topics
check a_topic_of_all_articles_has_the_speakers_intervals one_topic_is_the_whole
check topics_by_outlet_are_as_worked_by_hand topic_outlets
check topics_by_party_are_of_articles_that_quote_it topics_by_party
check concentration_is_as_worked_by_hand concentration
check groups_add_up_to_the_whole adds_up "$work/voices.jsonl" "day week month"
check one_group_is_the_whole one_group_is_the_whole
check days_and_months_add_up_to_weeks all_series
check an_outlet_has_the_rows_of_a_report_on_it_alone outlet_alone "$work/voices.jsonl" speakers topics terms
check an_outlet_has_the_rows_of_a_report_on_it_alone_in_many_weeks outlet_alone "$work/silence.jsonl" topics terms
check a_silent_outlet_is_no_change_of_a_topic silence_is_no_change
check a_silent_outlet_is_no_trend silence_is_no_trend
check a_share_that_never_varies_has_an_interval_around_0 a_share_that_never_varies
check coverage_names_the_week_in_which_an_outlet_was_silent coverage_names_the_silent
check new_and_returning_speakers_are_told_apart who_arrives
check there_is_a_number_or_a_reason a_number_or_a_reason
check groups_do_not_depend_on_threads same_bytes
for by in party Outlet; do
    check "terms_do_not_go_by_$by" exits_with 2 "$BROADSHEET" terms --by "$by" "$work/voices.jsonl"
done
check a_report_does_not_go_by_something exits_with 2 "$BROADSHEET" report --by outlet -o "$work/none" "$work/voices.jsonl"
check no_series_goes_by_year exits_with 2 "$BROADSHEET" topics --series year "$work/voices.jsonl"
if [ -d ../shared/corpora ]; then
    check groups_of_real_outlets_add_up real_outlets_add_up
    check groups_of_real_languages_add_up real_languages_add_up
else
    echo "skip groups_of_real_outlets_add_up: ../shared/corpora is not there"
    echo "skip groups_of_real_languages_add_up: ../shared/corpora is not there"
fi
finish
