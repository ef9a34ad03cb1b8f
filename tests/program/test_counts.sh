#!/bin/sh
# terms.csv against an independent count (count_terms.py): count, articles and tokens of every row.
# With the language `und` no paragraph is left out, so any text can be compared; texts in one language lose none without.
# shellcheck source=tests/program/lib.sh
. tests/program/lib.sh

counter=tests/program/count_terms.py

# equals ARTICLES OPTION...: the terms of ARTICLES, all its weeks, are those of the independent count.
equals() {
    articles=$1
    shift
    "$BROADSHEET" terms -q "$@" "$articles" >"$work/terms.csv" &&
        python3 "$counter" compare "$articles" "$work/terms.csv"
}

for language in en ru de; do
    articles=tests/articles/counts.$language.jsonl
    # shellcheck disable=SC2046
    set -- $(python3 "$counter" days "$articles")
    check "terms_in_${language}_equal_an_independent_count" equals "$articles" "$@"
    check "terms_in_${language}_with_no_language_equal_an_independent_count" equals "$articles" "$@" --lang und
done

python3 "$counter" random 3000 >"$work/random.jsonl"
# shellcheck disable=SC2046
set -- $(python3 "$counter" days "$work/random.jsonl")
check terms_of_random_text_in_six_scripts_equal_an_independent_count equals "$work/random.jsonl" "$@" --lang und

for corpus in events2022 wikinews polnear-dev; do
    name=terms_of_$(echo $corpus | tr - _)_equal_an_independent_count
    if [ -e "../shared/corpora/$corpus.jsonl.gz" ]; then
        gzip -dc "../shared/corpora/$corpus.jsonl.gz" >"$work/all.jsonl"
        python3 "$counter" plain "$work/all.jsonl" >"$work/plain.jsonl"
        check "$name" equals "$work/plain.jsonl" --lang und
    else
        echo "skip $name: ../shared is not here"
    fi
done

for gold in adaq_ru hseling_ru dewikinews adaq_cs; do
    name=terms_of_${gold}_equal_an_independent_count
    if [ -e "../shared/gold/$gold.dev.jsonl" ]; then
        python3 "$counter" plain "../shared/gold/$gold.dev.jsonl" >"$work/plain.jsonl"
        check "$name" equals "$work/plain.jsonl" --lang und
    else
        echo "skip $name: ../shared is not here"
    fi
done
finish
