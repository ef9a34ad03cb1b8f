/*
 * How often 95 % intervals hold the truth: by simulation of articles whose hits
 * vary more than chance has it, in outlets of their own habits. Prints a table.
 */
#include "analysis/measures/bootstrap.h"
#include "analysis/measures/interval.h"
#include "analysis/measures/keyness.h"
#include "analysis/measures/numeric.h"
#include "analysis/measures/ranktest.h"
#include "analysis/measures/regression.h"
#include "corpus/base/memory.h"
#include "tests/simulation.h"

#include <stdio.h>

enum { MOST = 500 };

/* How many intervals were made, and how many held the truth. */
struct cover {
    size_t made, held;
};

static void count(struct cover *cover, struct interval interval, double truth)
{
    cover->made++;
    cover->held += interval.low <= truth && truth <= interval.high;
}

/* Between 92 and 98 % held, as far as so many rounds can tell (three standard errors). */
static void check(const char *what, const struct cover *cover)
{
    double made = (double)cover->made, share = (double)cover->held / made;

    print_message("    %-58s %5.1f %% of %zu\n", what, 100 * share, cover->made);
    assert_true(share >= 0.92 - 3 * sqrt(0.92 * 0.08 / made));
    assert_true(share <= 0.98 + 3 * sqrt(0.98 * 0.02 / made));
}

static void check_of(const char *what, const char *unit, double size, const struct cover *cover)
{
    char line[80];

    (void)snprintf(line, sizeof line, "%s, %g %s", what, size, unit);
    check(line, cover);
}

/* --- independent counts -------------------------------------------------------------------- */

static uint64_t draw_hits(uint64_t *seed, uint64_t of, double share)
{
    uint64_t hits = 0;

    for (uint64_t i = 0; i < of; i++)
        hits += numbers_uniform(seed) < share;
    return hits;
}

/* Shares differ from round to round: of one share coverage swings with its few outcomes. */
static double draw_share(uint64_t *seed)
{
    return 0.03 + 0.94 * numbers_uniform(seed);
}

static void shares_of_articles_are_held(void **state)
{
    static const uint64_t sizes[] = {15, 30, 100, 500};
    uint64_t seed = 20251126;
    struct fault fault;

    (void)state;
    for (size_t s = 0; s < COUNT_OF(sizes); s++) {
        struct cover wilson = {0}, newcombe = {0};

        for (size_t round = 0; round < simulation_rounds(400); round++) {
            double one = draw_share(&seed), other = draw_share(&seed);
            struct proportion first = {draw_hits(&seed, sizes[s], one), sizes[s]};
            struct proportion second = {draw_hits(&seed, 2 * sizes[s], other), 2 * sizes[s]};
            struct interval share, difference;

            assert_true(interval_wilson(&share, first, 0.95, &fault));
            assert_true(interval_difference(&difference, first, second, 0.95, &fault));
            count(&wilson, share, one);
            count(&newcombe, difference, one - other);
        }
        check_of("Wilson", "articles", (double)sizes[s], &wilson);
        check_of("Newcombe's difference, the other twice as many", "articles", (double)sizes[s],
                 &newcombe);
    }
}

static void poisson_rates_are_held(void **state)
{
    static const double means[] = {20, 100, 1000};
    uint64_t seed = 20251127;
    struct fault fault;

    (void)state;
    for (size_t m = 0; m < COUNT_OF(means); m++) {
        struct cover garwood = {0}, ratio = {0};

        for (size_t round = 0; round < simulation_rounds(400); round++) {
            double mean = means[m] * (0.5 + numbers_uniform(&seed));
            struct exposed one = {simulation_spread(&seed, mean, 1), 10};
            struct exposed other = {simulation_spread(&seed, 3 * mean, 1), 20};
            struct interval rate, quotient;
            double p;

            assert_true(interval_poisson(&rate, one, 0.95, &fault));
            assert_true(interval_rate_ratio(&quotient, &p, one, other, 0.95, &fault));
            count(&garwood, rate, mean / 10);
            count(&ratio, quotient, 2.0 / 3);
        }
        check_of("Garwood", "hits", means[m], &garwood);
        check_of("rate ratio", "hits", means[m], &ratio);
    }
}

/* --- articles ------------------------------------------------------------------------------ */

/* Articles of four outlets, of very unequal length, with a share of their own each. */
struct press {
    size_t articles;
    uint32_t words[MOST], outlets[MOST];
    uint64_t hits[MOST];
    struct ratio_sums sums;
};

enum { OUTLETS = 4 };

/* What a long run of such articles would have: outlets take the same part of each sample. */
static double truth_of(double share)
{
    double sum = 0;

    for (size_t o = 0; o < OUTLETS; o++)
        sum += share * (0.7 + 0.2 * (double)o);
    return sum / OUTLETS;
}

static void draw_press(struct press *press, size_t articles, double share, uint64_t *seed)
{
    press->articles = articles;
    press->sums = RATIO_SUMS_EMPTY;
    for (size_t i = 0; i < articles; i++) {
        double own = share * (0.7 + 0.2 * (double)(i % OUTLETS));
        /* A beta variate with this mean, by two gammas: some 7 times a binomial's variance. */
        double yes = own * simulation_gamma(seed, 4 * own);
        double no = (1 - own) * simulation_gamma(seed, 4 * (1 - own));

        press->outlets[i] = (uint32_t)(i % OUTLETS);
        press->words[i] = (uint32_t)(20 + 60 * simulation_gamma(seed, 1.5));
        press->hits[i] = draw_hits(seed, press->words[i], yes / (yes + no));
        ratio_add(&press->sums, press->hits[i], press->words[i]);
    }
}

/* Draws the articles again, as speakers' shares are made. */
static void resample(struct bootstrap *run, const struct press *press, uint64_t seed)
{
    struct bootstrap_entry entries[MOST];
    struct bootstrap_sample sample = {
        .cluster_count = press->articles,
        .sizes = press->words,
        .strata = press->outlets,
        .entries = entries,
        .statistic_count = 1,
    };
    struct bootstrap_plan plan = BOOTSTRAP_PLAN(seed);
    struct fault fault;

    plan.replicates = 1000;
    for (size_t i = 0; i < press->articles; i++) {
        if (press->hits[i])
            entries[sample.entry_count++] =
                (struct bootstrap_entry){(uint32_t)i, 0, (uint32_t)press->hits[i]};
    }
    assert_true(bootstrap_run(run, &sample, plan, &fault));
}

struct press_covers {
    struct cover share, difference, linear, change, ratio;
};

static void simulate_press(struct press_covers *covers, size_t articles, uint64_t *seed)
{
    static const double share = 0.2;
    struct press one, other;
    struct bootstrap first = BOOTSTRAP_EMPTY, second = BOOTSTRAP_EMPTY;
    struct bootstrap_change change;
    struct ratio_options options = RATIO_SHARE;
    struct ratio_difference difference;
    struct keyness_effect effect;
    struct interval interval;
    struct fault fault;

    draw_press(&one, articles, share, seed);
    draw_press(&other, articles, share / 2, seed);
    resample(&first, &one, numbers_next(seed));
    resample(&second, &other, numbers_next(seed));
    assert_true(bootstrap_interval(&interval, &first, 0, 0.95, &fault));
    count(&covers->share, interval, truth_of(share));
    assert_true(bootstrap_difference(&change, (struct bootstrap_share){&first, 0},
                                     (struct bootstrap_share){&second, 0}, 0.95, &fault));
    count(&covers->difference, change.difference, truth_of(share) - truth_of(share / 2));
    assert_true(ratio_estimate(&interval, &one.sums, options, &fault));
    count(&covers->linear, interval, truth_of(share));
    assert_true(ratio_difference(&difference, &one.sums, &other.sums, options, &fault));
    count(&covers->change, difference.difference, truth_of(share) - truth_of(share / 2));
    assert_true(keyness_by_article(&effect, &one.sums, &other.sums, options, &fault));
    count(&covers->ratio, effect.log_ratio, 1);
    bootstrap_release(&first);
    bootstrap_release(&second);
}

static void rates_over_articles_are_held(void **state)
{
    static const size_t sizes[] = {30, 60, 100, 200, 500};
    uint64_t seed = 20251128;

    (void)state;
    for (size_t s = 0; s < COUNT_OF(sizes); s++) {
        struct press_covers covers = {0};
        double articles = (double)sizes[s];

        for (size_t round = 0; round < simulation_rounds(s < 3 ? 160 : 40); round++)
            simulate_press(&covers, sizes[s], &seed);
        check_of("cluster bootstrap, share", "articles", articles, &covers.share);
        check_of("cluster bootstrap, difference of shares", "articles", articles,
                 &covers.difference);
        check_of("ratio over articles", "articles", articles, &covers.linear);
        check_of("difference of ratios", "articles", articles, &covers.change);
        check_of("log ratio by article", "articles", articles, &covers.ratio);
    }
}

/* --- weeks --------------------------------------------------------------------------------- */

static void slopes_are_held(void **state)
{
    static const size_t sizes[] = {13, 26, 52};
    static const double slope = 0.02;
    uint64_t seed = 20251129;

    (void)state;
    for (size_t s = 0; s < COUNT_OF(sizes); s++) {
        struct cover sen = {0}, binomial = {0}, quasi = {0};

        for (size_t round = 0; round < simulation_rounds(200); round++) {
            uint64_t counts[52];
            double exposures[52], times[52], values[52];
            struct regression_data data = {counts, exposures, times, sizes[s], 1, NULL};
            struct regression fit;
            struct interval line;
            struct fault fault;

            for (size_t w = 0; w < sizes[s]; w++) {
                times[w] = (double)w;
                exposures[w] = 40 + numbers_below(&seed, 40);
                /* Negative binomial, theta 8. */
                counts[w] = simulation_spread(
                    &seed, exposures[w] * exp(slope * times[w] - 1) * simulation_gamma(&seed, 8),
                    1);
                values[w] = slope * times[w] + simulation_normal(&seed);
            }
            assert_true(ranktest_theil_sen(&line, times, values, sizes[s], 0.95, &fault));
            count(&sen, line, slope);
            assert_true(regression_fit(&fit, &data, REGRESSION_QUASI_POISSON, 0.95, &fault));
            count(&quasi, fit.coefficients[1].estimate, slope);
            if (regression_fit(&fit, &data, REGRESSION_NEGATIVE_BINOMIAL, 0.95, &fault))
                count(&binomial, fit.coefficients[1].estimate, slope);
        }
        check_of("Theil-Sen", "weeks", (double)sizes[s], &sen);
        check_of("quasi-Poisson slope", "weeks", (double)sizes[s], &quasi);
        check_of("NB2 slope", "weeks", (double)sizes[s], &binomial);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares_of_articles_are_held),
        cmocka_unit_test(poisson_rates_are_held),
        cmocka_unit_test(rates_over_articles_are_held),
        cmocka_unit_test(slopes_are_held),
    };

    numeric_start();
    return cmocka_run_group_tests_name("cover", tests, NULL, NULL);
}
