#include "tests/support.h"

#include "analysis/bonds.h"

#include <string.h>

static struct findings findings;

static int set_up(void **state)
{
    (void)state;
    findings = FINDINGS_EMPTY;
    findings.language = span_of("en");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    findings_release(&findings);
    return 0;
}

/* A pair by its words, with their occurrences, how close it is, and where its interval begins. */
static struct collocation_row pair(const char *node, uint64_t f1, const char *name, uint64_t f2,
                                   double log_dice, double low)
{
    return (struct collocation_row){.node_name = span_of(node),
                                    .name = span_of(name),
                                    .counts = {.joint = 6, .node = f1, .collocate = f2},
                                    .articles = 4,
                                    .bond = {.log_dice = log_dice},
                                    .pmi = {.value = low + 1,
                                            .low = low,
                                            .high = low + 2,
                                            .has_value = true,
                                            .has_interval = true}};
}

static void content_words_that_stand_together_are_kept(void **state)
{
    struct collocation_row rows[] = {
        pair("water", 30, "supply", 8, 10, 1),  pair("water", 30, "the", 900, 12, 1),
        pair("water", 30, "main", 9, 11, -0.1), pair("prime", 7, "minister", 20, 13, 2),
        pair("minister", 20, "prime", 7, 8, 2), pair("water", 30, "water", 30, 13, 2),
        pair("water", 30, "s", 30, 13, 2),      pair("und", 9, "water", 30, 9, 0.5),
    };
    static const char *const expected[][2] = {
        {"minister", "prime"}, {"water", "supply"}, {"water", "und"}};
    struct collocations found = {.rows = rows, .count = COUNT_OF(rows)};

    (void)state;
    bonds_keep(&findings, &found);
    assert_int_equal(findings.bond_count, COUNT_OF(expected));
    for (size_t i = 0; i < COUNT_OF(expected); i++) {
        assert_true(span_is(findings.bonds[i].words[0], expected[i][0]));
        assert_true(span_is(findings.bonds[i].words[1], expected[i][1]));
        assert_true(findings.bonds[i].counts[0] >= findings.bonds[i].counts[1]);
        assert_int_equal(findings.bonds[i].joint, 6);
        assert_int_equal(findings.bonds[i].articles, 4);
    }
    assert_true(findings.bonds[0].log_dice == 13);
}

/* "und" is a stop word where most articles are in German. */
static void stop_words_are_those_of_the_main_language(void **state)
{
    struct collocation_row rows[] = {pair("und", 9, "wasser", 30, 9, 0.5),
                                     pair("the", 9, "wasser", 30, 9, 0.5)};
    struct collocations found = {.rows = rows, .count = COUNT_OF(rows)};

    (void)state;
    findings.language = span_of("de");
    bonds_keep(&findings, &found);
    assert_int_equal(findings.bond_count, 1);
    assert_true(span_is(findings.bonds[0].words[1], "the"));
}

static void nothing_found_is_nothing_kept(void **state)
{
    struct collocation_row bare = pair("water", 30, "supply", 8, 10, 1);
    struct collocations found = COLLOCATIONS_EMPTY;

    (void)state;
    bonds_keep(&findings, &found);
    assert_int_equal(findings.bond_count, 0);
    bare.pmi.has_interval = false;
    found = (struct collocations){.rows = &bare, .count = 1};
    bonds_keep(&findings, &found);
    assert_int_equal(findings.bond_count, 0);
    findings.language = SPAN_EMPTY;
    bonds_keep(&findings, &found);
    assert_int_equal(findings.bond_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(content_words_that_stand_together_are_kept, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(stop_words_are_those_of_the_main_language, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(nothing_found_is_nothing_kept, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
