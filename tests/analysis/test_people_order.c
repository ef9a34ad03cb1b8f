/* What holds of any people, in whatever order they are quoted: held against invented ones. */
#include "tests/analysis/spoken_names.h"

#include "corpus/base/bytes.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static const char *const pool[] = {
    "John Smith",      "J. Smith",       "John B. Smith",  "John C. Smith",
    "Smith",           "James Smith",    "JOHN SMITH",     "John Smith Jr.",
    "Mrs. Smith",      "Sergei Morozov", "Sergey Morozov", "S. Morozov",
    "Morozov",         "Morozova",       "Anna Morozova",  "Сергей Морозов",
    "Сергея Морозова", "Морозов",        "Морозовой",      "Jürgen Müller",
    "Juergen Mueller", "Mueller",        "Müller",         "the ministry",
    "The Ministry",    "president",      "mayor",          "Ursula von Holt",
    "von Holt",        "Holt",           "Helena Holt",    "NATO",
    "London",          "Jack London",    "K. Holt",
};

static const char *const mentions[] = {
    "", "he", "she", "President Holt", "the president", "Mayor John Smith"};

static const char *const cues[] = {"", "said", "according to", "told reporters"};

struct added {
    const char *name, *mention, *cue;
    int32_t week;
    uint32_t article;
    bool counts;
};

enum { USES = 40 };

static const char *one_of(const char *const *texts, size_t count, uint64_t *random)
{
    return texts[next_random(random) % count];
}

static void invent(struct added *uses, uint64_t *random)
{
    for (size_t i = 0; i < USES; i++) {
        uses[i].name = one_of(pool, COUNT_OF(pool), random);
        uses[i].mention = one_of(mentions, COUNT_OF(mentions), random);
        uses[i].cue = one_of(cues, COUNT_OF(cues), random);
        uses[i].article = (uint32_t)(next_random(random) % 6);
        uses[i].week = (int32_t)uses[i].article / 2;
        uses[i].counts = next_random(random) % 4 > 0;
    }
}

/*
 * The people of some uses, as "NAME=PERSON (RULE, KIND)" lines by use; of those
 * that count, or of all, without the kind.
 */
static void describe(struct bytes *text, const struct added *uses, const size_t *order,
                     size_t count, bool all)
{
    struct people people = PEOPLE_EMPTY;
    uint32_t *voices = calloc(USES, sizeof *voices);

    assert_non_null(voices);
    for (size_t i = 0; i < count; i++) {
        const struct added *use = &uses[order[i]];

        voices[order[i]] =
            people_add(&people, &(struct people_use){.speaker = span_of(use->name),
                                                     .mention = span_of(use->mention),
                                                     .cue = span_of(use->cue),
                                                     .week = use->week,
                                                     .article = use->article,
                                                     .counts = use->counts});
    }
    people_settle(&people);
    for (size_t i = 0; i < USES; i++) {
        if (!all && !uses[i].counts)
            continue;
        bytes_print(text, "%s %d=%.*s (%s", uses[i].name, (int)uses[i].week,
                    SPAN_PRINT(people.names[people.person_of[voices[i]]]),
                    people_rule_name(people.rules[voices[i]]));
        bytes_print(text, ", %s)\n",
                    all ? people_kind_name(people.kinds[people.person_of[voices[i]]]) : "");
    }
    people_release(&people);
    free(voices);
}

/* Articles in any order; the uses of one stay in theirs, for what has no mention goes on with the
 * use before it. */
static void shuffle_articles(size_t *order, const struct added *uses, uint64_t *random)
{
    uint32_t articles[6] = {0, 1, 2, 3, 4, 5};
    size_t count = 0;

    for (size_t i = COUNT_OF(articles); i > 1; i--) {
        size_t with = next_random(random) % i;
        uint32_t kept = articles[i - 1];

        articles[i - 1] = articles[with];
        articles[with] = kept;
    }
    for (size_t a = 0; a < COUNT_OF(articles); a++) {
        for (size_t i = 0; i < USES; i++) {
            if (uses[i].article == articles[a])
                order[count++] = i;
        }
    }
}

static void the_order_of_articles_changes_nobody(void **state)
{
    uint64_t random = 88172645463325252u;

    (void)state;
    for (int round = 0; round < 300; round++) {
        struct added uses[USES];
        size_t order[USES];
        struct bytes one = BYTES_EMPTY, other = BYTES_EMPTY;

        invent(uses, &random);
        shuffle_articles(order, uses, &random);
        describe(&one, uses, order, USES, true);
        shuffle_articles(order, uses, &random);
        describe(&other, uses, order, USES, true);
        assert_string_equal(bytes_text(&one), bytes_text(&other));
        bytes_release(&one);
        bytes_release(&other);
    }
}

static void without_what_does_not_count_all_others_are_the_same(void **state)
{
    uint64_t random = 2862933555777941757u;

    (void)state;
    for (int round = 0; round < 1000; round++) {
        struct added uses[USES];
        size_t order[USES], counting[USES], count = 0;
        struct bytes one = BYTES_EMPTY, other = BYTES_EMPTY;

        invent(uses, &random);
        for (size_t i = 0; i < USES; i++) {
            if (!uses[i].mention[0]) /* would go on with what does not count */
                uses[i].mention = uses[i].name;
            order[i] = i;
            if (uses[i].counts)
                counting[count++] = i;
        }
        describe(&one, uses, order, USES, false);
        describe(&other, uses, counting, count, false);
        assert_string_equal(bytes_text(&one), bytes_text(&other));
        bytes_release(&one);
        bytes_release(&other);
    }
}

/* Who was settled once, and is named by the name shown, is settled the same again. */
static void settling_what_was_settled_changes_nothing(void **state)
{
    enum { ROUNDS = 300, ADDED = 25 };
    uint64_t random = 1442695040888963407u;

    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        struct people people = PEOPLE_EMPTY, again = PEOPLE_EMPTY;

        for (size_t i = 0; i < ADDED; i++)
            (void)add(&people, pool[next_random(&random) % COUNT_OF(pool)], "", 1);
        people_settle(&people);
        for (size_t v = 0; v < people.voice_count; v++) {
            struct span name = people.names[people.person_of[v]];

            if (memchr(name.bytes, '(', name.length))
                continue;
            for (uint32_t k = 0; k < people.voices[v].quotes; k++)
                (void)people_add(&again,
                                 &(struct people_use){.speaker = name, .week = 1, .counts = true});
        }
        people_settle(&again);
        for (size_t v = 0; v < again.voice_count; v++) {
            struct span spelling = table_text(&again.spellings, again.voices[v].spelling);

            if (!span_equal(again.names[again.person_of[v]], spelling))
                print_error("%.*s became %.*s\n", SPAN_PRINT(spelling),
                            SPAN_PRINT(again.names[again.person_of[v]]));
            assert_true(span_equal(again.names[again.person_of[v]], spelling));
        }
        people_release(&people);
        people_release(&again);
    }
}

static void no_two_people_are_shown_by_one_name(void **state)
{
    uint64_t random = 3935559000370003845u;

    (void)state;
    for (int round = 0; round < 300; round++) {
        struct people people = PEOPLE_EMPTY;
        struct table shown = TABLE_EMPTY;

        for (size_t i = 0; i < 40; i++)
            (void)add(&people, pool[next_random(&random) % COUNT_OF(pool)],
                      mentions[next_random(&random) % COUNT_OF(mentions)],
                      (int32_t)(next_random(&random) % 3));
        people_settle(&people);
        for (size_t p = 0; p < people.count; p++)
            (void)table_add(&shown, people.names[p]);
        assert_int_equal(shown.count, people.count);
        table_release(&shown);
        people_release(&people);
    }
}

static void a_hundred_thousand_spellings_are_settled_in_time(void **state)
{
    enum { SPELLINGS = 100000, SECONDS = 20 }; /* under sanitizers; the bench prints the real one */
    struct people people = PEOPLE_EMPTY;
    clock_t start = clock();
    char name[64];

    (void)state;
    for (int i = 0; i < SPELLINGS; i++) {
        (void)snprintf(name, sizeof name, "%c%c%c%c Na%c%c%c", 'A' + i % 26, 'a' + i / 26 % 26,
                       'a' + i / 676 % 26, 'a' + i / 17576 % 26, 'a' + i % 23, 'a' + i / 23 % 23,
                       'a' + i / 529 % 11);
        (void)add(&people, name, name, i % 13);
    }
    people_settle(&people);
    print_message("%d spellings settled in %.2f s\n", SPELLINGS,
                  (double)(clock() - start) / CLOCKS_PER_SEC);
    assert_true((double)(clock() - start) / CLOCKS_PER_SEC < SECONDS);
    people_release(&people);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_order_of_articles_changes_nobody),
        cmocka_unit_test(without_what_does_not_count_all_others_are_the_same),
        cmocka_unit_test(settling_what_was_settled_changes_nothing),
        cmocka_unit_test(no_two_people_are_shown_by_one_name),
        cmocka_unit_test(a_hundred_thousand_spellings_are_settled_in_time),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
