#include "reports/cli/pairing.h"

#include "corpus/base/day.h"
#include "tests/support.h"

static const struct {
    const char *a, *b;
    enum weeks_against against;
    const char *a_days[2], *b_days[2]; /* of two periods */
    const char *fault;                 /* what it says; NULL for a pair */
} cases[] = {
    {"2022-W21",
     "2022-W24",
     WEEKS_AGAINST_DAYS,
     {"2022-05-23", "2022-05-29"},
     {"2022-06-13", "2022-06-19"},
     NULL},
    {"2024-02",
     "2023-12",
     WEEKS_AGAINST_DAYS,
     {"2024-02-01", "2024-02-29"},
     {"2023-12-01", "2023-12-31"},
     NULL},
    {"2022-06-01/2022-06-30",
     "2022-W21",
     WEEKS_AGAINST_DAYS,
     {"2022-06-01", "2022-06-30"},
     {"2022-05-23", "2022-05-29"},
     NULL},
    {"2022-06-01",
     "2022-06-02/2022-06-02",
     WEEKS_AGAINST_DAYS,
     {"2022-06-01", "2022-06-01"},
     {"2022-06-02", "2022-06-02"},
     NULL},
    {"2020",
     "2021/2022-02",
     WEEKS_AGAINST_DAYS,
     {"2020-01-01", "2020-12-31"},
     {"2021-01-01", "2022-02-28"},
     NULL},
    {"2025-W36/2025-W47",
     "2025-11-24/2025-12",
     WEEKS_AGAINST_DAYS,
     {"2025-09-01", "2025-11-23"},
     {"2025-11-24", "2025-12-31"},
     NULL},
    {"Harbour Herald", "2022-W2x", WEEKS_AGAINST_OUTLET, {NULL, NULL}, {NULL, NULL}, NULL},
    {"2022-W21",
     "Harbour Herald",
     WEEKS_AGAINST_DAYS,
     {NULL, NULL},
     {NULL, NULL},
     "'2022-W21' is a period and 'Harbour Herald' is an outlet"},
    {"2022-W21", "2022-W21", WEEKS_AGAINST_DAYS, {NULL, NULL}, {NULL, NULL}, "both sides"},
    {"2022-06-30/2022-06-01",
     "2022-W21",
     WEEKS_AGAINST_DAYS,
     {NULL, NULL},
     {NULL, NULL},
     "the first day lies after the last"},
    {"2022-13", "2022-06", WEEKS_AGAINST_DAYS, {NULL, NULL}, {NULL, NULL}, "is an outlet"},
    {"2022-06-01/", "2022-06", WEEKS_AGAINST_DAYS, {NULL, NULL}, {NULL, NULL}, "is an outlet"},
    {"a.db", "in/b.db", WEEKS_AGAINST_STORE, {NULL, NULL}, {NULL, NULL}, NULL},
    {"a.db",
     "Post",
     WEEKS_AGAINST_STORE,
     {NULL, NULL},
     {NULL, NULL},
     "'a.db' is a store and 'Post' is an outlet"},
    {".db", "Post", WEEKS_AGAINST_OUTLET, {NULL, NULL}, {NULL, NULL}, NULL},
};

static void side_is(const struct pairing_side *side, const char *const days[2])
{
    char text[DAY_TEXT_SIZE];

    day_text(text, side->first);
    assert_string_equal(text, days[0]);
    day_text(text, side->last);
    assert_string_equal(text, days[1]);
}

static void two_sides_are_read_or_refused_in_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct pairing pairing;
        struct fault fault = FAULT_EMPTY;

        if (cases[i].fault) {
            assert_false(pairing_read(&pairing, cases[i].a, cases[i].b, &fault));
            assert_int_equal(fault.kind, FAULT_USAGE);
            assert_non_null(strstr(fault.message, cases[i].fault));
            continue;
        }
        assert_true(pairing_read(&pairing, cases[i].a, cases[i].b, &fault));
        assert_int_equal(pairing.against, cases[i].against);
        assert_int_equal(pairing.study, 1);
        assert_int_equal(pairing_baseline(&pairing), 0);
        if (cases[i].against == WEEKS_AGAINST_DAYS) {
            side_is(&pairing.sides[0], cases[i].a_days);
            side_is(&pairing.sides[1], cases[i].b_days);
        }
    }
}

static void stores_are_called_by_their_files_names(void **state)
{
    static const char *const names[][4] = {
        {"press.db", "2024/wire.db", "press", "wire"},
        {"2023/news.db", "2024/news.db", "2023/news.db", "2024/news.db"},
        {"2024/.db", "news.db", "2024/.db", "news.db"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        struct pairing pairing;
        struct fault fault = FAULT_EMPTY;

        assert_true(pairing_read(&pairing, names[i][0], names[i][1], &fault));
        for (int side = 0; side < PAIRING_SIDES; side++) {
            assert_string_equal(pairing.sides[side].typed, names[i][side]);
            assert_true(span_is(pairing.sides[side].name, names[i][2 + side]));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_sides_are_read_or_refused_in_words),
        cmocka_unit_test(stores_are_called_by_their_files_names),
    };

    return cmocka_run_group_tests_name("pairing", tests, NULL, NULL);
}
