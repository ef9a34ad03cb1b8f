#include "analysis/measures/collocation.h"
#include "analysis/measures/numeric.h"
#include "tests/numbers.h"

/* Worked by tests/tables/collocation.py, 50 digits, from the definitions. */
static const struct known_pair {
    const char *name;
    struct collocation_counts counts;
    double expected, t, pmi, mi3, log_dice, g2, chi2;
} known_pairs[] = {
#include "tests/tables/collocation.inc"
};

static void measures_match_worked_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_pairs); i++) {
        const struct known_pair *known = &known_pairs[i];
        struct collocation bond;
        struct fault fault;

        print_message("    %s\n", known->name);
        assert_true(collocation_measure(&bond, known->counts, &fault));
        assert_close(bond.expected, known->expected, 1e-14);
        assert_near(bond.t, known->t, 1e-13);
        assert_near(bond.pmi, known->pmi, 1e-13);
        assert_near(bond.mi3, known->mi3, 1e-13);
        assert_close(bond.log_dice, known->log_dice, 1e-14);
        assert_near(bond.g2, known->g2, 1e-12);
        assert_near(bond.chi2, known->chi2, 1e-12);
        /* A chi-square of one degree is the square of a normal deviate. */
        assert_close(bond.p, erfc(sqrt(known->g2 / 2)), 1e-10);
    }
}

/*
 * Manning and Schuetze (1999), 5.3 and 5.4, to the digits printed there; their
 * likelihood ratios are rounded on the way and agree to one per cent. R 4.2.2
 * for the rest, whose g2 of "new companies" loses its last digits.
 */
static void measures_match_the_book_and_r(void **state)
{
    static const double r[][3] = {{1.3253893963472, 0.6293432116237, 3.6764526000630},
                                  {521.0938391, 18.37796779, 13.36773178},
                                  {1291.319057, 7.514583364, 8.505477717},
                                  {100.5018835, 8.661973123, 7.965476125},
                                  {82.37586050, 7.360748422, 7.456194824},
                                  {80.36914784, 5.865071798, 6.611651479}};
    struct collocation bond;
    struct fault fault;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(r); i++) {
        assert_true(collocation_measure(&bond, known_pairs[i].counts, &fault));
        assert_close(bond.g2, r[i][0], 2e-9);
        assert_close(bond.pmi, r[i][1], 3e-10);
        assert_close(bond.log_dice, r[i][2], 5e-10);
    }
    assert_true(collocation_measure(&bond, known_pairs[0].counts, &fault));
    assert_close(bond.t, 0.999932, 5e-7);
    assert_close(bond.chi2, 1.55, 5e-3);
    assert_true(collocation_measure(&bond, known_pairs[1].counts, &fault));
    assert_close(bond.pmi, 18.38, 5e-4);
    assert_true(collocation_measure(&bond, known_pairs[2].counts, &fault));
    assert_close(bond.g2, 1291.42, 1e-2);
}

/* A random pair of words that stand together at least once. */
static struct collocation_counts random_pair(uint64_t *seed)
{
    struct collocation_counts pair;

    pair.joint = 1 + numbers_below(seed, 50);
    pair.node = pair.near = pair.joint + numbers_below(seed, 5000);
    pair.collocate = pair.joint + numbers_below(seed, 5000);
    pair.positions = pair.near + pair.collocate + numbers_below(seed, 1000000);
    return pair;
}

static void which_word_is_the_node_does_not_matter(void **state)
{
    uint64_t seed = 20241126;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < 5000; round++) {
        struct collocation_counts pair = random_pair(&seed), mirrored = pair;
        struct collocation bond, mirror;
        struct fault fault;

        mirrored.node = mirrored.near = pair.collocate;
        mirrored.collocate = pair.near;
        assert_true(collocation_measure(&bond, pair, &fault));
        assert_true(collocation_measure(&mirror, mirrored, &fault));
        assert_close(mirror.expected, bond.expected, 1e-14);
        assert_near(mirror.pmi, bond.pmi, 1e-13);
        assert_near(mirror.g2, bond.g2, 1e-11);
        assert_near(mirror.chi2, bond.chi2, 1e-9);
        assert_near(mirror.log_dice, bond.log_dice, 0);
        assert_true(bond.g2 >= 0 && bond.chi2 >= 0 && bond.p >= 0 && bond.p <= 1);
        assert_true(bond.log_dice <= 14 && bond.t < sqrt((double)pair.joint));
        assert_true(bond.pmi <= bond.mi3);
    }
}

static void a_larger_corpus_leaves_log_dice_as_it_is(void **state)
{
    uint64_t seed = 20241127;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < 1000; round++) {
        struct collocation_counts pair = random_pair(&seed), larger = pair;
        struct collocation bond, other;
        struct fault fault;

        larger.positions *= 8;
        assert_true(collocation_measure(&bond, pair, &fault));
        assert_true(collocation_measure(&other, larger, &fault));
        assert_near(other.log_dice, bond.log_dice, 0);
        assert_near(other.pmi, bond.pmi + 3, 1e-13);
    }
}

static const struct refused_pair {
    struct collocation_counts counts;
    const char *message;
} refused_pairs[] = {
    {{0, 5, 5, 5, 100}, "the two words never stand together"},
    {{6, 5, 5, 9, 100},
     "6 joint occurrences do not fit 5 positions near the node and 9 collocates among 100"},
    {{6, 9, 9, 5, 100},
     "6 joint occurrences do not fit 9 positions near the node and 5 collocates among 100"},
    {{1, 0, 5, 5, 100},
     "1 joint occurrences do not fit 5 positions near the node and 5 collocates among 100"},
    {{1, 5, 101, 5, 100},
     "1 joint occurrences do not fit 101 positions near the node and 5 collocates among 100"},
    {{1, 5, 5, 101, 100},
     "1 joint occurrences do not fit 5 positions near the node and 101 collocates among 100"},
    {{1, 60, 60, 60, 100},
     "1 joint occurrences do not fit 60 positions near the node and 60 collocates among 100"},
    {{5, 5, 5, 100, 100}, "a word at every position is a collocate of all and none"},
};

static void impossible_counts_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(refused_pairs); i++) {
        struct collocation bond = {.g2 = -1};
        struct fault fault = FAULT_EMPTY;

        assert_false(collocation_measure(&bond, refused_pairs[i].counts, &fault));
        assert_int_equal(fault.kind, FAULT_DOMAIN);
        assert_string_equal(fault.message, refused_pairs[i].message);
        assert_near(bond.g2, -1, 0);
    }
}

/* Worked by tests/tables/collocation_articles.py, 50 digits, from each article's own u. */
static const struct known_set {
    const char *name;
    struct collocation_article articles[30];
    size_t count;
    double value, low, high;
} known_sets[] = {
#include "tests/tables/collocation_articles.inc"
};

static void intervals_from_articles_match_worked_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_sets); i++) {
        const struct known_set *known = &known_sets[i];
        struct collocation_sums sums = COLLOCATION_SUMS_EMPTY;
        struct interval pmi;
        struct fault fault;

        print_message("    %s\n", known->name);
        for (size_t a = 0; a < known->count; a++)
            collocation_add(&sums, known->articles[a]);
        assert_true(collocation_by_article(&pmi, &sums, 0.95, 2, &fault));
        assert_near(pmi.value, known->value, 1e-13);
        assert_near(pmi.low, known->low, 1e-7); /* where u is 0 throughout, sums leave a rounding */
        assert_near(pmi.high, known->high, 1e-7);
        if (known->high - known->low > 1e-3)
            assert_close(pmi.high - pmi.low, known->high - known->low, 1e-10);
    }
}

/* In articles that hold both words by chance the interval holds 0 about as often as it says. */
static void chance_is_called_a_collocation_as_often_as_the_level_says(void **state)
{
    enum { ARTICLES = 60, ROUNDS = 600 };
    uint64_t seed = 20251129;
    int outside = 0;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < ROUNDS; round++) {
        struct collocation_sums sums = COLLOCATION_SUMS_EMPTY;
        struct interval pmi;
        struct fault fault;

        for (int a = 0; a < ARTICLES; a++) {
            uint64_t positions = 150 + numbers_below(&seed, 500);
            uint64_t near = numbers_below(&seed, 4) * 10;
            uint64_t inside = numbers_poisson(&seed, 0.02 * (double)near);
            uint64_t others = numbers_poisson(&seed, 0.02 * (double)(positions - near));

            collocation_add(&sums,
                            (struct collocation_article){inside, near, inside + others, positions});
        }
        assert_true(collocation_by_article(&pmi, &sums, 0.95, 15, &fault));
        outside += pmi.low > 0 || pmi.high < 0;
    }
    print_message("    %d of %d intervals without an association exclude 0\n", outside, ROUNDS);
    assert_in_range(outside, 18, 48);
}

static void too_few_articles_have_no_interval(void **state)
{
    struct collocation_sums sums = COLLOCATION_SUMS_EMPTY;
    struct interval pmi = {-1, -1, -1};
    struct fault fault;

    (void)state;
    collocation_add(&sums, (struct collocation_article){1, 10, 2, 100});
    assert_false(collocation_by_article(&pmi, &sums, 0.95, 1, &fault));
    assert_string_equal(fault.message, "collocation: 1 articles are too few");
    collocation_add(&sums, (struct collocation_article){0, 0, 2, 100});
    assert_false(collocation_by_article(&pmi, &sums, 0.95, 3, &fault));
    assert_true(collocation_by_article(&pmi, &sums, 0.95, 2, &fault));
    sums.all.joint = 0;
    pmi.value = -1;
    assert_false(collocation_by_article(&pmi, &sums, 0.95, 2, &fault));
    assert_string_equal(fault.message, "the two words never stand together");
    assert_near(pmi.value, -1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(measures_match_worked_values),
        cmocka_unit_test(measures_match_the_book_and_r),
        cmocka_unit_test(which_word_is_the_node_does_not_matter),
        cmocka_unit_test(a_larger_corpus_leaves_log_dice_as_it_is),
        cmocka_unit_test(impossible_counts_are_refused),
        cmocka_unit_test(intervals_from_articles_match_worked_values),
        cmocka_unit_test(chance_is_called_a_collocation_as_often_as_the_level_says),
        cmocka_unit_test(too_few_articles_have_no_interval),
    };

    numeric_start();
    return cmocka_run_group_tests_name("collocation", tests, NULL, NULL);
}
