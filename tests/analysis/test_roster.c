#include "analysis/people/roster.h"
#include "tests/support.h"

#include <string.h>

static void assert_read(struct roster *roster, const char *text)
{
    struct fault fault = FAULT_EMPTY;

    if (!roster_read(roster, span_of(text), "people.csv", &fault))
        fail_msg("%s", fault.message);
}

static void names_and_aliases_find_their_row(void **state)
{
    struct roster roster = ROSTER_EMPTY;

    (void)state;
    assert_read(&roster, "party,Name,ALIASES\n"
                         "Harbour List, Helena Vorsk ,Vorsk | the premier|Хелена Ворск\n"
                         "\"Salt, Tide\",José Muñoz,\n");
    assert_int_equal(roster.count, 2);
    assert_int_equal(roster_find(&roster, span_of("helena vorsk")), 0);
    assert_int_equal(roster_find(&roster, span_of("vorsk")), 0);
    assert_int_equal(roster_find(&roster, span_of("premier")), 0);
    assert_int_equal(roster_find(&roster, span_of("хелена ворск")), 0);
    assert_int_equal(roster_find(&roster, span_of("jose munoz")), 1);
    assert_int_equal(roster_find(&roster, span_of("munoz")), ROSTER_NONE);
    assert_int_equal(roster_find(&roster, SPAN_EMPTY), ROSTER_NONE);
    assert_true(span_is(roster.people[0].name, "Helena Vorsk"));
    roster_release(&roster);
}

static void further_columns_are_attributes(void **state)
{
    struct roster roster = ROSTER_EMPTY;

    (void)state;
    assert_read(&roster, "name;role;born\nHelena Vorsk;premier;1961\nTobias Renner\n");
    assert_int_equal(roster.column_count, 2);
    assert_true(span_is(roster.columns[0], "role"));
    assert_true(span_is(roster.columns[1], "born"));
    assert_true(span_is(roster.people[0].attributes[0], "premier"));
    assert_true(span_is(roster.people[0].attributes[1], "1961"));
    assert_int_equal(roster.people[1].attributes[0].length, 0);
    roster_release(&roster);
}

static void a_roster_without_rows_lists_nobody(void **state)
{
    struct roster roster = ROSTER_EMPTY;

    (void)state;
    assert_read(&roster, "name,aliases\n");
    assert_int_equal(roster.count, 0);
    roster_release(&roster);
}

static void the_same_alias_twice_for_one_person_is_no_fault(void **state)
{
    struct roster roster = ROSTER_EMPTY;

    (void)state;
    assert_read(&roster, "name,aliases\nHelena Vorsk,Vorsk|VORSK|helena vorsk||\n");
    assert_int_equal(roster.count, 1);
    roster_release(&roster);
}

static void faults_name_the_line(void **state)
{
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"", "people.csv: the file is empty"},
        {"person,aliases\nHelena Vorsk,\n", "people.csv line 1: a column may not be called "
                                            "'person', which speakers.csv, people.csv or "
                                            "speakers_by_outlet.csv has already"},
        {"who,aliases\nHelena Vorsk,\n", "people.csv line 1: there is no column 'name'; the first "
                                         "line names the columns"},
        {"name,share\n", "people.csv line 1: a column may not be called 'share', which "
                         "speakers.csv, people.csv or speakers_by_outlet.csv has already"},
        {"name,Outlet\n", "people.csv line 1: a column may not be called 'Outlet', which "
                          "speakers.csv, people.csv or speakers_by_outlet.csv has already"},
        {"name,role,role\n", "people.csv line 1: the column 'role' stands twice"},
        {"name,Name\n", "people.csv line 1: the column 'Name' stands twice"},
        {"name,,role\n", "people.csv line 1: column 2 has no name"},
        {"name,role\nHelena Vorsk,premier\n,mayor\n", "people.csv line 3: the name is missing"},
        {"name,role\nHelena Vorsk,premier,x\n",
         "people.csv line 2: there are 3 cells under 2 columns"},
        {"name,aliases\nHelena Vorsk,\nhelena vorsk,\n",
         "people.csv line 3: 'helena vorsk' is a name of 'Helena Vorsk' on line 2 already"},
        {"name,aliases\nHelena Vorsk,the premier\n\nTobias Renner,Renner|premier\n",
         "people.csv line 4: 'premier' is a name of 'Helena Vorsk' on line 2 already"},
        {"name,role\nHelena Vorsk,\"premier\n",
         "people.csv line 2: a quotation mark is opened and not closed"},
        {"name,role\nHelena \xFFVorsk,premier\n", "people.csv line 2: the text is not UTF-8"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct roster roster = ROSTER_EMPTY;
        struct fault fault = FAULT_EMPTY;

        assert_false(roster_read(&roster, span_of(cases[i].text), "people.csv", &fault));
        assert_int_equal(fault.kind, FAULT_USAGE);
        assert_string_equal(fault.message, cases[i].message);
        assert_int_equal(roster.count, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_and_aliases_find_their_row),
        cmocka_unit_test(further_columns_are_attributes),
        cmocka_unit_test(a_roster_without_rows_lists_nobody),
        cmocka_unit_test(the_same_alias_twice_for_one_person_is_no_fault),
        cmocka_unit_test(faults_name_the_line),
    };

    return cmocka_run_group_tests_name("roster", tests, NULL, NULL);
}
