#include "tests/analysis/spoken_names.h"

/* --- more than two ------------------------------------------------------------------- */

static void a_last_name_joins_the_one_who_bears_it(void **state)
{
    const struct spoken_name names[] = {
        {"Helena Vorsk", 3, "Helena Vorsk", PEOPLE_FULL_NAME, 1, NULL},
        {"Vorsk", 2, "Helena Vorsk", PEOPLE_LAST_NAME_80, 1, NULL},
        {"H. Vorsk", 1, "Helena Vorsk", PEOPLE_INITIALS, 1, NULL}};

    (void)state;
    assert_people(names, COUNT_OF(names));
}

static void two_with_one_last_name_stay_two(void **state)
{
    const struct spoken_name names[] = {
        {"Tobias Renner", 3, "Tobias Renner", PEOPLE_FULL_NAME, 1, NULL},
        {"Elise Renner", 2, "Elise Renner", PEOPLE_FULL_NAME, 1, NULL},
        {"Renner", 1, "Renner (?)", PEOPLE_ALONE, 1, NULL}};

    (void)state;
    assert_people(names, COUNT_OF(names));
}

static void who_has_four_fifths_of_a_last_name_gets_it(void **state)
{
    const struct spoken_name names[] = {
        {"Tobias Renner", 8, "Tobias Renner", PEOPLE_FULL_NAME, 1, NULL},
        {"Elise Renner", 2, "Elise Renner", PEOPLE_FULL_NAME, 1, NULL},
        {"Renner", 1, "Tobias Renner", PEOPLE_LAST_NAME_80, 1, NULL}};
    const struct spoken_name fewer[] = {
        {"Tobias Renner", 7, "Tobias Renner", PEOPLE_FULL_NAME, 1, NULL},
        {"Elise Renner", 2, "Elise Renner", PEOPLE_FULL_NAME, 1, NULL},
        {"Renner", 1, "Renner (?)", PEOPLE_ALONE, 1, NULL}};

    (void)state;
    assert_people(names, COUNT_OF(names));
    assert_people(fewer, COUNT_OF(fewer));
}

static void a_last_name_is_its_weeks_own(void **state)
{
    const struct spoken_name names[] = {
        {"Tobias Renner", 8, "Tobias Renner", PEOPLE_FULL_NAME, 1, NULL},
        {"Renner", 1, "Tobias Renner", PEOPLE_LAST_NAME_80, 1, NULL},
        {"Elise Renner", 8, "Elise Renner", PEOPLE_FULL_NAME, 2, NULL},
        {"Renner", 1, "Elise Renner", PEOPLE_LAST_NAME_80, 2, NULL},
        {"Renner", 1, "Renner (?)", PEOPLE_ALONE, 3, NULL}};
    const struct spoken_name one[] = {
        {"Tobias Renner", 1, "Tobias Renner", PEOPLE_FULL_NAME, 1, NULL},
        {"Renner", 5, "Tobias Renner", PEOPLE_LAST_NAME_80, 2, NULL}};
    const struct spoken_name another[] = {
        /* a week's one niece is not whom all mean by Renner */
        {"Tobias Renner", 40, "Tobias Renner", PEOPLE_FULL_NAME, 1, NULL},
        {"Elise Renner", 2, "Elise Renner", PEOPLE_FULL_NAME, 2, NULL},
        {"Renner", 1, "Renner (?)", PEOPLE_ALONE, 2, NULL},
        {"Renner", 1, "Tobias Renner", PEOPLE_LAST_NAME_80, 3, NULL}};

    (void)state;
    assert_people(names, COUNT_OF(names));
    assert_people(one, COUNT_OF(one));
    assert_people(another, COUNT_OF(another));
}

static void sexes_part_a_last_name(void **state)
{
    const struct spoken_name names[] = {
        {"Tobias Renner", 3, "Tobias Renner", PEOPLE_FULL_NAME, 1, "Tobias Renner"},
        {"Helena Renner", 3, "Helena Renner", PEOPLE_FULL_NAME, 1, "Helena Renner"},
        {"Renner", 1, "Tobias Renner", PEOPLE_LAST_NAME_80, 1, "Mr. Renner"},
        {"Renner", 1, "Helena Renner", PEOPLE_LAST_NAME_80, 1, "Mrs. Renner"},
        {"Renner", 1, "Helena Renner", PEOPLE_LAST_NAME_80, 1, "she"},
        {"Renner", 1, "Renner (?)", PEOPLE_ALONE, 1, "Renner"},
        {"Holt", 1, "Holt (m)", PEOPLE_ALONE, 1, "Mr. Holt"},
        {"Holt", 1, "Holt (f)", PEOPLE_ALONE, 1, "Ms. Holt"},
        {"Holt", 1, "Holt (?)", PEOPLE_ALONE, 1, "Holt"},
        {"Laughter", 1, "Laughter", PEOPLE_ALONE, 1, "he"},
        {"Laughter", 1, "Laughter", PEOPLE_ALONE, 1, "she"}};

    (void)state;
    assert_people(names, COUNT_OF(names));
}

static void a_name_that_fits_two_is_neither(void **state)
{
    const struct spoken_name names[] = {
        {"John B. Smith", 3, "John B. Smith", PEOPLE_FULL_NAME, 1, NULL},
        {"John C. Smith", 3, "John C. Smith", PEOPLE_FULL_NAME, 1, NULL},
        {"John Smith", 1, "John Smith", PEOPLE_FULL_NAME, 1, NULL},
        {"J. Smith", 1, "J. Smith", PEOPLE_ALONE, 1, NULL}};

    (void)state;
    assert_people(names, COUNT_OF(names));
}

static void a_son_is_told_from_a_better_known_father(void **state)
{
    const struct spoken_name names[] = {
        {"Ronald Tramp", 9, "Ronald Tramp", PEOPLE_FULL_NAME, 1, NULL},
        {"Ronald J. Tramp", 2, "Ronald Tramp", PEOPLE_FULL_NAME, 1, NULL},
        {"Ronald Tramp Jr.", 2, "Ronald Tramp Jr.", PEOPLE_FULL_NAME, 1, NULL},
        {"Samuel Dale Jr.", 4, "Samuel Dale Jr.", PEOPLE_FULL_NAME, 1, NULL},
        {"Samuel Dale", 1, "Samuel Dale Jr.", PEOPLE_FULL_NAME, 1, NULL}};

    (void)state;
    assert_people(names, COUNT_OF(names));
}

static void a_variant_says_so(void **state)
{
    const struct spoken_name names[] = {
        {"Sergei Morozov", 3, "Sergei Morozov", PEOPLE_FULL_NAME, 1, NULL},
        {"Sergey Morozov", 1, "Sergei Morozov", PEOPLE_VARIANT, 1, NULL},
        {"Сергея Морозова", 1, "Sergei Morozov", PEOPLE_VARIANT, 1, NULL},
        {"SERGEI MOROZOV", 1, "Sergei Morozov", PEOPLE_FULL_NAME, 1, NULL}};

    (void)state;
    assert_people(names, COUNT_OF(names));
}

static void the_dictionarys_form_of_a_cyrillic_name_is_shown(void **state)
{
    const struct spoken_name names[] = {
        {"Сергея Лазарева", 3, "Сергей Лазарев", PEOPLE_VARIANT, 1, NULL},
        {"Сергей Лазарев", 1, "Сергей Лазарев", PEOPLE_FULL_NAME, 1, NULL},
        {"Лазарева", 1, "Сергей Лазарев", PEOPLE_LAST_NAME_80, 1, NULL}};

    (void)state;
    assert_people(names, COUNT_OF(names));
}

/* --- what does not count ------------------------------------------------------------- */

static void who_does_not_count_makes_nobody_ambiguous(void **state)
{
    const struct spoken_name initials[] = {
        {"John Smith", 3, "John Smith", PEOPLE_FULL_NAME, 1, NULL},
        {"J. Smith", 1, "John Smith", PEOPLE_INITIALS, 1, NULL},
        {"Smith", 1, "John Smith", PEOPLE_LAST_NAME_80, 1, NULL},
        {"JAMES SMITH", 0, "JAMES SMITH", PEOPLE_FULL_NAME, 1, NULL}};
    const struct spoken_name last_names[] = {
        {"Holt", 2, "Holt", PEOPLE_ALONE, 1, "Mr. Holt"},
        {"Holt", 2, "Holt", PEOPLE_ALONE, 1, "Holt"},
        {"Holt", 0, "Holt (f)", PEOPLE_ALONE, 1, "Ms. Holt"},
        {"ELISE HOLT", 0, "ELISE HOLT", PEOPLE_FULL_NAME, 1, NULL}};
    const struct spoken_name offices[] = {
        {"Helena Vorsk", 1, "Helena Vorsk", PEOPLE_FULL_NAME, 1, "Mayor Helena Vorsk"},
        {"Tobias Renner", 0, "Tobias Renner", PEOPLE_FULL_NAME, 1, "Mayor Tobias Renner"},
        {"mayor", 1, "Helena Vorsk", PEOPLE_OFFICE, 1, "the mayor"}};

    (void)state;
    assert_people(initials, COUNT_OF(initials));
    assert_people(last_names, COUNT_OF(last_names));
    assert_people(offices, COUNT_OF(offices));
}

static void who_does_not_count_joins_others(void **state)
{
    const struct spoken_name names[] = {
        {"John Smith", 3, "John Smith", PEOPLE_FULL_NAME, 1, NULL},
        {"JOHN SMITH", 0, "John Smith", PEOPLE_FULL_NAME, 1, NULL},
        {"J. SMITH", 0, "John Smith", PEOPLE_INITIALS, 1, NULL},
        {"SMITH", 0, "John Smith", PEOPLE_LAST_NAME_80, 1, NULL},
        {"J. K. Rowan", 1, "J. K. Rowan", PEOPLE_ALONE, 1, NULL},
        {"JOANNE ROWAN", 0, "J. K. Rowan", PEOPLE_INITIALS, 1, NULL},
        {"Ronald Tramp", 2, "Ronald Tramp", PEOPLE_FULL_NAME, 1, NULL},
        {"RONALD TRAMP JR.", 0, "RONALD TRAMP JR.", PEOPLE_FULL_NAME, 1, NULL}};

    (void)state;
    assert_people(names, COUNT_OF(names));
}

/* --- offices ------------------------------------------------------------------------- */

static void an_office_is_who_is_called_so_in_that_week(void **state)
{
    const struct spoken_name names[] = {
        {"Helena Vorsk", 1, "Helena Vorsk", PEOPLE_FULL_NAME, 1, "Russian President Helena Vorsk"},
        {"Russian president", 1, "Helena Vorsk", PEOPLE_OFFICE, 1, "the Russian president"},
        {"president", 1, "Helena Vorsk", PEOPLE_OFFICE, 1, "the president"},
        {"president", 1, "president", PEOPLE_ALONE, 1, "a president"},
        {"former president", 1, "former president", PEOPLE_ALONE, 1, "the former president"},
        {"vice president", 1, "vice president", PEOPLE_ALONE, 1, "the vice president"},
        {"president", 1, "president", PEOPLE_ALONE, 2, "the president"},
        {"Tobias Renner", 1, "Tobias Renner", PEOPLE_FULL_NAME, 3, "President Renner"},
        {"president", 1, "Tobias Renner", PEOPLE_OFFICE, 3, "the president"},
        {"Russian president", 1, "Russian president", PEOPLE_ALONE, 3, "the Russian president"}};

    (void)state;
    assert_people(names, COUNT_OF(names));
}

static void an_office_of_two_is_nobodys(void **state)
{
    const struct spoken_name names[] = {
        {"Helena Vorsk", 1, "Helena Vorsk", PEOPLE_FULL_NAME, 1, "Mayor Helena Vorsk"},
        {"Tobias Renner", 1, "Tobias Renner", PEOPLE_FULL_NAME, 1, "Mayor Renner"},
        {"mayor", 1, "mayor", PEOPLE_ALONE, 1, "the mayor"}};

    (void)state;
    assert_people(names, COUNT_OF(names));
}

static void what_many_are_called_is_no_office(void **state)
{
    const struct spoken_name names[] = {
        {"Helena Vorsk", 1, "Helena Vorsk", PEOPLE_FULL_NAME, 1, "Professor Helena Vorsk"},
        {"Tobias Renner", 1, "Tobias Renner", PEOPLE_FULL_NAME, 2, "Professor Tobias Renner"},
        {"Elise Holt", 1, "Elise Holt", PEOPLE_FULL_NAME, 3, "Professor Elise Holt"},
        {"professor", 1, "professor", PEOPLE_ALONE, 1, "the professor"}};

    (void)state;
    assert_people(names, COUNT_OF(names));
}

/* --- roster -------------------------------------------------------------------------- */

static void a_roster_wins_over_every_rule(void **state)
{
    struct roster roster = ROSTER_EMPTY;
    struct fault fault;
    const struct spoken_name names[] = {
        {"Bob Hale", 5, "Robert Hale", PEOPLE_ROSTER, 1, NULL},
        {"Hale", 1, "Robert Hale", PEOPLE_LAST_NAME_80, 1, NULL},
        {"R. Hale", 1, "Robert Hale", PEOPLE_INITIALS, 1, NULL},
        {"Anna Hale", 1, "Anna Hale", PEOPLE_FULL_NAME, 2, NULL},
        {"premier", 1, "Helena Vorsk", PEOPLE_ROSTER, 1, "the premier"},
        {"Vorsk", 1, "Helena Vorsk", PEOPLE_ROSTER, 1, NULL},
        {"Elise Vorsk", 9, "Elise Vorsk", PEOPLE_FULL_NAME, 1, NULL},
        {"Tobias Renner", 1, "Renner Senior", PEOPLE_ROSTER, 1, NULL},
        {"Dale", 1, "Samuel Dale", PEOPLE_ROSTER, 1, NULL},
        {"Mark Holt", 1, "Mark Holt", PEOPLE_FULL_NAME, 1, NULL}};

    (void)state;
    assert_true(roster_read(&roster,
                            span_of("name,aliases\nRobert Hale,Bob Hale\n"
                                    "Helena Vorsk,the premier|VORSK\n"
                                    "Renner Senior,Tobias Renner\nSamuel Dale,\n"),
                            "people.csv", &fault));
    assert_people_of(&roster, names, COUNT_OF(names));
    roster_release(&roster);
}

/* --- what a speaker is --------------------------------------------------------------- */

static void signs_of_all_articles_say_what_a_speaker_is(void **state)
{
    static const struct {
        const char *name, *mention, *cue;
        const char *kind;
    } cases[] = {
        {"Helena Vorsk", "Helena Vorsk", "said", "person"},
        {"Vorsk", "Vorsk", "said", "person"},
        {"J. Zzyx", "J. Zzyx", "said", "person"},
        {"Qwelk", "Mr. Qwelk", "said", "person"},
        {"Zalk Brom", "spokesman Zalk Brom", "said", "person"},
        {"Brelk", "he", "said", "person"},
        {"Zark Tolm", "Zark Tolm", "said", "named"},
        {"Grolm", "Grolm", "said", "named"}, /* in two articles, below */
        {"Finds", "Finds", "", "unclear"},
        {"Hunts", "Hunts", "said", "unclear"},
        {"Observer", "the Observer", "said", "group"},
        {"Troll Grak", "it", "said", "group"},
        {"NATO", "NATO", "said", "group"},
        {"London", "London", "said", "group"},
        {"foreign ministry", "the foreign ministry", "said", "group"},
        {"spokesman for the ministry", "a spokesman for the ministry", "said", "role"},
        {"official", "the official", "said", "role"},
        {"report", "the report", "said", "text"},
        {"vaguely", "vaguely", "", "unclear"},
    };
    struct people people = PEOPLE_EMPTY;
    uint32_t voices[COUNT_OF(cases)];

    (void)state;
    for (uint32_t i = 0; i < COUNT_OF(cases); i++)
        voices[i] = people_add(&people, &(struct people_use){.speaker = span_of(cases[i].name),
                                                             .mention = span_of(cases[i].mention),
                                                             .cue = span_of(cases[i].cue),
                                                             .article = i,
                                                             .counts = true});
    (void)people_add(&people, &(struct people_use){.speaker = span_of("Grolm"),
                                                   .mention = span_of("Grolm"),
                                                   .cue = span_of("said"),
                                                   .article = 99});
    people_settle(&people);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const char *kind = people_kind_name(people.kinds[people.person_of[voices[i]]]);

        if (strcmp(kind, cases[i].kind) != 0)
            print_error("%s is %s\n", cases[i].name, kind);
        assert_string_equal(kind, cases[i].kind);
    }
    people_release(&people);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_last_name_joins_the_one_who_bears_it),
        cmocka_unit_test(two_with_one_last_name_stay_two),
        cmocka_unit_test(who_has_four_fifths_of_a_last_name_gets_it),
        cmocka_unit_test(a_last_name_is_its_weeks_own),
        cmocka_unit_test(sexes_part_a_last_name),
        cmocka_unit_test(a_name_that_fits_two_is_neither),
        cmocka_unit_test(a_son_is_told_from_a_better_known_father),
        cmocka_unit_test(a_variant_says_so),
        cmocka_unit_test(the_dictionarys_form_of_a_cyrillic_name_is_shown),
        cmocka_unit_test(who_does_not_count_makes_nobody_ambiguous),
        cmocka_unit_test(who_does_not_count_joins_others),
        cmocka_unit_test(an_office_is_who_is_called_so_in_that_week),
        cmocka_unit_test(an_office_of_two_is_nobodys),
        cmocka_unit_test(what_many_are_called_is_no_office),
        cmocka_unit_test(a_roster_wins_over_every_rule),
        cmocka_unit_test(signs_of_all_articles_say_what_a_speaker_is),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
