#include "analysis/people/people.h"
#include "corpus/base/bytes.h"
#include "tests/support.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { PERSON_MAX = 64 };

static uint32_t add(struct people *people, const char *name, const char *mention, int32_t week)
{
    return people_add(people, &(struct people_use){.speaker = span_of(name),
                                                   .mention = span_of(mention),
                                                   .week = week,
                                                   .counts = true});
}

/* As a transcript's turn is that nobody asked for. */
static uint32_t add_silent(struct people *people, const char *name, const char *mention,
                           int32_t week)
{
    return people_add(people, &(struct people_use){.speaker = span_of(name),
                                                   .mention = span_of(mention),
                                                   .week = week,
                                                   .counts = false});
}

/* Who is whom among names; each is added `quotes` times, or once without counting. */
struct spoken_name {
    const char *name;
    int quotes;
    const char *person;
    enum people_rule rule;
    int32_t week;
    const char *mention; /* the name itself where it is NULL */
};

static void assert_settled(const struct people *people, const uint32_t *voices,
                           const struct spoken_name *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct span person = people->names[people->person_of[voices[i]]];
        enum people_rule rule = people->rules[voices[i]];

        if (!span_is(person, names[i].person) || rule != names[i].rule)
            print_error("%s is %.*s by %s\n", names[i].name, SPAN_PRINT(person),
                        people_rule_name(rule));
        assert_true(span_is(person, names[i].person));
        assert_int_equal(rule, names[i].rule);
    }
}

static void assert_people_of(const struct roster *roster, const struct spoken_name *names,
                             size_t count)
{
    struct people people = PEOPLE_EMPTY;
    uint32_t voices[PERSON_MAX];

    people.roster = roster;
    for (size_t i = 0; i < count; i++) {
        const char *mention = names[i].mention ? names[i].mention : names[i].name;

        if (names[i].quotes == 0)
            voices[i] = add_silent(&people, names[i].name, mention, names[i].week);
        for (int k = 0; k < names[i].quotes; k++)
            voices[i] = add(&people, names[i].name, mention, names[i].week);
    }
    people_settle(&people);
    assert_settled(&people, voices, names, count);
    people_release(&people);
}

static void assert_people(const struct spoken_name *names, size_t count)
{
    assert_people_of(NULL, names, count);
}

/* --- pairs ------------------------------------------------------------------------- */

/* Are these two one person, in one week, each quoted once? */
static const struct pair {
    bool same;
    const char *one, *other;
} pairs[] = {
    /* case, accents, points, hyphens, apostrophes */
    {true, "Helena Vorsk", "HELENA VORSK"},
    {true, "José Muñoz", "Jose Munoz"},
    {true, "Björn Ångström", "Bjorn Angstrom"},
    {true, "Jürgen Müller", "Juergen Mueller"},
    {true, "Jürgen Müller", "Jürgen Mueller"},
    {true, "Søren Østergård", "Soren Ostergard"},
    {true, "Łukasz Wójcik", "Lukasz Wojcik"},
    {true, "Fionn O’Hara", "Fionn O'Hara"},
    {true, "Ana Ocasio-Prado", "Ana OCASIO-PRADO"},
    {false, "Ana Ocasio-Prado", "Ana Prado"},
    {true, "Jean-Luc Perrin", "Jean-Luc PERRIN"},
    {true, "Đorđe Balašević", "Dorde Balasevic"},
    {false, "Anna Bauer", "Anna Baur"},
    {false, "Thomas Meyer", "Thomas Meier"},
    {false, "Jan Smith", "Ian Smith"},
    {false, "Ann Marsh", "Anne Marsh"},
    {false, "Paul Hofmann", "Paul Hoffmann"},
    /* last names alone */
    {true, "Helena Vorsk", "Vorsk"},
    {true, "Ursula von der Marck", "von der Marck"},
    {true, "Ursula von der Marck", "Von der Marck"},
    {true, "Ursula von der Marck", "Marck"},
    {true, "Maria de la Cruz", "de la Cruz"},
    {true, "Faisal bin Rashid", "bin Rashid"},
    {true, "Omar al-Hariri", "al-Hariri"},
    {true, "Omar al-Hariri", "Omar el-Hariri"},
    {true, "Omar al-Hariri", "Omar Hariri"},
    {true, "Luigi Di Marco", "Di Marco"},
    {true, "Willem van den Berg", "Van den Berg"},
    {true, "Helena Vorsk", "VORSK"},
    {true, "José Muñoz", "Munoz"},
    {true, "Jürgen Müller", "Mueller"},
    {false, "Helena Vorsk", "Vorska"},
    {false, "Helena Vorsk", "Helena"},
    {false, "Ben Carver", "Ben"},
    {false, "Helena Vorsk", "Renner"},
    /* initials */
    {true, "John Smith", "J. Smith"},
    {true, "J. K. Rowan", "J.K. Rowan"},
    {true, "J. K. Rowan", "Joanne Rowan"},
    {true, "J. K. Rowan", "Joanne K. Rowan"},
    {true, "J. K. Rowan", "Joanne Kathleen Rowan"},
    {true, "J. K. Rowan", "J. Rowan"},
    {true, "John Smith", "John B. Smith"},
    {true, "John B. Smith", "John Brown Smith"},
    {true, "John Brown Smith", "John Smith"},
    {true, "Sergei Lavin", "S. V. Lavin"},
    {true, "Sergei Lavin", "Lavin S. V."},
    {true, "Élodie Martin", "E. Martin"},
    {false, "John Smith", "P. Smith"},
    {false, "J. K. Rowan", "J. L. Rowan"},
    {false, "J. K. Rowan", "Joanne L. Rowan"},
    {false, "John B. Smith", "John C. Smith"},
    {false, "John Brown Smith", "John Carl Smith"},
    {false, "John Brown Smith", "John C. Smith"},
    {false, "John Smith", "J. Smythe"},
    {false, "Mary Jane Holt", "Jane Holt"},
    /* different people */
    {false, "John Smith", "James Smith"},
    {false, "John Smith", "John Smithson"},
    {false, "Tobias Renner", "Elise Renner"},
    {false, "Robert Hale", "Bob Hale"},
    {false, "Anna Berg", "Anna van Holt"},
    {false, "Maria Petrov", "Mario Petrov"},
    {false, "Daniel Kim", "Daniela Kim"},
    {false, "Alex Petrov", "Alexei Petrov"},
    /* titles */
    {true, "Dr. Helena Vorsk", "Helena Vorsk"},
    {true, "President Helena Vorsk", "Helena Vorsk"},
    {true, "Prof. Dr. Karl Anders", "Karl Anders"},
    {true, "Senator Vorsk", "Helena Vorsk"},
    {true, "Mrs. Vorsk", "Helena Vorsk"},
    {true, "Prime Minister Helena Vorsk", "Vorsk"},
    {true, "Herr Karl Anders", "Karl Anders"},
    {false, "Mr. Vorsk", "Helena Vorsk"},
    {false, "Mrs. Tobias", "Helena Vorsk"},
    {false, "Dean Hollis", "Martin Hollis"},
    /* suffixes */
    {true, "Samuel Dale Jr.", "Samuel Dale"},
    {true, "Samuel Dale, Jr.", "Samuel Dale Jr"},
    {true, "Henry Ford III", "Henry Ford III"},
    {true, "Samuel Dale Jr.", "Dale"},
    {true, "Anna Lee PhD", "Anna Lee"},
    {false, "Samuel Dale Jr.", "Samuel Dale Sr."},
    {false, "Henry Ford II", "Henry Ford III"},
    {false, "Samuel Dale", "Dale Jr."},
    /* transliteration */
    {true, "Sergei Morozov", "Sergey Morozov"},
    {true, "Sergei Morozov", "Serguei Morozov"},
    {true, "Sergei Morozov", "Sergej Morosow"},
    {true, "Dmitry Orlovsky", "Dmitri Orlovskiy"},
    {true, "Dmitriy Orlovskii", "Dmitrij Orlovski"},
    {true, "Volodymyr Zorensky", "Volodymyr Zorenskyy"},
    {true, "Volodymyr Zorenskiy", "Zorensky"},
    {true, "Alexei Karavaev", "Aleksey Karavayev"},
    {true, "Aleksandr Belov", "Alexander Belov"},
    {true, "Mikhail Khodarenko", "Mihail Hodarenko"},
    {true, "Nikita Khrunov", "Nikita Hrunov"},
    {true, "Boris Yelnikov", "Boris Elnikov"},
    {true, "Olga Alyokhina", "Olga Alekhina"},
    {true, "Viktor Yatsenko", "Viktor Iatsenko"},
    {true, "Pyotr Tsarkov", "Petr Carkov"},
    {true, "Xenia Sobakina", "Ksenia Sobakina"},
    {true, "Natalya Fyodorova", "Natalia Fedorova"},
    {true, "Yury Chernenko", "Iouri Tchernenko"},
    {true, "Vladimir Lukashov", "Wladimir Lukaschow"},
    {true, "Andrei Zhukov", "Andrey Zhukov"},
    {true, "Nikol Pashunyan", "Nikol Pashunian"},
    {false, "Sergei Morozov", "Semyon Morozov"},
    {false, "Sergei Morozov", "Sergei Morozenko"},
    {false, "Ivan Petrov", "Ivana Petrova"},
    {false, "Evgeny Shevchenko", "Evgenia Shevchenko"},
    {false, "M. Petrov", "Maria Petrova"},
    {false, "Olena Zorenska", "Volodymyr Zorensky"},
    {false, "Anna Kuznetsova", "Anton Kuznetsov"},
    /* Cyrillic, in any case */
    {true, "Сергей Лазарев", "Сергея Лазарева"},
    {true, "Сергей Лазарев", "Сергею Лазареву"},
    {true, "Сергей Лазарев", "Сергеем Лазаревым"},
    {true, "Сергей Лазарев", "Лазареве"},
    {true, "Сергей Лазарев", "С. Лазарев"},
    {true, "Сергей Лазарев", "Лазарев С. В."},
    {true, "Сергей Викторович Лазарев", "Сергей Лазарев"},
    {true, "Сергей Викторович Лазарев", "С. В. Лазарев"},
    {true, "Дмитрий Зоринский", "Дмитрия Зоринского"},
    {true, "Дмитрий Зоринский", "Дмитрию Зоринскому"},
    {true, "Дмитрий Зоринский", "Зоринским"},
    {true, "Мария Захарченко", "Марии Захарченко"},
    {true, "Мария Заречная", "Марии Заречной"},
    {true, "Мария Заречная", "Марию Заречную"},
    {true, "Мария Зотова", "Марии Зотовой"},
    {true, "Мария Зотова", "Зотовой"},
    {true, "Мария Зотова", "Зотова"},
    {true, "Алёна Королёва", "Алена Королева"},
    {true, "Алексей Навольный", "Алексея Навольного"},
    {true, "Андрій Мельник", "Андрій Мельник"},
    {true, "президент Сергей Лазарев", "Сергей Лазарев"},
    {true, "Сергей Лазарев", "Sergei Lazarev"},
    {true, "Сергей Лазарев", "Sergey Lazarev"},
    {true, "Сергея Лазарева", "Serguei Lazarev"},
    {true, "Мария Зотова", "Maria Zotova"},
    {true, "Дмитрий Зоринский", "Dmitry Zorinsky"},
    {true, "Наталья Щербакова", "Natalia Shcherbakova"},
    {false, "Сергей Лазарев", "Семён Лазарев"},
    {false, "Александра Петрова", "Александр Петров"},
    {false, "Мария Зотова", "Антон Зотов"},
    {false, "Мария Зотова", "М. Зотов"},
    {false, "Сергей Лазарев", "Лазаревой"},
    {false, "Сергей Лазарев", "Сергей Лазаренко"},
    {false, "Иван Ким", "Иван Кимов"},
    {false, "Сергей Лазарев", "А. Лазарев"},
    {false, "Сергей Лазарев", "Semyon Lazarev"},
    /* other scripts */
    {true, "Ελένη Παππά", "Ελενη Παππα"},
    {false, "김철수", "김영희"},
    {false, "किशोर", "कुशर"},
    {true, "محمد العلي", "محمد العلي"},
    {false, "王伟", "王芳"},
    /* no names */
    {true, "the ministry", "The Ministry"},
    {false, "Foreign Ministry", "Ministry"},
    {false, "the ministry", "a spokesman for the ministry"},
    {false, "Bank of Saltmarch", "Bank"},
    {false, "Helena Vorsk", "Vorsk’s office"},
    {false, "One observer", "Observer"},
    {false, "Jack London", "London"},
    {false, "NATO", "Nato Smith"},
    {false, "43-year-old", "old"},
};

static bool are_same(const char *one, const char *other)
{
    struct people people = PEOPLE_EMPTY;
    uint32_t first = add(&people, one, one, 1), second = add(&people, other, other, 1);
    bool same;

    people_settle(&people);
    same = people.person_of[first] == people.person_of[second];
    people_release(&people);
    return same;
}

static void pairs_of_names_are_told_apart_or_joined(void **state)
{
    size_t wrong = 0;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        for (int turned = 0; turned < 2; turned++) {
            const char *one = turned ? pairs[i].other : pairs[i].one;
            const char *other = turned ? pairs[i].one : pairs[i].other;

            if (are_same(one, other) == pairs[i].same)
                continue;
            print_error("%s and %s are %s\n", one, other, pairs[i].same ? "one" : "two");
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
    assert_true(COUNT_OF(pairs) >= 120);
}

/* --- more than two -------------------------------------------------------------------- */

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

/* --- what does not count ------------------------------------------------------------------ */

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

/* --- offices --------------------------------------------------------------------------- */

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

/* --- roster ---------------------------------------------------------------------------- */

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

/* --- what a speaker is ------------------------------------------------------------------- */

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

/* --- properties ------------------------------------------------------------------------- */

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static const char *const pool[] = {
    "John Smith",      "J. Smith",       "John B. Smith",  "John C. Smith",
    "Smith",           "James Smith",    "JOHN SMITH",     "John Smith Jr.",
    "Mrs. Smith",      "Sergei Morozov", "Sergey Morozov", "S. Morozov",
    "Morozov",         "Morozova",       "Anna Morozova",  "Сергей Морозов",
    "Сергея Морозова", "Морозов",        "Морозовой",      "Jürgen Müller",
    "Juergen Mueller", "Mueller",        "Müller",         "the ministry",
    "The Ministry",    "president",      "mayor",          "Ursula von Holt",
    "von Holt",        "Holt",           "Helena Holt",    "NATO",
    "London",          "Jack London",    "K. Holt",
};

static const char *const mentions[] = {
    "", "he", "she", "President Holt", "the president", "Mayor John Smith"};

static const char *const cues[] = {"", "said", "according to", "told reporters"};

struct added {
    const char *name, *mention, *cue;
    int32_t week;
    uint32_t article;
    bool counts;
};

enum { USES = 40 };

static const char *one_of(const char *const *texts, size_t count, uint64_t *random)
{
    return texts[next_random(random) % count];
}

static void invent(struct added *uses, uint64_t *random)
{
    for (size_t i = 0; i < USES; i++) {
        uses[i].name = one_of(pool, COUNT_OF(pool), random);
        uses[i].mention = one_of(mentions, COUNT_OF(mentions), random);
        uses[i].cue = one_of(cues, COUNT_OF(cues), random);
        uses[i].article = (uint32_t)(next_random(random) % 6);
        uses[i].week = (int32_t)uses[i].article / 2;
        uses[i].counts = next_random(random) % 4 > 0;
    }
}

/*
 * The people of some uses, as "NAME=PERSON (RULE, KIND)" lines by use; of those
 * that count, or of all, without the kind.
 */
static void describe(struct bytes *text, const struct added *uses, const size_t *order,
                     size_t count, bool all)
{
    struct people people = PEOPLE_EMPTY;
    uint32_t *voices = calloc(USES, sizeof *voices);

    assert_non_null(voices);
    for (size_t i = 0; i < count; i++) {
        const struct added *use = &uses[order[i]];

        voices[order[i]] =
            people_add(&people, &(struct people_use){.speaker = span_of(use->name),
                                                     .mention = span_of(use->mention),
                                                     .cue = span_of(use->cue),
                                                     .week = use->week,
                                                     .article = use->article,
                                                     .counts = use->counts});
    }
    people_settle(&people);
    for (size_t i = 0; i < USES; i++) {
        if (!all && !uses[i].counts)
            continue;
        bytes_print(text, "%s %d=%.*s (%s", uses[i].name, (int)uses[i].week,
                    SPAN_PRINT(people.names[people.person_of[voices[i]]]),
                    people_rule_name(people.rules[voices[i]]));
        bytes_print(text, ", %s)\n",
                    all ? people_kind_name(people.kinds[people.person_of[voices[i]]]) : "");
    }
    people_release(&people);
    free(voices);
}

/* Articles in any order; the uses of one stay in theirs, for what has no mention goes on with the
 * use before it. */
static void shuffle_articles(size_t *order, const struct added *uses, uint64_t *random)
{
    uint32_t articles[6] = {0, 1, 2, 3, 4, 5};
    size_t count = 0;

    for (size_t i = COUNT_OF(articles); i > 1; i--) {
        size_t with = next_random(random) % i;
        uint32_t kept = articles[i - 1];

        articles[i - 1] = articles[with];
        articles[with] = kept;
    }
    for (size_t a = 0; a < COUNT_OF(articles); a++) {
        for (size_t i = 0; i < USES; i++) {
            if (uses[i].article == articles[a])
                order[count++] = i;
        }
    }
}

static void the_order_of_articles_changes_nobody(void **state)
{
    uint64_t random = 88172645463325252u;

    (void)state;
    for (int round = 0; round < 300; round++) {
        struct added uses[USES];
        size_t order[USES];
        struct bytes one = BYTES_EMPTY, other = BYTES_EMPTY;

        invent(uses, &random);
        shuffle_articles(order, uses, &random);
        describe(&one, uses, order, USES, true);
        shuffle_articles(order, uses, &random);
        describe(&other, uses, order, USES, true);
        assert_string_equal(bytes_text(&one), bytes_text(&other));
        bytes_release(&one);
        bytes_release(&other);
    }
}

static void without_what_does_not_count_all_others_are_the_same(void **state)
{
    uint64_t random = 2862933555777941757u;

    (void)state;
    for (int round = 0; round < 1000; round++) {
        struct added uses[USES];
        size_t order[USES], counting[USES], count = 0;
        struct bytes one = BYTES_EMPTY, other = BYTES_EMPTY;

        invent(uses, &random);
        for (size_t i = 0; i < USES; i++) {
            if (!uses[i].mention[0]) /* would go on with what does not count */
                uses[i].mention = uses[i].name;
            order[i] = i;
            if (uses[i].counts)
                counting[count++] = i;
        }
        describe(&one, uses, order, USES, false);
        describe(&other, uses, counting, count, false);
        assert_string_equal(bytes_text(&one), bytes_text(&other));
        bytes_release(&one);
        bytes_release(&other);
    }
}

/* Who was settled once, and is named by the name shown, is settled the same again. */
static void settling_what_was_settled_changes_nothing(void **state)
{
    enum { ROUNDS = 300, ADDED = 25 };
    uint64_t random = 1442695040888963407u;

    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        struct people people = PEOPLE_EMPTY, again = PEOPLE_EMPTY;

        for (size_t i = 0; i < ADDED; i++)
            (void)add(&people, pool[next_random(&random) % COUNT_OF(pool)], "", 1);
        people_settle(&people);
        for (size_t v = 0; v < people.voice_count; v++) {
            struct span name = people.names[people.person_of[v]];

            if (memchr(name.bytes, '(', name.length))
                continue;
            for (uint32_t k = 0; k < people.voices[v].quotes; k++)
                (void)people_add(&again,
                                 &(struct people_use){.speaker = name, .week = 1, .counts = true});
        }
        people_settle(&again);
        for (size_t v = 0; v < again.voice_count; v++) {
            struct span spelling = table_text(&again.spellings, again.voices[v].spelling);

            if (!span_equal(again.names[again.person_of[v]], spelling))
                print_error("%.*s became %.*s\n", SPAN_PRINT(spelling),
                            SPAN_PRINT(again.names[again.person_of[v]]));
            assert_true(span_equal(again.names[again.person_of[v]], spelling));
        }
        people_release(&people);
        people_release(&again);
    }
}

static void no_two_people_are_shown_by_one_name(void **state)
{
    uint64_t random = 3935559000370003845u;

    (void)state;
    for (int round = 0; round < 300; round++) {
        struct people people = PEOPLE_EMPTY;
        struct table shown = TABLE_EMPTY;

        for (size_t i = 0; i < 40; i++)
            (void)add(&people, pool[next_random(&random) % COUNT_OF(pool)],
                      mentions[next_random(&random) % COUNT_OF(mentions)],
                      (int32_t)(next_random(&random) % 3));
        people_settle(&people);
        for (size_t p = 0; p < people.count; p++)
            (void)table_add(&shown, people.names[p]);
        assert_int_equal(shown.count, people.count);
        table_release(&shown);
        people_release(&people);
    }
}

static void a_hundred_thousand_spellings_are_settled_in_time(void **state)
{
    enum { SPELLINGS = 100000, SECONDS = 20 }; /* under sanitizers; the bench prints the real one */
    struct people people = PEOPLE_EMPTY;
    clock_t start = clock();
    char name[64];

    (void)state;
    for (int i = 0; i < SPELLINGS; i++) {
        (void)snprintf(name, sizeof name, "%c%c%c%c Na%c%c%c", 'A' + i % 26, 'a' + i / 26 % 26,
                       'a' + i / 676 % 26, 'a' + i / 17576 % 26, 'a' + i % 23, 'a' + i / 23 % 23,
                       'a' + i / 529 % 11);
        (void)add(&people, name, name, i % 13);
    }
    people_settle(&people);
    print_message("%d spellings settled in %.2f s\n", SPELLINGS,
                  (double)(clock() - start) / CLOCKS_PER_SEC);
    assert_true((double)(clock() - start) / CLOCKS_PER_SEC < SECONDS);
    people_release(&people);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pairs_of_names_are_told_apart_or_joined),
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
        cmocka_unit_test(the_order_of_articles_changes_nobody),
        cmocka_unit_test(without_what_does_not_count_all_others_are_the_same),
        cmocka_unit_test(settling_what_was_settled_changes_nothing),
        cmocka_unit_test(no_two_people_are_shown_by_one_name),
        cmocka_unit_test(a_hundred_thousand_spellings_are_settled_in_time),
    };

    return cmocka_run_group_tests_name("people", tests, NULL, NULL);
}
