#!/bin/sh
# The tables of words: phrases, collocations, dispersion and concordances against an independent count
# (count_terms.py), what --help says, and what is refused.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

counter=tests/program/count_terms.py
python3 "$counter" random 1500 >"$work/random.jsonl"

# grams_equal ARTICLES N LEAST
grams_equal() {
    # shellcheck disable=SC2046
    "$BROADSHEET" terms -q --lang und --ngrams "$2" --least "$3" $(python3 "$counter" days "$1") "$1" >"$work/grams.csv" &&
        python3 "$counter" grams "$2" "$3" "$1" "$work/grams.csv"
}

for language in en ru de; do
    for n in 1 2 3 4 5; do
        check "phrases_of_${n}_words_in_${language}_equal_an_independent_count" \
            grams_equal "tests/articles/counts.$language.jsonl" $n 1
    done
done
check bigrams_of_random_text_equal_an_independent_count grams_equal "$work/random.jsonl" 2 1
check bigrams_met_twice_equal_an_independent_count grams_equal "$work/random.jsonl" 2 2

# near_equal ARTICLES NODE L R
near_equal() {
    "$BROADSHEET" collocations -q --lang und --least 2 --top 0 --window "$3,$4" "$2" "$1" >"$work/near.csv" &&
        python3 "$counter" near "$2" "$3" "$4" "$1" "$work/near.csv"
}
kwic_equal() {
    "$BROADSHEET" kwic -q --lang und "$2" "$1" >"$work/kwic.csv" && python3 "$counter" kwic "$2" "$1" "$work/kwic.csv"
}
spread_equal() {
    articles=$1
    shift
    "$BROADSHEET" dispersion -q --lang und "$@" "$articles" >"$work/spread.csv" &&
        python3 "$counter" spread "$articles" "$work/spread.csv"
}

diversity_equals() {
    "$BROADSHEET" diversity -q --lang und "$1" >"$work/diversity.csv" && python3 "$counter" diversity "$1" "$work/diversity.csv"
}

# The sample as JSON Lines, since the independent count reads that.
cat corpus/sample/coastline/*.jsonl >"$work/sample.jsonl"
check collocates_of_a_word_equal_an_independent_count near_equal "$work/sample.jsonl" harbour 5 5
check collocates_of_the_most_frequent_word_equal_an_independent_count near_equal "$work/sample.jsonl" the 3 7
check collocates_on_one_side_equal_an_independent_count near_equal "$work/sample.jsonl" said 0 2
check a_concordance_equals_an_independent_count kwic_equal "$work/sample.jsonl" harbour
check a_concordance_of_a_frequent_word_equals_an_independent_count kwic_equal "$work/sample.jsonl" the
check a_concordance_of_random_text_equals_an_independent_count kwic_equal "$work/random.jsonl" x
check diversity_equals_an_independent_count diversity_equals "$work/sample.jsonl"
check dispersion_equals_an_independent_count spread_equal "$work/sample.jsonl" harbour the said storm

# --- what every article has ----------------------------------------------------------------

# clipped COUNT FILE: articles of one week that all end in "[+1234 chars]"; "orchard" is in half of them, three times.
clipped() {
    awk -v count="$1" 'BEGIN {
        for (i = 0; i < count; i++)
            printf "{\"id\": \"c%d\", \"date\": \"2025-11-%02d\", \"text\": \"The %s of the county [+1234 chars]\"}\n",
                i, 17 + i % 7, i % 2 ? "orchard, an orchard, the orchard" : "ferry"
    }' >"$2"
}
# first_words COUNT: the frequent words of a report of so many, in their order, then how often the page tells of one left out.
first_words() {
    clipped "$1" "$work/clipped.jsonl"
    "$BROADSHEET" report -q -o "$work/clipped" "$work/clipped.jsonl" &&
        awk -F, '$2 == "frequent" { printf "%s ", $3 }' "$work/clipped/csv/words.csv" &&
        pdftotext "$work/clipped/weekly.pdf" - | tr '\n' ' ' |
        grep -o 'Left out, since nine in ten articles have [^.]*\.' | sort -u
}
check what_nearly_every_article_has_is_no_frequent_word_of_the_week \
    test "$(first_words 30)" = 'orchard ferry Left out, since nine in ten articles have them: “chars” and “county”.'
check of_few_articles_every_word_counts test "$(first_words 29)" = "orchard chars county ferry "

# --- what does not matter ------------------------------------------------------------------

"$BROADSHEET" ingest -q -s "$work/s.db" corpus/sample
same_whatever() {
    for command in "terms --ngrams 2" "collocations" "collocations --span sentence harbour" "diversity" \
        "dispersion harbour" "kwic --random 20 the" "kwic --sort left the" "keyness --measures all --top 3"; do
        # shellcheck disable=SC2086
        "$BROADSHEET" $command -q -t 1 --date 2025-12-01 -s "$work/s.db" >"$work/one.csv" &&
            "$BROADSHEET" $command -q -t 3 --date 2025-12-01 -s "$work/s.db" >"$work/three.csv" &&
            cmp "$work/one.csv" "$work/three.csv" && [ "$(wc -l <"$work/one.csv")" -gt 1 ] || return 1
    done
}
check threads_change_no_byte same_whatever

a_store_is_its_folder() {
    for command in collocations diversity "kwic storm" "dispersion storm"; do
        # shellcheck disable=SC2086
        "$BROADSHEET" $command -q -s "$work/s.db" >"$work/one.csv" &&
            "$BROADSHEET" $command -q corpus/sample >"$work/two.csv" && cmp "$work/one.csv" "$work/two.csv" || return 1
        [ "$(wc -l <"$work/one.csv")" -gt 1 ] || return 1
    done
}
check a_store_gives_what_its_folder_gives a_store_is_its_folder

draws() {
    "$BROADSHEET" kwic -q --random 20 the -s "$work/s.db" >"$work/one.csv"
    "$BROADSHEET" kwic -q --random 20 --seed 2 the -s "$work/s.db" >"$work/two.csv"
    "$BROADSHEET" kwic -q the -s "$work/s.db" >"$work/all.csv"
    [ "$(wc -l <"$work/one.csv")" -eq 21 ] && ! cmp -s "$work/one.csv" "$work/two.csv" &&
        sort "$work/one.csv" >"$work/one.sorted" && sort "$work/all.csv" >"$work/all.sorted" &&
        [ -z "$(comm -23 "$work/one.sorted" "$work/all.sorted")" ]
}
check a_draw_is_of_all_lines_and_by_the_seed draws

sorted_by_what_follows() {
    "$BROADSHEET" kwic -q --sort right --context 1 the -s "$work/s.db" >"$work/right.csv" &&
        python3 - "$work/right.csv" <<'END'
import csv, sys
rights = [row["right"].strip("\"',.;:?!()“”‘’—").lower().encode() for row in csv.DictReader(open(sys.argv[1], encoding="utf-8"))]
plain = [r for r in rights if r.isalpha()]
assert len(plain) > 100 and plain == sorted(plain)
END
}
check sort_right_is_by_the_words_that_follow sorted_by_what_follows

# The node's column is the same in every line.
aligned() {
    "$BROADSHEET" kwic -q --format table harbour -s "$work/s.db" >"$work/kwic.txt"
    ! grep -vE '^.{44}  [Hh]arbour  ' "$work/kwic.txt"
}
check columns_stand_below_each_other aligned

days_choose_articles() {
    "$BROADSHEET" kwic -q storm -w 2025-W48 -s "$work/s.db" | cut -d: -f1 | wc -l >"$work/week"
    "$BROADSHEET" kwic -q storm --from 2025-11-24 --to 2025-11-30 -s "$work/s.db" | wc -l >"$work/days"
    "$BROADSHEET" kwic -q storm --from 2025-11-30 -s "$work/s.db" | wc -l >"$work/less"
    cmp "$work/week" "$work/days" && [ "$(cat "$work/less")" -lt "$(cat "$work/days")" ]
}
check week_and_days_choose_articles days_choose_articles

a_week_is_empty() {
    for command in "kwic storm" diversity "collocations storm" "dispersion storm"; do
        # shellcheck disable=SC2086
        exits_with 3 "$BROADSHEET" $command -w 2020-W01 -s "$work/s.db" &&
            grep -q 'there are no articles in 2020-W01; ' "$work/err" && [ ! -s "$work/out" ] || return 1
    done
    exits_with 3 "$BROADSHEET" kwic storm --to 2020-01-05 -s "$work/s.db" &&
        exits_with 0 "$BROADSHEET" kwic -q storm --from 1990-01-01 -s "$work/s.db"
}
check a_week_without_articles_is_refused a_week_is_empty

# --- what is refused ------------------------------------------------------------------------

refused_as() {
    message=$1
    shift
    exits_with 2 "$BROADSHEET" "$@" && grep -q -e "$message" "$work/err"
}
check a_term_without_articles_says_so refused_as "no file or folder 'xyzzy'" collocations xyzzy
check phrases_by_outlet_are_refused refused_as 'neither --by nor' terms --ngrams 2 --by outlet corpus/sample
check phrases_by_day_are_refused refused_as 'neither --by nor' terms --least 3 --series day corpus/sample
check kwic_wants_a_term refused_as 'which term' kwic
check dispersion_wants_a_term refused_as 'which term' dispersion corpus/sample
check a_node_is_one_word refused_as 'one word' collocations 'the harbour' corpus/sample
check a_window_is_two_numbers refused_as 'window 5: ' collocations --window 5 corpus/sample
check another_span_is_refused refused_as 'only sentence' collocations --span chapter corpus/sample
check another_order_is_refused refused_as 'log_dice, o, pmi' collocations --sort size corpus/sample
check phrases_have_five_words_at_most refused_as '1 to 5' terms --ngrams 6 corpus/sample
check other_measures_are_refused refused_as 'only all' keyness --measures some corpus/sample
check days_in_the_wrong_order_are_refused refused_as '--from 2025-12-01 lies after --to 2025-11-01' kwic the corpus/sample --from 2025-12-01 --to 2025-11-01

a_file_may_be_meant_for_a_term() {
    (cd "$work" && mkdir -p harbour && "$BROADSHEET" dispersion -q --term harbour -s s.db >found.csv) &&
        grep -q '^harbour,article,179,43,' "$work/found.csv"
}
check a_term_that_names_a_folder_is_given_by_an_option a_file_may_be_meant_for_a_term

few() {
    printf '%s\n' '{"id":"a","date":"2025-11-24","text":"Rain."}' >"$work/few.jsonl"
    for command in "collocations rain" collocations diversity "dispersion rain" "kwic rain" "terms --ngrams 2" \
        "keyness --measures all"; do
        # shellcheck disable=SC2086
        "$BROADSHEET" $command -q "$work/few.jsonl" >"$work/few.csv" || return 1
        ! grep -qiE '(^|,)-?(nan|inf)' "$work/few.csv" || return 1
    done
}
check one_word_is_enough_for_every_table few
finish
