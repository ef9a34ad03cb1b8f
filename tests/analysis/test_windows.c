#include "analysis/windows.h"
#include "tests/numbers.h"

enum { TERMS = 4, WORDS_MOST = 40 };

/* Term 0 is node 0, term 1 is node 1; terms 2 and 3 are none. */
static const uint32_t node_of[TERMS] = {0, 1, WINDOWS_NONE, WINDOWS_NONE};

/* How often each term was near each node. */
struct nearness {
    uint32_t times[2][TERMS];
};

static bool count(void *context, uint32_t node, uint32_t term, struct fault *fault)
{
    struct nearness *nearness = context;

    (void)fault;
    nearness->times[node][term]++;
    return true;
}

static void assert_near_are(const uint32_t *words, size_t length, size_t left, size_t right,
                            const struct nearness *wanted)
{
    struct windows windows = {.left = left, .right = right, .node_of = node_of};
    struct nearness found = {0};
    struct fault fault;

    assert_true(
        windows_visit(&windows, words, length, (struct windows_visitor){&found, count}, &fault));
    assert_memory_equal(&found, wanted, sizeof found);
    windows_release(&windows);
}

static void windows_are_as_worked_by_hand(void **state)
{
    static const struct {
        uint32_t words[8];
        size_t length, left, right;
        struct nearness wanted;
    } cases[] = {
        /* the node alone is near nothing */
        {{0}, 1, 5, 5, {{{0}}}},
        /* one word to each side */
        {{2, 3, 0, 2, 3}, 5, 1, 1, {{{0, 0, 1, 1}}}},
        {{2, 3, 0, 2, 3}, 5, 1, 0, {{{0, 0, 0, 1}}}},
        {{2, 3, 0, 2, 3}, 5, 0, 1, {{{0, 0, 1, 0}}}},
        {{2, 3, 0, 2, 3}, 5, 9, 9, {{{0, 0, 2, 2}}}},
        /* a word near two places of a node is near it once; each place is near the other */
        {{0, 2, 0}, 3, 1, 1, {{{0, 0, 1, 0}}}},
        {{0, 2, 0}, 3, 2, 2, {{{2, 0, 1, 0}}}},
        /* to the right alone only the second has one before it */
        {{0, 2, 0}, 3, 0, 2, {{{1, 0, 1, 0}}}},
        /* two nodes */
        {{0, 1, 2}, 3, 1, 1, {{{0, 1, 0, 0}, {1, 0, 1, 0}}}},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_near_are(cases[i].words, cases[i].length, cases[i].left, cases[i].right,
                        &cases[i].wanted);
}

/* By the definition: position i is near a node that stands at some j != i, i - right <= j <= i +
 * left. */
static struct nearness by_definition(const uint32_t *words, size_t length, size_t left,
                                     size_t right)
{
    struct nearness nearness = {0};

    for (size_t i = 0; i < length; i++) {
        for (uint32_t node = 0; node < 2; node++) {
            bool near = false;

            for (size_t j = 0; j < length; j++)
                near = near || (j != i && words[j] == node && i <= j + right && j <= i + left);
            nearness.times[node][words[i]] += near;
        }
    }
    return nearness;
}

static void windows_are_those_of_the_definition(void **state)
{
    uint64_t seed = 20251127;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < 3000; round++) {
        uint32_t words[WORDS_MOST];
        size_t length = numbers_below(&seed, WORDS_MOST + 1);
        size_t left = numbers_below(&seed, 8), right = numbers_below(&seed, 8);
        struct nearness wanted;

        for (size_t i = 0; i < length; i++)
            words[i] = numbers_below(&seed, TERMS);
        wanted = by_definition(words, length, left, right);
        assert_near_are(words, length, left, right, &wanted);
    }
}

static bool refuse(void *context, uint32_t node, uint32_t term, struct fault *fault)
{
    (void)context;
    (void)node;
    (void)term;
    return fault_set(fault, FAULT_OUTPUT, "full");
}

static void a_visitor_that_fails_ends_it(void **state)
{
    static const uint32_t words[] = {2, 0, 2};
    struct windows windows = {.left = 1, .right = 1, .node_of = node_of};
    struct fault fault;

    (void)state;
    assert_false(windows_visit(&windows, words, 3, (struct windows_visitor){NULL, refuse}, &fault));
    assert_string_equal(fault.message, "full");
    windows_release(&windows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(windows_are_as_worked_by_hand),
        cmocka_unit_test(windows_are_those_of_the_definition),
        cmocka_unit_test(a_visitor_that_fails_ends_it),
    };

    return cmocka_run_group_tests_name("windows", tests, NULL, NULL);
}
