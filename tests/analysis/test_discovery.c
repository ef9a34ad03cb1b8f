#include "analysis/discovery.h"
#include "analysis/measures/clusters.h"
#include "analysis/measures/numeric.h"
#include "analysis/measures/rise.h"
#include "analysis/survey.h"
#include "corpus/base/memory.h"
#include "tests/numbers.h"
#include "tests/sample_batch.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    WEEKS = 13,
    WEEK_ARTICLES = 24,
    ARTICLES = WEEKS * WEEK_ARTICLES,
    WORDS = 300, /* of the invented language */
    SUBJECTS = 12,
    SUBJECT_WORDS = 5,
    OUTLETS = 4,
    TOPIC_ARTICLES = 10, /* of the last week, for each planted topic */
    SEEDS = 200,
    FALSE_MOST = 10 /* of 200: 5 % */
};

/* What an invented corpus holds beside chance. */
enum planted { PLANTED_NOTHING, PLANTED_TWO, PLANTED_ONE_OUTLET, PLANTED_ONE_STORY };

/* Two subjects of the last week; words that no other article has. */
static const char *const planted_words[2][3] = {
    {"gravomil", "Tesso Kwimber", "plinthor"},
    {"Quarnby", "selvaton", "brickloom"},
};

struct corpus {
    struct sample samples[ARTICLES];
    char ids[ARTICLES][16], days[ARTICLES][16];
    struct bytes texts[ARTICLES];
};

/* "kamido": three syllables, so never a stop word nor a date. */
static void add_word(struct bytes *text, uint32_t number)
{
    static const char *const syllables[] = {"ka", "mi", "do", "re", "zu", "lo", "fe", "ni"};

    bytes_print(text, " %s%s%s", syllables[number % 8], syllables[number / 8 % 8],
                syllables[number / 64 % 8]);
}

/* A third of the words is the article's subject's, the others by Zipf. */
static void write_text(struct bytes *text, uint64_t *seed)
{
    uint32_t subject = numbers_below(seed, SUBJECTS);

    bytes_add_text(text, "Here the");
    for (size_t i = 0; i < 45; i++) {
        double at = numbers_uniform(seed);
        uint32_t word = (uint32_t)(exp(at * log(WORDS)) - 1);

        if (numbers_below(seed, 3) == 0)
            word = WORDS + subject * SUBJECT_WORDS + numbers_below(seed, SUBJECT_WORDS);
        add_word(text, word);
        if (numbers_below(seed, 9) == 0)
            bytes_add_text(text, ".");
    }
}

static void plant(struct bytes *text, enum planted planted, size_t in_week, uint64_t *seed)
{
    size_t topic = planted == PLANTED_ONE_OUTLET ? in_week % OUTLETS : in_week / TOPIC_ARTICLES;

    for (size_t w = 0; w < 3; w++)
        if (numbers_below(seed, 6) && planted != PLANTED_NOTHING &&
            topic < (planted == PLANTED_TWO ? 2 : 1))
            bytes_print(text, " and %s.", planted_words[topic][w]);
}

static void invent(struct corpus *corpus, uint64_t seed, enum planted planted)
{
    static const char *const outlets[OUTLETS] = {"Echo", "Post", "Courier", "Star"};
    int32_t monday;

    (void)day_read(&monday, span_of("2024-01-01"));
    for (size_t i = 0; i < ARTICLES; i++) {
        size_t week = i / WEEK_ARTICLES, in_week = i % WEEK_ARTICLES;
        struct bytes *text = &corpus->texts[i];

        bytes_clear(text);
        if (planted == PLANTED_ONE_STORY && week == WEEKS - 1 && in_week < TOPIC_ARTICLES) {
            uint64_t same = 1; /* an agency's piece, in each outlet */

            write_text(text, &same);
            plant(text, PLANTED_TWO, 0, &same);
        } else {
            write_text(text, &seed);
            if (week == WEEKS - 1 && planted != PLANTED_ONE_STORY)
                plant(text, planted, in_week, &seed);
        }
        (void)snprintf(corpus->ids[i], sizeof corpus->ids[i], "a%zu", i);
        day_text(corpus->days[i], monday + (int32_t)(7 * week + in_week % 7));
        corpus->samples[i] = (struct sample){corpus->ids[i], outlets[i % OUTLETS], corpus->days[i],
                                             bytes_text(text)};
    }
}

static void corpus_release(struct corpus *corpus)
{
    for (size_t i = 0; i < ARTICLES; i++)
        bytes_release(&corpus->texts[i]);
    free(corpus);
}

/* Reads the samples into a store, and surveys them. */
static void discover(struct findings *findings, const struct sample *samples, size_t count)
{
    static const struct dictionary none = {0};
    struct survey_options options = {
        .dictionary = &none,
        .counts =
            {.wish = {.week = WEEK_NONE, .first = DAY_NONE, .last = DAY_NONE, .baseline_weeks = 12},
             .story_window = 7,
             .threads = 1},
        .minimum = 15,
        .seed = 1,
        .discover = true,
    };
    struct annotator *annotator = annotate_open();
    struct batch batch = BATCH_EMPTY;
    struct store_tally tally = {0};
    struct store *store = NULL;
    struct fault fault;

    (void)day_read(&options.counts.wish.today, span_of("2024-06-01"));
    assert_true(store_open(&store, NULL, STORE_WRITE, STORE_WAIT, &fault));
    assert_true(store_start_run(store, &(struct store_run){.shard = SHARD_WHOLE}, &fault));
    samples_annotate(&batch, annotator, samples, count);
    assert_true(store_add(store, &batch, &tally, &fault));
    assert_true(store_end_run(store, &(struct store_input){.articles = count}, &fault));
    batch_release(&batch);
    annotate_close(annotator);
    assert_true(survey_make(findings, store, &options, &fault));
    store_close(store);
}

/* "gravomil, plinthor, tesso kwimber 8/7; " for each topic, its terms by text. */
static int by_text(const void *left, const void *right)
{
    const struct discovered_term *a = left, *b = right;

    return span_compare(a->text, b->text);
}

static void print_topics(struct bytes *text, struct findings *findings)
{
    for (size_t i = 0; i < findings->discovered_count; i++) {
        struct discovered_finding *topic = &findings->discovered[i];

        qsort(topic->terms, topic->term_count, sizeof *topic->terms, by_text);
        for (size_t t = 0; t < topic->term_count; t++)
            bytes_print(text, "%s%.*s", t ? ", " : "", SPAN_PRINT(topic->terms[t].text));
        bytes_add_text(text, "; ");
    }
}

static void planted_topics_are_found_and_no_others(void **state)
{
    struct corpus *corpus = memory_new(1, sizeof *corpus);
    size_t whole = 0;

    (void)state;
    for (uint64_t seed = 1; seed <= 10; seed++) {
        struct findings findings = FINDINGS_EMPTY;
        struct bytes text = BYTES_EMPTY;

        invent(corpus, seed, PLANTED_TWO);
        discover(&findings, corpus->samples, ARTICLES);
        print_topics(&text, &findings);
        print_message("    seed %u: %s\n", (unsigned)seed, bytes_text(&text));
        assert_int_equal(findings.discovered_count, 2);
        whole += strstr(bytes_text(&text), "gravomil, plinthor, tesso kwimber; ") &&
                 strstr(bytes_text(&text), "brickloom, quarnby, selvaton; ");
        for (size_t i = 0; i < 2; i++) {
            const struct discovered_finding *topic = &findings.discovered[i];

            assert_int_equal(topic->baseline_articles, 0);
            assert_true(topic->articles >= DISCOVERY_ARTICLES && topic->articles <= TOPIC_ARTICLES);
            assert_int_equal(topic->since, findings.study_week);
            assert_int_equal(topic->week_articles[findings.week_count - 1], topic->articles);
            assert_true(topic->share.has_interval && topic->share.low > 0);
            assert_true(topic->evidence->count > 0 && topic->evidence->count <= 5);
        }
        bytes_release(&text);
        findings_release(&findings);
    }
    assert_true(whole >= 8);
    corpus_release(corpus);
}

static void a_corpus_without_change_gives_nothing(void **state)
{
    struct corpus *corpus = memory_new(1, sizeof *corpus);
    size_t with_topics = 0, with_units = 0, tested = 0;

    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct findings findings = FINDINGS_EMPTY;

        invent(corpus, seed * 7919, PLANTED_NOTHING);
        discover(&findings, corpus->samples, ARTICLES);
        assert_null(findings.discovered_note);
        tested += findings.units_tested;
        with_units += findings.units_risen > 0;
        with_topics += findings.discovered_count > 0;
        findings_release(&findings);
    }
    print_message(
        "    %zu of %d seeds have a term that rose, %zu a topic; %zu units tested in each\n",
        with_units, SEEDS, with_topics, tested / SEEDS);
    assert_true(tested / SEEDS > 100);
    assert_true(with_units <= FALSE_MOST);
    assert_true(with_topics <= FALSE_MOST);
    corpus_release(corpus);
}

static void one_outlet_or_one_story_makes_no_topic(void **state)
{
    static const enum planted kinds[] = {PLANTED_ONE_OUTLET, PLANTED_ONE_STORY};
    struct corpus *corpus = memory_new(1, sizeof *corpus);
    struct bytes text = BYTES_EMPTY;

    (void)state;
    for (size_t k = 0; k < COUNT_OF(kinds); k++) {
        struct findings findings = FINDINGS_EMPTY;

        invent(corpus, 4, kinds[k]);
        discover(&findings, corpus->samples, ARTICLES);
        print_topics(&text, &findings);
        assert_string_equal(bytes_text(&text), "");
        findings_release(&findings);
    }
    bytes_release(&text);
    corpus_release(corpus);
}

static void order_of_input_changes_nothing(void **state)
{
    struct corpus *corpus = memory_new(1, sizeof *corpus);
    struct bytes texts[2] = {BYTES_EMPTY, BYTES_EMPTY};

    (void)state;
    invent(corpus, 5, PLANTED_TWO);
    for (size_t turn = 0; turn < 2; turn++) {
        struct findings findings = FINDINGS_EMPTY;

        discover(&findings, corpus->samples, ARTICLES);
        for (size_t i = 0; i < findings.discovered_count; i++)
            for (size_t t = 0; t < findings.discovered[i].term_count; t++) {
                const struct discovered_term *term = &findings.discovered[i].terms[t];

                bytes_print(&texts[turn], "%.*s %.17g %.17g %.17g\n", SPAN_PRINT(term->text),
                            term->weight, term->p, term->q);
            }
        findings_release(&findings);
        for (size_t i = 0; i < ARTICLES / 2; i++) {
            struct sample held = corpus->samples[i];

            corpus->samples[i] = corpus->samples[ARTICLES - 1 - i];
            corpus->samples[ARTICLES - 1 - i] = held;
        }
    }
    assert_true(texts[0].count > 0);
    assert_string_equal(bytes_text(&texts[0]), bytes_text(&texts[1]));
    bytes_release(&texts[0]);
    bytes_release(&texts[1]);
    corpus_release(corpus);
}

static void too_little_gives_a_reason(void **state)
{
    struct corpus *corpus = memory_new(1, sizeof *corpus);
    struct findings findings = FINDINGS_EMPTY;

    (void)state;
    invent(corpus, 6, PLANTED_TWO);
    discover(&findings, corpus->samples, 1);
    assert_int_equal(findings.discovered_count, 0);
    assert_string_equal(findings.discovered_note,
                        "there are too few weeks before to call anything new");
    findings_release(&findings);
    for (size_t i = 0; i < ARTICLES; i++)
        corpus->samples[i].published = "";
    discover(&findings, corpus->samples, ARTICLES);
    assert_string_equal(findings.discovered_note,
                        "nothing is dated, so there is no time before to compare with");
    findings_release(&findings);
    corpus_release(corpus);
}

/* --- the measures --------------------------------------------------------------------- */

/* Worked by tests/tables/rise.py. */
static const struct known_rise {
    struct rise_counts counts;
    double p;
} known_rises[] = {
#include "tests/tables/rise.inc"
};

static void rises_match_worked_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_rises); i++) {
        struct fault fault;
        double p;

        assert_true(rise_test(&p, known_rises[i].counts, &fault));
        assert_close(p, known_rises[i].p, 1e-10);
    }
}

static void what_is_expected_is_no_rise(void **state)
{
    struct fault fault;
    double p;

    (void)state;
    assert_true(rise_test(&p, (struct rise_counts){3, 12, 2.5, 1}, &fault));
    assert_true(p == 1);
    assert_true(rise_test(&p, (struct rise_counts){0, 12, 2.5, 1}, &fault));
    assert_true(p == 1);
    assert_false(rise_test(&p, (struct rise_counts){13, 12, 2.5, 1}, &fault));
    assert_false(rise_test(&p, (struct rise_counts){3, 12, 12.5, 1}, &fault));
    assert_false(rise_test(&p, (struct rise_counts){3, 12, 2.5, 0.9}, &fault));
    assert_false(rise_test(&p, (struct rise_counts){3, 12, NAN, 1}, &fault));
}

static void spread_is_pearsons(void **state)
{
    const struct proportion even[] = {{2, 20}, {2, 20}, {0, 0}, {2, 20}};
    const struct proportion clumped[] = {{9, 20}, {0, 20}, {0, 20}};

    (void)state;
    assert_true(rise_spread(even, COUNT_OF(even)) == 1);
    assert_close(rise_spread(clumped, COUNT_OF(clumped)), 9, 1e-15);
    assert_true(rise_spread(clumped, 1) == 1);
    assert_true(rise_spread(clumped + 1, 2) == 1);
}

/* Two outlets, one of which writes twice as much as before and all of its own words. */
static void p_holds_its_level_by_outlet(void **state)
{
    enum { RUNS = 20000 };
    uint64_t seed = 11;
    size_t small = 0;

    (void)state;
    for (size_t run = 0; run < RUNS; run++) {
        const uint64_t study[2] = {40, 40}, baseline[2] = {400, 200};
        const double share[2] = {0.002, 0.03};
        struct rise_counts counts = {.spread = 1};
        struct fault fault;
        double p;

        for (size_t o = 0; o < 2; o++) {
            uint64_t new = numbers_poisson(&seed, share[o] * (double)study[o]);
            uint64_t old = numbers_poisson(&seed, share[o] * (double)baseline[o]);

            counts.hits += new;
            counts.all += new + old;
            counts.expected +=
                (double)(new + old) * (double)study[o] / (double)(study[o] + baseline[o]);
        }
        assert_true(rise_test(&p, counts, &fault));
        small += p <= 0.05;
    }
    print_message("    p <= 0.05 in %zu of %d runs without a rise\n", small, RUNS);
    assert_true(small <= RUNS / 20);
}

static void phi_is_a_correlation(void **state)
{
    (void)state;
    assert_close(clusters_phi(5, 5, 5, 40), 1, 1e-15);
    assert_true(fabs(clusters_phi(2, 8, 10, 40)) < 1e-15);
    /* (40 x 6 - 8 x 10) / sqrt(8 x 32 x 10 x 30) */
    assert_close(clusters_phi(6, 8, 10, 40), 0.57735026918962573, 1e-14);
    assert_true(clusters_phi(0, 0, 10, 40) == 0);
    assert_true(clusters_phi(10, 40, 10, 40) == 0);
}

static void clusters_join_by_average(void **state)
{
    const double alike[] = {1, 0.9, 0, 0.1, /**/ 0.9, 1, 0.5, 0, 0, 0.5, 1, 0, /**/ 0.1, 0, 0, 1};
    uint32_t of[4];

    (void)state;
    assert_int_equal(clusters_join(of, alike, 4, 0.25), 2); /* 0 and 0.5: 0.25 on average */
    assert_int_equal(of[0], 0);
    assert_int_equal(of[1], 0);
    assert_int_equal(of[2], 0);
    assert_int_equal(of[3], 1);
    assert_int_equal(clusters_join(of, alike, 4, 0.3), 3);
    assert_int_equal(of[2], 1);
    assert_int_equal(clusters_join(of, alike, 4, 0.95), 4);
    assert_int_equal(clusters_join(of, alike, 0, 0.3), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rises_match_worked_values),
        cmocka_unit_test(what_is_expected_is_no_rise),
        cmocka_unit_test(spread_is_pearsons),
        cmocka_unit_test(p_holds_its_level_by_outlet),
        cmocka_unit_test(phi_is_a_correlation),
        cmocka_unit_test(clusters_join_by_average),
        cmocka_unit_test(planted_topics_are_found_and_no_others),
        cmocka_unit_test(one_outlet_or_one_story_makes_no_topic),
        cmocka_unit_test(order_of_input_changes_nothing),
        cmocka_unit_test(too_little_gives_a_reason),
        cmocka_unit_test(a_corpus_without_change_gives_nothing),
    };

    numeric_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
