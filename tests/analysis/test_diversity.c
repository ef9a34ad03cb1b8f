#include "analysis/measures/diversity.h"
#include "analysis/measures/numeric.h"
#include "tests/numbers.h"

/* Worked by tests/tables/diversity.py as fractions, from the definitions. */
static const struct known_text {
    const char *name;
    size_t count;
    uint32_t words[43];
    size_t types;
    uint64_t frequencies[43];
    size_t window;
    uint64_t sample;
    double ttr, yule_k, mattr, hdd, forward, backward, mtld;
} known_texts[] = {
#define TABLE_TEXTS
#include "tests/tables/diversity.inc"
#undef TABLE_TEXTS
};

static const uint64_t st_john[] = {
#define TABLE_ST_JOHN
#include "tests/tables/diversity.inc"
#undef TABLE_ST_JOHN
};

static void measures_match_worked_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_texts); i++) {
        const struct known_text *known = &known_texts[i];
        struct diversity_mtld mtld;
        struct fault fault;
        double value;

        print_message("    %s\n", known->name);
        assert_true(diversity_ttr(&value, known->frequencies, known->types, &fault));
        assert_close(value, known->ttr, 1e-15);
        assert_true(diversity_yule_k(&value, known->frequencies, known->types, &fault));
        assert_close(value, known->yule_k, 1e-14);
        assert_true(diversity_mattr(&value, known->words, known->count, known->window, &fault));
        assert_close(value, known->mattr, 1e-14);
        assert_true(diversity_hdd(&value, known->frequencies, known->types, known->sample, &fault));
        assert_close(value, known->hdd, 1e-13);
        assert_true(diversity_mtld(&mtld, known->words, known->count, DIVERSITY_THRESHOLD, &fault));
        assert_close(mtld.forward, known->forward, 1e-13);
        assert_close(mtld.backward, known->backward, 1e-13);
        assert_close(mtld.value, known->mtld, 1e-13);
    }
}

/* R 4.2.2 from the formulas for 43 words; quanteda.textstats's own tests for 7. */
static void measures_match_r(void **state)
{
    static const double mattr[] = {5.0 / 6, 2.0 / 3, 0.5}; /* windows of 2, 3 and 4 */
    const struct known_text *seven = &known_texts[0], *more = &known_texts[1];
    struct diversity_mtld mtld;
    struct fault fault;
    double value;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(mattr); i++) {
        assert_true(diversity_mattr(&value, seven->words, seven->count, i + 2, &fault));
        assert_close(value, mattr[i], 1e-14);
    }
    assert_true(diversity_ttr(&value, more->frequencies, more->types, &fault));
    assert_close(value, 0.6046511628, 1e-10);
    assert_true(diversity_mattr(&value, more->words, more->count, 10, &fault));
    assert_close(value, 0.8323529412, 1e-10);
    assert_true(diversity_mattr(&value, more->words, more->count, 20, &fault));
    assert_close(value, 0.7291666667, 1e-10);
    assert_true(diversity_hdd(&value, more->frequencies, more->types, 20, &fault));
    assert_close(value, 0.7341373596, 1e-10);
    assert_true(diversity_yule_k(&value, more->frequencies, more->types, &fault));
    assert_close(value, 508.3829097, 1e-10);
    assert_true(diversity_mtld(&mtld, more->words, more->count, DIVERSITY_THRESHOLD, &fault));
    assert_close(mtld.forward, 16.771261, 1e-9);
    assert_close(mtld.backward, 22.71698113, 1e-9);
    assert_close(mtld.value, 19.74412106, 1e-9);
}

/*
 * The value that is quoted from the literature, 113.0916, is not what Yule's
 * formula gives for the published spectrum; the formula wins.
 */
static void st_john_has_the_k_of_the_formula(void **state)
{
    struct fault fault;
    double k, ttr;

    (void)state;
    assert_true(diversity_yule_k(&k, st_john, COUNT_OF(st_john), &fault));
    assert_close(k, 112.7669839, 1e-9);
    assert_true(diversity_ttr(&ttr, st_john, COUNT_OF(st_john), &fault));
    assert_close(ttr, 331.0 / 755, 1e-15);
}

enum { TEXT_MOST = 300, TYPES_MOST = 40 };

struct random_text {
    uint32_t words[TEXT_MOST], backwards[TEXT_MOST];
    uint64_t frequencies[TYPES_MOST];
    size_t count;
};

/* Words of some types, the first ones more often; the same backwards and renamed. */
static struct random_text draw_text(uint64_t *seed)
{
    struct random_text text = {.count = 2 + numbers_below(seed, TEXT_MOST - 1)};
    uint32_t types = 1 + numbers_below(seed, TYPES_MOST);

    for (size_t i = 0; i < text.count; i++) {
        text.words[i] = numbers_below(seed, 1 + numbers_below(seed, types));
        text.backwards[text.count - 1 - i] = 4000000000U - 7 * text.words[i];
        text.frequencies[text.words[i]]++;
    }
    return text;
}

static double plain_mattr(const struct random_text *text, size_t window)
{
    double sum = 0;

    for (size_t start = 0; start + window <= text->count; start++) {
        bool seen[TYPES_MOST] = {false};

        for (size_t i = start; i < start + window; i++) {
            sum += seen[text->words[i]] ? 0 : 1;
            seen[text->words[i]] = true;
        }
    }
    return sum / (double)window / (double)(text->count - window + 1);
}

static void names_and_direction_do_not_matter(void **state)
{
    uint64_t seed = 20241128;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < 1000; round++) {
        struct random_text text = draw_text(&seed);
        size_t window = 1 + numbers_below(&seed, (uint32_t)text.count);
        struct diversity_mtld mtld, mirror;
        struct fault fault;
        double value, other;

        assert_true(diversity_mattr(&value, text.words, text.count, window, &fault));
        assert_true(diversity_mattr(&other, text.backwards, text.count, window, &fault));
        assert_near(other, value, 1e-13);
        assert_near(value, plain_mattr(&text, window), 1e-13);
        if (!diversity_mtld(&mtld, text.words, text.count, DIVERSITY_THRESHOLD, &fault))
            continue;
        assert_true(
            diversity_mtld(&mirror, text.backwards, text.count, DIVERSITY_THRESHOLD, &fault));
        assert_near(mirror.forward, mtld.backward, 0);
        assert_near(mirror.backward, mtld.forward, 0);
        assert_true(mtld.value >= 1);
    }
}

static void samples_and_windows_of_all_words_give_ttr(void **state)
{
    uint64_t seed = 20241129;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < 1000; round++) {
        struct random_text text = draw_text(&seed);
        uint64_t sample = 1 + numbers_below(&seed, (uint32_t)text.count);
        struct fault fault;
        double ttr, value, k;

        assert_true(diversity_ttr(&ttr, text.frequencies, TYPES_MOST, &fault));
        assert_true(diversity_mattr(&value, text.words, text.count, text.count, &fault));
        assert_near(value, ttr, 1e-14);
        assert_true(diversity_hdd(&value, text.frequencies, TYPES_MOST, text.count, &fault));
        assert_near(value, ttr, 1e-14);
        assert_true(diversity_hdd(&value, text.frequencies, TYPES_MOST, 1, &fault));
        assert_near(value, 1, 1e-13);
        assert_true(diversity_hdd(&value, text.frequencies, TYPES_MOST, sample, &fault));
        assert_true(value >= ttr - 1e-12 && value <= 1 + 1e-12);
        assert_true(diversity_yule_k(&k, text.frequencies, TYPES_MOST, &fault));
        assert_true(k >= 0 && k < 1e4);
    }
}

static void short_texts_are_refused(void **state)
{
    static const uint32_t words[] = {1, 2, 3, 4};
    static const uint64_t nothing[] = {0, 0}, once[] = {1, 1, 1, 1};
    struct diversity_mtld mtld = {.value = -1};
    struct fault fault = FAULT_EMPTY;
    double value = -1;

    (void)state;
    assert_false(diversity_ttr(&value, nothing, 2, &fault));
    assert_string_equal(fault.message, "a text without words has no diversity");
    assert_false(diversity_yule_k(&value, nothing, 0, &fault));
    assert_false(diversity_hdd(&value, nothing, 2, 42, &fault));
    assert_false(diversity_hdd(&value, once, 4, 5, &fault));
    assert_string_equal(fault.message, "a text of 4 words gives no sample of 5");
    assert_false(diversity_hdd(&value, once, 4, 0, &fault));
    assert_false(diversity_mattr(&value, words, 4, 5, &fault));
    assert_string_equal(fault.message, "a text of 4 words has no window of 5");
    assert_false(diversity_mattr(&value, words, 4, 0, &fault));
    assert_false(diversity_mtld(&mtld, words, 4, 0.72, &fault));
    assert_string_equal(fault.message, "no word of the text is repeated, so mtld has no value");
    assert_false(diversity_mtld(&mtld, words, 0, 0.72, &fault));
    assert_false(diversity_mtld(&mtld, words, 4, 1, &fault));
    assert_string_equal(fault.message, "mtld: the threshold 1 is not between 0 and 1");
    assert_false(diversity_mtld(&mtld, words, 4, NAN, &fault));
    assert_int_equal(fault.kind, FAULT_DOMAIN);
    assert_near(value, -1, 0);
    assert_near(mtld.value, -1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(measures_match_worked_values),
        cmocka_unit_test(measures_match_r),
        cmocka_unit_test(st_john_has_the_k_of_the_formula),
        cmocka_unit_test(names_and_direction_do_not_matter),
        cmocka_unit_test(samples_and_windows_of_all_words_give_ttr),
        cmocka_unit_test(short_texts_are_refused),
    };

    numeric_start();
    return cmocka_run_group_tests_name("diversity", tests, NULL, NULL);
}
