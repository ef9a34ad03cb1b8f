#include "analysis/people.h"
#include "tests/support.h"

/* Who is whom among names; each is added `quotes` times. */
struct spoken_name {
    const char *name;
    int quotes;
    const char *person;
};

static void assert_people(const struct spoken_name *names, size_t count)
{
    struct people people = PEOPLE_EMPTY;
    uint32_t spellings[16];

    for (size_t i = 0; i < count; i++) {
        for (int k = 0; k < names[i].quotes; k++)
            spellings[i] = people_add(&people, span_of(names[i].name));
    }
    people_settle(&people);
    for (size_t i = 0; i < count; i++) {
        struct span person = people.names[people.person_of[spellings[i]]];

        if (!span_is(person, names[i].person))
            print_error("%s is %.*s\n", names[i].name, SPAN_PRINT(person));
        assert_true(span_is(person, names[i].person));
    }
    people_release(&people);
}

static void a_last_name_joins_the_one_who_bears_it(void **state)
{
    const struct spoken_name names[] = {{"Helena Vorsk", 3, "Helena Vorsk"},
                                        {"Vorsk", 2, "Helena Vorsk"},
                                        {"H. Vorsk", 1, "Helena Vorsk"}};

    (void)state;
    assert_people(names, COUNT_OF(names));
}

static void two_with_one_last_name_stay_two(void **state)
{
    const struct spoken_name names[] = {{"Tobias Renner", 3, "Tobias Renner"},
                                        {"Elise Renner", 2, "Elise Renner"},
                                        {"Renner", 1, "Renner (?)"}};

    (void)state;
    assert_people(names, COUNT_OF(names));
}

static void who_has_most_of_a_last_name_gets_it(void **state)
{
    const struct spoken_name names[] = {{"Tobias Renner", 8, "Tobias Renner"},
                                        {"Elise Renner", 2, "Elise Renner"},
                                        {"Renner", 1, "Tobias Renner"}};

    (void)state;
    assert_people(names, COUNT_OF(names));
}

static void what_is_no_name_is_only_itself(void **state)
{
    const struct spoken_name names[] = {
        {"the ministry", 2, "the ministry"},
        {"a spokesman for the ministry", 1, "a spokesman for the ministry"},
        {"Ministry", 1, "Ministry"}};

    (void)state;
    assert_people(names, COUNT_OF(names));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_last_name_joins_the_one_who_bears_it),
        cmocka_unit_test(two_with_one_last_name_stay_two),
        cmocka_unit_test(who_has_most_of_a_last_name_gets_it),
        cmocka_unit_test(what_is_no_name_is_only_itself),
    };

    return cmocka_run_group_tests_name("people", tests, NULL, NULL);
}
