#include "tests/support.h"

#include "corpus/base/bytes.h"
#include "corpus/voices/namekeys.h"
#include "corpus/voices/quote.h"
#include "corpus/voices/ranker.h"
#include "corpus/voices/signlist.h"

#include <string.h>

/* Two candidates: nobody, and somebody with these features of the first word. */
static struct candidate_list two(uint64_t features)
{
    struct candidate_list list = CANDIDATE_LIST_EMPTY;

    list.count = 2;
    list.items[0].who = ATTRIBUTION_NOBODY;
    list.items[0].features[0] = (uint64_t)1 << RULE_NONE;
    list.items[1].who = (struct attribution){3, 4, PASSAGE_NONE, RULE_NEAR_BEFORE};
    list.items[1].features[0] = features;
    return list;
}

static void what_can_be_told_apart_is_learnt(void **state)
{
    const uint64_t name = (uint64_t)1 << FEATURE_NAME;
    const uint64_t group = (uint64_t)1 << FEATURE_GROUP;
    const bool first[] = {true, false};
    const bool second[] = {false, true};
    struct ranker_lesson lesson = RANKER_LESSON_EMPTY;
    struct ranker ranker;
    struct candidate_list list;

    (void)state;
    for (int round = 0; round < 100; round++) {
        list = two(name);
        ranker_learn(&lesson, &list, second);
        list = two(group);
        ranker_learn(&lesson, &list, first);
    }
    ranker_conclude(&ranker, &lesson);
    list = two(name);
    assert_int_equal(ranker_choose(&ranker, &list).best - list.items, 1);
    list = two(group);
    assert_int_equal(ranker_choose(&ranker, &list).best - list.items, 0);
    assert_true(ranker_choose(&ranker, &list).lead > 0);
    assert_int_equal(ranker_choose(&ranker, &list).confidence, -1);
}

static void a_lesson_without_a_right_candidate_teaches_nothing(void **state)
{
    const bool none[] = {false, false};
    struct ranker_lesson lesson = RANKER_LESSON_EMPTY;
    struct candidate_list list = two(1);

    (void)state;
    ranker_learn(&lesson, &list, none);
    assert_int_equal(lesson.examples, 0);
    for (unsigned f = 0; f < FEATURES_MAX; f++)
        assert_int_equal(lesson.weights[f], 0);
}

static void confidence_rises_with_the_lead(void **state)
{
    struct ranker_trial trials[1000];
    struct ranker ranker = {.learnt = true};
    int before = 0;

    (void)state;
    for (int i = 0; i < 1000; i++) /* of ten with this lead, as many are right as its hundreds */
        trials[i] = (struct ranker_trial){.lead = 999 - i, .right = i % 10 < (999 - i) / 100};
    ranker_calibrate(&ranker, trials, COUNT_OF(trials));
    assert_true(ranker.step_count > 3);
    for (int lead = 0; lead < 1200; lead += 10) {
        int confidence = ranker_confidence(&ranker, lead);

        assert_true(confidence >= before);
        assert_true(confidence < RANKER_SURE);
        before = confidence;
    }
    assert_in_range(ranker_confidence(&ranker, 550), 430, 570);
    assert_true(ranker.threshold > 0);
    assert_true(ranker.threshold < 500);
    ranker_calibrate(&ranker, trials, 3);
    assert_int_equal(ranker.step_count, 0);
    assert_int_equal(ranker_confidence(&ranker, 550), -1);
}

static void a_file_of_weights_comes_back_as_it_was(void **state)
{
    struct ranker ranker = {.learnt = true, .threshold = 250, .step_count = 2};
    struct ranker again = {.learnt = false};
    struct bytes text = BYTES_EMPTY;
    struct bytes name = BYTES_EMPTY;
    struct fault fault = FAULT_EMPTY;

    (void)state;
    ranker.steps[0] = (struct ranker_step){-5, 100};
    ranker.steps[1] = (struct ranker_step){900, 990};
    for (unsigned f = 0; f < FEATURES_MAX; f++) {
        bytes_clear(&name);
        ranker.weights[f] = signlist_name(&name, f) ? (int)f * 7 - 900 : 0;
    }
    ranker_write(&text, &ranker, "fitted on nothing");
    assert_true(ranker_read(&again, bytes_span(&text), "w", &fault));
    assert_memory_equal(again.weights, ranker.weights, sizeof ranker.weights);
    assert_memory_equal(again.steps, ranker.steps, sizeof ranker.steps);
    assert_int_equal(again.step_count, ranker.step_count);
    assert_int_equal(again.threshold, ranker.threshold);
    assert_true(again.learnt);
    bytes_release(&text);
    bytes_release(&name);
}

static void a_damaged_file_is_refused_and_the_line_is_named(void **state)
{
#define HEAD "# broadsheet ranker weights 1\n"
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"weight name 3\n", "w line 1: it does not start with '# broadsheet ranker weights 1'"},
        {HEAD, "w: there is no weight in it"},
        {HEAD "\nweight nome 3\n", "w line 3: there is no such feature"},
        {HEAD "weight name x\n", "w line 2: a whole number is missing"},
        {HEAD "weight name\n", "w line 2: a whole number is missing"},
        {HEAD "weight name 99999999999999999999\n", "w line 2: a whole number is missing"},
        {HEAD "weight name 3 4\n", "w line 2: there is too much on it"},
        {HEAD "weigh 3\n", "w line 2: it starts with none of weight, step, threshold"},
        {HEAD "step 3\n", "w line 2: a step has a lead and a confidence"},
        {HEAD "step 3 400\nstep 3 500\n", "w line 3: steps must rise, up to 1000"},
        {HEAD "step 3 400\nstep 4 300\n", "w line 3: steps must rise, up to 1000"},
        {HEAD "step 3 1001\n", "w line 2: steps must rise, up to 1000"},
        {HEAD "threshold 1001\n", "w line 2: a threshold is 0 to 1000"},
        {"", "w: there is no weight in it"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct ranker ranker = {.threshold = 7};
        struct fault fault = FAULT_EMPTY;

        assert_false(ranker_read(&ranker, span_of(cases[i].text), "w", &fault));
        assert_string_equal(fault.message, cases[i].message);
        assert_int_equal(fault.kind, FAULT_INPUT);
        assert_int_equal(ranker.threshold, 7);
    }
#undef HEAD
}

static void no_two_features_share_a_name(void **state)
{
    struct bytes one = BYTES_EMPTY;
    struct bytes other = BYTES_EMPTY;

    (void)state;
    for (unsigned f = 0; f < FEATURES_MAX; f++) {
        bytes_clear(&one);
        if (!signlist_name(&one, f))
            continue;
        for (unsigned g = 0; g < f; g++) {
            bytes_clear(&other);
            assert_false(signlist_name(&other, g) &&
                         span_equal(bytes_span(&one), bytes_span(&other)));
        }
    }
    bytes_release(&one);
    bytes_release(&other);
}

static void what_is_compiled_in_is_sound(void **state)
{
    const struct ranker *english = ranker_of(span_of("en"));

    (void)state;
    assert_true(english->learnt);
    assert_true(english->step_count > 0);
    assert_true(english->threshold > 0);
    assert_ptr_equal(ranker_of(span_of("xx")), english);
    assert_false(ranker_by_hand()->learnt);
    assert_int_equal(ranker_confidence(ranker_by_hand(), 100), -1);
}

static void names_have_the_key_of_their_last_name(void **state)
{
    static const struct {
        const char *name, *key;
    } cases[] = {
        {"Ann Miller", "miller"},
        {"Mr. Stone", "stone"},
        {"Sen. Bob Stone (R-Norland)", "stone"},
        {"Daria Velt, a researcher at the Institute of Birds", "velt"},
        {"the company’s CEO, John Stone,", "stone"},
        {"Ludwig van Stein", "stein"},
        {"police", "police"},
        {"the police", "police"},
        {"a spokesman for the ministry", "spokesman"},
        {"Stone’s", "stone"},
        {"John Stone Jr.", "stone"},
        {"he", ""},
        {"", ""},
        {",,,", ""},
    };
    struct bytes key = BYTES_EMPTY;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        namekeys_read(&key, span_of(cases[i].name), lexicon_of(span_of("en")));
        assert_string_equal(bytes_text(&key), cases[i].key);
    }
    bytes_release(&key);
    assert_true(namekeys_agree(span_of("stone"), span_of("stone")));
    assert_false(namekeys_agree(span_of("stone"), span_of("stones")));
    assert_false(namekeys_agree(span_of(""), span_of("")));
    assert_true(namekeys_agree(span_of("петров"), span_of("петрова")));
    assert_false(namekeys_agree(span_of("петров"), span_of("иванов")));
}

static void a_decision_is_a_rule_and_perhaps_its_confidence(void **state)
{
    static const struct {
        const char *decision, *rule;
        int confidence;
    } cases[] = {
        {"after-cue", "after-cue", -1},
        {"ranker:after-cue:873", "ranker:after-cue", 873},
        {"ranker:none:0", "ranker:none", 0},
        {"", "", -1},
        {"7", "7", -1},
        {"x:", "x:", -1},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct quote_decision decision = quote_decision_read(span_of(cases[i].decision));

        assert_true(span_is(decision.rule, cases[i].rule));
        assert_int_equal(decision.confidence, cases[i].confidence);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_can_be_told_apart_is_learnt),
        cmocka_unit_test(a_lesson_without_a_right_candidate_teaches_nothing),
        cmocka_unit_test(confidence_rises_with_the_lead),
        cmocka_unit_test(a_file_of_weights_comes_back_as_it_was),
        cmocka_unit_test(a_damaged_file_is_refused_and_the_line_is_named),
        cmocka_unit_test(no_two_features_share_a_name),
        cmocka_unit_test(what_is_compiled_in_is_sound),
        cmocka_unit_test(names_have_the_key_of_their_last_name),
        cmocka_unit_test(a_decision_is_a_rule_and_perhaps_its_confidence),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
