#!/bin/sh
# One person across articles and weeks: the roster, its faults, and the alias table.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

# Two weeks; who speaks under which name.
cat >"$work/articles.jsonl" <<'END'
{"id":"a1","date":"2025-11-17","source":"Courier","title":"Budget","text":"President Helena Vorsk opened the debate on Monday. \"The budget is fair and it is late,\" Helena Vorsk said."}
{"id":"a2","date":"2025-11-18","source":"Tribune","title":"Budget again","text":"The hall was full. \"We will not cut the harbour fund this year,\" President Helena Vorsk said."}
{"id":"a3","date":"2025-11-19","source":"Tribune","title":"Harbour","text":"The quay was quiet. \"Nobody asked the dockers about any of this,\" said Sergei Morozov, a docker."}
{"id":"a4","date":"2025-11-25","source":"Courier","title":"Harbour again","text":"The quay was loud. \"They asked us in the end and we said no,\" said Sergey Morozov, a docker."}
{"id":"a5","date":"2025-11-26","source":"Courier","title":"School","text":"The school is cold. \"The boiler has been broken since the summer,\" said Bob Hale, a teacher."}
{"id":"a6","date":"2025-11-27","source":"Tribune","title":"School again","text":"The school is warm. \"The boiler was mended on Tuesday night,\" said Robert Hale, a teacher."}
END
cat >"$work/people.csv" <<'END'
name,aliases,role,party
Robert Hale,Bob Hale,teacher,"Salt, Tide"
Tobias Renner,,mayor,Harbour List
END

people() {
    "$BROADSHEET" people -q --date 2025-12-01 --format csv "$@" "$work/articles.jsonl"
}

has_row() { # ROW COMMAND...
    row=$1
    shift
    "$@" >"$work/rows.csv"
    grep -qF "$row" "$work/rows.csv" || {
        cat "$work/rows.csv"
        return 1
    }
}

check a_variant_is_listed_with_its_rule has_row 'Sergei Morozov,Sergey Morozov,1,variant,' people
check a_nickname_is_another_person_without_a_roster has_row 'Bob Hale,Bob Hale,1,full-name,' people
check a_roster_joins_a_nickname has_row 'Robert Hale,Bob Hale,1,roster,person,teacher,"Salt, Tide",' people --people "$work/people.csv"
check names_that_no_roster_knows_are_untouched has_row 'Helena Vorsk,Helena Vorsk,2,full-name,person,,,' people --people "$work/people.csv"

attributes_stand_beside_speakers() {
    "$BROADSHEET" report -q --date 2025-12-01 --people "$work/people.csv" -o "$work/made" "$work/articles.jsonl" &&
        head -n 1 "$work/made/csv/speakers.csv" | grep -q ',share_low,share_high,kind,role,party,note,id$' &&
        grep -q '^2025-W48,Robert Hale,2,.*,teacher,"Salt, Tide",' "$work/made/csv/speakers.csv" &&
        [ -s "$work/made/csv/people.csv" ]
}
check attributes_stand_beside_speakers attributes_stand_beside_speakers

# The configuration may name the roster; the option wins.
mkdir "$work/news"
cp "$work/articles.jsonl" "$work/news/"
printf 'people: %s\n' "$work/people.csv" >"$work/news/broadsheet.yaml"
from_configuration() {
    "$BROADSHEET" people -q --date 2025-12-01 --format csv "$@" "$work/news"
}
printf 'name\nBob Hale\n' >"$work/other.csv"
# A file that the configuration names lies beside it, and is no article.
mkdir "$work/beside"
cp "$work/articles.jsonl" "$work/people.csv" "$work/beside/"
printf 'people: people.csv\n' >"$work/beside/broadsheet.yaml"
beside_the_articles() {
    "$BROADSHEET" people --date 2025-12-01 --format csv "$work/beside/" 2>"$work/beside.err" >"$work/beside.out" &&
        grep -q 'Robert Hale,Bob Hale,1,roster' "$work/beside.out" && ! grep skipped "$work/beside.err"
}
check a_roster_beside_the_configuration_is_no_article beside_the_articles
check the_configuration_may_name_the_roster has_row 'Robert Hale,Bob Hale,1,roster' from_configuration
check an_option_wins_over_the_configuration has_row 'Bob Hale,Bob Hale,1,roster' from_configuration --people "$work/other.csv"

says() { # TEXT COMMAND...
    text=$1
    shift
    exits_with 2 "$@" && grep -qF "$text" "$work/err"
}
printf 'name,aliases\nHelena Vorsk,Vorsk\nElise Vorsk,Vorsk\n' >"$work/twice.csv"
check an_alias_of_two_people_ends_with_2_and_the_line says "twice.csv line 3: 'Vorsk' is a name of 'Helena Vorsk' on line 2 already" people --people "$work/twice.csv"
check a_roster_that_is_not_there_ends_with_2 says "$work/none.csv" people --people "$work/none.csv"

# Another roster is another setting.
settings_of() {
    python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["settings"]["sha256"])' "$1/manifest.json"
}
a_roster_shapes_the_settings_sum() {
    "$BROADSHEET" report -q --date 2025-12-01 -o "$work/plain" "$work/articles.jsonl" &&
        [ "$(settings_of "$work/plain")" != "$(settings_of "$work/made")" ]
}
check a_roster_shapes_the_settings_sum a_roster_shapes_the_settings_sum

# A turn takes nobody's initials away, unless turns count; it is listed all the same.
cat >"$work/talk.jsonl" <<'END'
{"id":"t1","date":"2025-11-24","source":"Courier","title":"Talk","text":"JAMES SMITH: The tide was in.\nTHE MAYOR: It was.\nJAMES SMITH: And then it was out."}
{"id":"t2","date":"2025-11-25","source":"Courier","title":"Quay","text":"The quay was quiet. \"The cranes have stood still for a week,\" John Smith said."}
{"id":"t3","date":"2025-11-26","source":"Courier","title":"Crane","text":"The quay was loud. \"The cranes are at work again at last,\" J. Smith said."}
END
talk() { # COMMAND OPTION...
    command=$1
    shift
    "$BROADSHEET" "$command" -q --format csv "$@" "$work/talk.jsonl"
}
check a_turn_leaves_initials_as_they_are has_row 'John Smith,J. Smith,1,initials,' talk people -w 2025-W48
check a_spelling_that_nobody_counts_is_listed has_row 'JAMES SMITH,JAMES SMITH,0,full-name,' talk people -w 2025-W48
check a_turn_that_counts_makes_initials_ambiguous has_row 'J. Smith,J. Smith,1,alone,' talk people -w 2025-W48 --turns
quotes_and_report_agree() { # OPTION...
    talk quotes "$@" >"$work/talk.csv"
    "$BROADSHEET" report -q -w 2025-W48 -o "$work/talked" "$@" "$work/talk.jsonl" &&
        cmp "$work/talk.csv" "$work/talked/csv/quotes.csv" && grep -q ',JAMES SMITH,' "$work/talk.csv"
}
check quotes_name_who_the_shares_have quotes_and_report_agree
check quotes_name_who_the_shares_have_with_turns quotes_and_report_agree --turns
turns_change_a_person() {
    talk quotes >"$work/without.csv" && talk quotes --turns >"$work/with.csv" && ! cmp -s "$work/without.csv" "$work/with.csv"
}
check turns_that_count_may_change_who_is_who turns_change_a_person

# Each quotation names the person that the shares have, in a report and by itself.
quotes_name_people() {
    "$BROADSHEET" quotes -q --format csv --people "$work/people.csv" "$work/articles.jsonl" >"$work/quotes.csv"
    cmp "$work/quotes.csv" "$work/made/csv/quotes.csv" &&
        python3 - "$work/quotes.csv" <<'END'
import csv, sys
people = {row["article_id"]: row["person"] for row in csv.DictReader(open(sys.argv[1], encoding="utf-8"))}
assert people == {"a1": "Helena Vorsk", "a2": "Helena Vorsk", "a3": "Sergei Morozov", "a4": "Sergei Morozov",
                  "a5": "Robert Hale", "a6": "Robert Hale"}, people
END
}
check each_quotation_names_its_person quotes_name_people

# Spellings add up to quotations: of each person in both tables.
tables_agree() {
    python3 - "$work/made/csv" <<'END'
import collections, csv, sys
def rows(name):
    return list(csv.DictReader(open(f"{sys.argv[1]}/{name}.csv", encoding="utf-8")))
people, speakers = collections.Counter(), collections.Counter()
for row in rows("people"):
    people[row["person"]] += int(row["quotes"])
for row in rows("speakers"):
    if row["speaker"] != "(unattributed)":
        speakers[row["speaker"]] += int(row["quotes"])
assert people == speakers, (people, speakers)
ids = [row["id"] for row in rows("people")]
assert len(ids) == len(set(ids)), ids
END
}
check the_alias_table_and_the_shares_count_alike tables_agree
finish
