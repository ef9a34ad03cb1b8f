#include "analysis/measures/correction.h"
#include "analysis/measures/numeric.h"
#include "corpus/base/memory.h"
#include "tests/numbers.h"

#include <stdlib.h>

static const struct known_share {
    struct ratio_sums counted;
    struct correction_sums sums;
    struct interval share;
} known_shares[] = {
#include "tests/tables/correction.inc"
};

static void shares_match_worked_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_shares); i++) {
        const struct known_share *known = &known_shares[i];
        struct interval share;
        struct fault fault;

        assert_true(correction_share(&share, &known->counted, &known->sums, RATIO_SHARE, &fault));
        assert_close(share.value, known->share.value, 1e-12);
        assert_close(share.low, known->share.low, 1e-10);
        assert_close(share.high, known->share.high, 1e-10);
    }
}

static void without_errors_the_share_stays_and_its_interval_widens(void **state)
{
    struct ratio_sums counted = RATIO_SUMS_EMPTY;
    struct correction_sums sums = {0};
    struct interval share, plain;
    struct fault fault;

    (void)state;
    for (uint64_t story = 0; story < 40; story++)
        ratio_add(&counted, story % 4 ? 0 : 30, 60);
    for (size_t draw = 0; draw < 100; draw++)
        correction_add(&sums, draw % 8 == 0, draw % 8 == 0, true, false);
    assert_true(ratio_estimate(&plain, &counted, RATIO_SHARE, &fault));
    assert_true(correction_share(&share, &counted, &sums, RATIO_SHARE, &fault));
    assert_close(share.value, plain.value, 1e-14);
    assert_true(share.low < plain.low && share.high > plain.high);
}

static void too_little_is_refused(void **state)
{
    struct ratio_sums counted = RATIO_SUMS_EMPTY;
    struct correction_sums sums = {0};
    struct interval share = {7, 7, 7};
    struct fault fault;

    (void)state;
    for (size_t draw = 0; draw < CORRECTION_LEAST - 1; draw++)
        correction_add(&sums, false, false, true, false);
    for (uint64_t story = 0; story < 14; story++)
        ratio_add(&counted, 3, 60);
    assert_false(correction_share(&share, &counted, &sums, RATIO_SHARE, &fault));
    correction_add(&sums, false, false, true, false);
    assert_false(correction_share(&share, &counted, &sums, RATIO_SHARE, &fault));
    ratio_add(&counted, 3, 60);
    assert_true(correction_share(&share, &counted, &sums, RATIO_SHARE, &fault));
    sums.given = 3; /* a tenth is taken from a twentieth */
    share.value = 7;
    assert_false(correction_share(&share, &counted, &sums, RATIO_SHARE, &fault));
    sums.speech = 0;
    assert_false(correction_share(&share, &counted, &sums, RATIO_SHARE, &fault));
    assert_true(share.value == 7);
}

/* --- does the interval hold the truth? ------------------------------------------------------ */

enum { STORIES = 80, SPEAKERS = 5, NOBODY = SPEAKERS, QUOTES_MOST = STORIES * 6, DRAWS = 200 };

/* Whose each quotation is, of a process without end. */
static const double true_shares[SPEAKERS] = {0.34, 0.22, 0.12, 0.06, 0.26};

struct spoken_quote {
    uint32_t words, given, his;
    bool speech;
};

static uint32_t pick_speaker(uint64_t *seed)
{
    double at = numbers_uniform(seed);
    uint32_t speaker = 0;

    while (speaker + 1 < SPEAKERS && at >= true_shares[speaker])
        at -= true_shares[speaker++];
    return speaker;
}

/* Whom the program gives it to: it errs more for some than for others. */
static uint32_t give(uint64_t *seed, uint32_t his)
{
    double at = numbers_uniform(seed);

    if (at < (his == 1 ? 0.25 : 0.06))
        return NOBODY;
    if (at < (his == 1 ? 0.35 : 0.12))
        return numbers_below(seed, 3) ? 0 : numbers_below(seed, SPEAKERS);
    return his;
}

/* A week: half of each story's quotations are one person's. */
static size_t write_week(struct spoken_quote *quotes, struct ratio_sums *counted, uint64_t *seed)
{
    size_t count = 0;

    for (size_t s = 0; s < STORIES; s++) {
        uint32_t main_speaker = pick_speaker(seed), words[SPEAKERS + 1] = {0}, all = 0;

        for (uint32_t q = 1 + numbers_below(seed, 6); q > 0; q--) {
            struct spoken_quote *quote = &quotes[count++];

            quote->his = numbers_below(seed, 2) ? main_speaker : pick_speaker(seed);
            quote->speech = numbers_below(seed, 20) > 0;
            quote->given =
                quote->speech ? give(seed, quote->his) : numbers_below(seed, SPEAKERS + 1);
            quote->words = 3 + numbers_below(seed, 50);
            words[quote->given] += quote->words;
            all += quote->words;
        }
        for (size_t i = 0; i < SPEAKERS; i++)
            ratio_add(&counted[i], words[i], all);
    }
    return count;
}

/* Draws a word in each of equal stretches, as audit_sample.h does. */
static void judge(struct correction_sums *sums, const struct spoken_quote *quotes, uint64_t words,
                  uint64_t *seed)
{
    uint64_t before = 0;
    size_t at = 0;

    for (uint64_t k = 0; k < DRAWS; k++) {
        uint64_t first = words * k / DRAWS, end = words * (k + 1) / DRAWS;
        uint64_t word = first + numbers_below(seed, (uint32_t)(end - first));

        while (word >= before + quotes[at].words)
            before += quotes[at++].words;
        for (uint32_t i = 0; i < SPEAKERS; i++)
            correction_add(&sums[i], quotes[at].given == i,
                           quotes[at].speech && quotes[at].his == i, quotes[at].speech,
                           !quotes[at].speech || quotes[at].his != quotes[at].given);
    }
}

static void intervals_hold_the_truth(void **state)
{
    enum { RUNS = 2000 };
    struct spoken_quote *quotes = memory_new(QUOTES_MOST, sizeof *quotes);
    size_t held[SPEAKERS] = {0}, plain_held[SPEAKERS] = {0}, made[SPEAKERS] = {0};
    double bias[SPEAKERS] = {0}, plain_bias[SPEAKERS] = {0};
    uint64_t seed = 20260;

    (void)state;
    for (size_t run = 0; run < RUNS; run++) {
        struct ratio_sums counted[SPEAKERS] = {RATIO_SUMS_EMPTY};
        struct correction_sums sums[SPEAKERS] = {{0}};

        (void)write_week(quotes, counted, &seed);
        judge(sums, quotes, counted[0].n, &seed);
        for (size_t i = 0; i < SPEAKERS; i++) {
            struct interval share, plain;
            struct fault fault;

            if (!correction_share(&share, &counted[i], &sums[i], RATIO_SHARE, &fault) ||
                !ratio_estimate(&plain, &counted[i], RATIO_SHARE, &fault))
                continue;
            made[i]++;
            held[i] += share.low <= true_shares[i] && true_shares[i] <= share.high;
            plain_held[i] += plain.low <= true_shares[i] && true_shares[i] <= plain.high;
            bias[i] += (share.value - true_shares[i]) / RUNS;
            plain_bias[i] += (plain.value - true_shares[i]) / RUNS;
        }
    }
    for (size_t i = 0; i < SPEAKERS; i++) {
        print_message("    a share of %.2f: corrected, %.1f %% held, %+.4f off; as counted, "
                      "%.1f %%, %+.4f\n",
                      true_shares[i], 100.0 * (double)held[i] / RUNS, bias[i],
                      100.0 * (double)plain_held[i] / RUNS, plain_bias[i]);
        assert_true(made[i] > RUNS * 99 / 100);
        assert_true(held[i] >= RUNS * 92 / 100 && held[i] <= RUNS * 98 / 100);
        assert_true(fabs(bias[i]) < 0.004);
    }
    assert_true(plain_held[1] < RUNS * 85 / 100); /* what the correction is for */
    free(quotes);
}

/* --- recall ------------------------------------------------------------------------------------
 */

static void recall_counts_what_is_speech_alone(void **state)
{
    struct ratio_sums passages = RATIO_SUMS_EMPTY;
    struct interval recall;
    struct fault fault;

    (void)state;
    for (uint64_t i = 0; i < 50; i++)
        ratio_add(&passages, i % 3, i % 3 + (i % 10 == 0));
    assert_int_equal(passages.x, 49);
    assert_true(correction_recall(&recall, &passages, (struct proportion){100, 100}, 0.95, &fault));
    assert_close(recall.value, 49.0 / 54.0, 1e-14);
    assert_true(correction_recall(&recall, &passages, (struct proportion){90, 100}, 0.95, &fault));
    assert_close(recall.value, 44.1 / 49.1, 1e-14);
    assert_true(recall.low > 0 && recall.low < recall.value && recall.high < 1);
    assert_false(correction_recall(&recall, &passages, (struct proportion){0, 100}, 0.95, &fault));
}

static void nothing_missed_is_no_proof(void **state)
{
    struct ratio_sums passages = RATIO_SUMS_EMPTY;
    struct interval recall, known;
    struct fault fault;

    (void)state;
    for (uint64_t i = 0; i < 29; i++)
        ratio_add(&passages, 1, 1);
    assert_false(correction_recall(&recall, &passages, (struct proportion){9, 9}, 0.95, &fault));
    ratio_add(&passages, 1, 1);
    assert_true(correction_recall(&recall, &passages, (struct proportion){9, 9}, 0.95, &fault));
    assert_true(interval_clopper_pearson(&known, (struct proportion){30, 30}, 0.95, &fault));
    assert_true(recall.value == 1 && recall.high == 1);
    assert_close(recall.low, known.low, 1e-14);
}

static void recalls_interval_holds_the_truth(void **state)
{
    enum { RUNS = 2000, PASSAGES = 100 };
    const double found = 0.9;
    uint64_t seed = 77;
    size_t held = 0;

    (void)state;
    for (size_t run = 0; run < RUNS; run++) {
        struct ratio_sums passages = RATIO_SUMS_EMPTY;
        struct interval recall;
        struct fault fault;

        for (size_t i = 0; i < PASSAGES; i++) {
            uint64_t all = numbers_poisson(&seed, 1.2), x = 0;

            for (uint64_t q = 0; q < all; q++)
                x += numbers_uniform(&seed) < found;
            ratio_add(&passages, x, all);
        }
        assert_true(
            correction_recall(&recall, &passages, (struct proportion){200, 200}, 0.95, &fault));
        held += recall.low <= found && found <= recall.high;
    }
    print_message("    recall: %.1f %% held\n", 100.0 * (double)held / RUNS);
    assert_true(held >= RUNS * 92 / 100 && held <= RUNS * 98 / 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares_match_worked_values),
        cmocka_unit_test(without_errors_the_share_stays_and_its_interval_widens),
        cmocka_unit_test(too_little_is_refused),
        cmocka_unit_test(intervals_hold_the_truth),
        cmocka_unit_test(recall_counts_what_is_speech_alone),
        cmocka_unit_test(nothing_missed_is_no_proof),
        cmocka_unit_test(recalls_interval_holds_the_truth),
    };

    numeric_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
