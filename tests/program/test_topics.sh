#!/bin/sh
# Topics against an independent count (count_topics.py), the words that matched, and `broadsheet check`.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

counter=tests/program/count_topics.py

# equals ARTICLES DICTIONARY: hits and articles of all categories are those of the independent count.
equals() {
    "$BROADSHEET" topics -q --lang und --levels 9 --topics "$2" "$1" >"$work/topics.csv" &&
        python3 "$counter" compare "$1" "$2" "$work/topics.csv"
}

if python3 -c 0 2>/dev/null; then
    for language in en ru de; do
        python3 tests/program/count_terms.py plain tests/articles/counts.$language.jsonl >"$work/plain.jsonl"
        for seed in 1 2; do
            python3 "$counter" random "$work/plain.jsonl" $seed >"$work/random.yml"
            check "random_dictionary_${seed}_in_${language}_equals_an_independent_count" \
                equals "$work/plain.jsonl" "$work/random.yml"
        done
    done
    if [ -d ../shared/corpora ] && [ -d ../shared/refdata ]; then
        gzip -dc ../shared/corpora/wikinews.jsonl.gz >"$work/all.jsonl"
        python3 tests/program/count_terms.py plain "$work/all.jsonl" >"$work/plain.jsonl"
        for dictionary in ../shared/refdata/dict-newsmap/english.yml ../shared/refdata/dict-newsmap/spanish.yml \
            ../shared/refdata/dict-formats/*.*; do
            check "$(basename "$dictionary" | tr -c 'a-z0-9\n' _)_equals_an_independent_count" \
                equals "$work/plain.jsonl" "$dictionary"
        done
    else
        echo "skip dictionaries_of_shared_equal_an_independent_count: ../shared is not here"
    fi
else
    echo "skip dictionaries_equal_an_independent_count: python3 is not here"
fi

# --- worked by hand ----------------------------------------------------------------------------

cat >"$work/set.jsonl" <<'END'
{"id":"a","lang":"en","date":"2025-11-24","source":"S","title":"Rain","text":"The storms came and the storm surge rose in the town. People of the town went away from the river bank."}
{"id":"b","lang":"en","date":"2025-11-25","source":"S","title":"Nothing","text":"The storm was not far from the coast of the country when the ships went home to the port."}
{"id":"c","lang":"de","date":"2025-11-26","source":"S","title":"Wahl","text":"Die Bundesregierung und der Bundestag haben am Mittwoch in Berlin über das neue Gesetz und die Minister gesprochen."}
{"id":"d","lang":"en","date":"2025-11-27","source":"S","title":"More","text":"The government and the parliament of the country met on the day to speak about the new minister and the vote."}
{"id":"e","lang":"fr","date":"2025-11-27","source":"S","title":"Le vote","text":"Le gouvernement et le parlement du pays se sont réunis hier pour parler du nouveau ministre et de la loi sur les impôts."}
END
cat >"$work/weather.yaml" <<'END'
weather:
  rule: {title: 0, except: [river bank*]}
  storms: [storm*, storms, storm surge, bank, formula 1, tornado*]
money: [bank, NOT river bank]
water: [surge, river]
END

rows() {
    "$BROADSHEET" "$@" -q --format csv -w 2025-W48 --date 2025-12-01 "$work/set.jsonl"
}

# prints WANTED COMMAND...: the command's output is this.
prints() {
    printf '%s\n' "$1" >"$work/wanted"
    shift
    "$@" >"$work/printed" && diff "$work/wanted" "$work/printed"
}

words_of_the_weather() {
    rows topics --words --topics "$work/weather.yaml" | cut -d, -f1-7
}
check the_words_that_matched_are_listed_for_articles_that_carry_the_topic prints \
    'week,topic,entry,words,hits,articles,title_hits
2025-W48,water,river,river,1,1,0
2025-W48,water,surge,surge,1,1,0
2025-W48,weather,storm surge,storm surge,1,1,0
2025-W48,weather,storm*,storms,1,1,0' words_of_the_weather

problems() {
    rows check "$work/weather.yaml" | sed 's/,check:.*//; s/,id$//'
}
check a_dictionary_is_checked_with_examples prints \
    "problem,topic,entry,line,hits,other_topic,other,other_line,example,article_id,note
never,weather/storms,formula 1,3,0,,,,,,\"'1' is a number, and numbers are not counted as words\"
dead,weather/storms,tornado*,3,0,,,,,,nowhere in the articles
shadowed,weather/storms,storms,3,1,weather/storms,storm*,3,The storms came and the storm surge rose in,a,never counts: the other takes its words
shadowed,weather/storms,bank,3,1,weather,NOT river bank*,2,of the town went away from the river bank.,a,never counts: the other excludes it
shadowed,money,bank,4,1,money,NOT river bank,4,of the town went away from the river bank.,a,never counts: the other excludes it
double,weather/storms,storm surge,3,1,water,surge,5,The storms came and the storm surge rose in the town. People of the town,a,both count in the same words" problems

never_alone() {
    "$BROADSHEET" check -q --format csv "$work/weather.yaml" | cut -d, -f1-4
}
check without_articles_only_what_can_never_match_is_listed prints \
    'problem,topic,entry,line
never,weather/storms,formula 1,3' never_alone

# c by the German entries and d by the English ones; a French article is in no share.
politics() {
    rows topics | grep ',politics-and-government,' | cut -d, -f2,4,5
}
check articles_are_matched_in_their_own_language prints 'politics-and-government,2,4' politics

# carried_by WANTED RULE: so many of the set's articles carry what is found three times in a and once in its title.
carried_by() {
    printf 'x:\n  rule: %s\n  y: [the town, town, rain, storm*]\n' "$2" >"$work/rule.yaml"
    rows topics --topics "$work/rule.yaml" >"$work/rule.csv"
    cat "$work/rule.csv"
    [ "$(cut -d, -f4 "$work/rule.csv" | tail -n 1)" = "$1" ]
}
check four_hits_carry_a_topic_that_asks_for_four carried_by 1 '{hits: 4, title: 0}'
check four_hits_do_not_carry_a_topic_that_asks_for_five carried_by 0 '{hits: 5, title: 0}'
check one_hit_in_the_title_does_unless_it_is_told_not_to carried_by 1 '{hits: 5}'
check a_hit_after_the_is_none_where_the_rule_says_so carried_by 0 '{hits: 1, title: 0, unless: [the], within: 5}'

# An entry that two languages write alike is one row.
cat >"$work/two.jsonl" <<'END'
{"id":"a","lang":"en","date":"2025-11-24","source":"S","title":"More","text":"The company said on the day that NASA and the others at NASA had come to the country and to the town with the new maps."}
{"id":"b","lang":"ru","date":"2025-11-24","source":"S","title":"Еще","text":"Компании NASA и Google сообщили во вторник, что они пришли в страну и в город с новыми картами и планами на год."}
END
nasa() {
    "$BROADSHEET" topics -q --words -w 2025-W48 --date 2025-12-01 "$work/two.jsonl" | grep ',nasa,' | cut -d, -f2-6
}
check an_entry_that_two_languages_have_is_one_row prints 'science-and-technology,nasa,nasa,3,2' nasa

"$BROADSHEET" ingest -q -s "$work/set.db" "$work/set.jsonl"
check_of_a_store() {
    "$BROADSHEET" check -q --format csv "$work/weather.yaml" -s "$work/set.db" | sed 's/,check:.*//; s/,id$//'
}
problems >"$work/of_files"
check a_store_gives_the_same_problems prints "$(cat "$work/of_files")" check_of_a_store

levels() {
    rows topics --levels 2 --topics "$work/weather.yaml" | cut -d, -f2-4 | sort
}
check categories_count_down_to_the_level_asked_for prints \
    'money,0,0
topic,hits,articles
water,2,1
weather,2,1
weather/storms,2,1' levels

printf 'a:\n  - "*"\n' >"$work/star.yaml"
check an_entry_that_fits_all_ends_with_2 exits_with 2 "$BROADSHEET" topics --topics "$work/star.yaml" "$work/set.jsonl"
check a_check_without_a_dictionary_ends_with_2 exits_with 2 "$BROADSHEET" check
check level_0_ends_with_2 exits_with 2 "$BROADSHEET" topics --levels 0 "$work/set.jsonl"
finish
