#include "corpus/text/traits.h"

#include "tests/support.h"

/* What each term says of a language: points, and 8 for a usual ending. */
static const struct row {
    const char *code, *term;
    unsigned said;
} rows[] = {
    {"en", "the", 3},
    {"en", "zebra", 0},
    {"en", "sing", 0}, /* too short for its ending to say anything */
    {"en", "sailing", 1},
    {"en", "yesterdays", 8},
    {"de", "regierung", 1},
    {"de", "kälte", 2 + 8},
    {"de", "über", 3 + 2 + 8},
    {"en", "über", 8},
    {"fr", "l'été", 3 + 2 + 8}, /* by the part up to its apostrophe */
    {"ru", "которого", 3 + 1 + 8},
    {"bg", "ъгъл", 2},
};

static void terms_say_of_languages_what_is_listed(void **state)
{
    struct traits_index index = TRAITS_INDEX_EMPTY;

    (void)state;
    traits_fill(&index);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        size_t language = (size_t)(traits_find(span_of(rows[i].code)) - traits);
        uint64_t said = traits_say(&index, span_of(rows[i].term)) >> TRAITS_BITS * language;

        if ((said & (TRAITS_POINTS | TRAITS_USUAL)) != rows[i].said)
            fail_msg("%s says %u of %s", rows[i].term,
                     (unsigned)(said & (TRAITS_POINTS | TRAITS_USUAL)), rows[i].code);
    }
    traits_release(&index);
}

static void every_language_that_is_judged_has_traits(void **state)
{
    (void)state;
    for (size_t i = 0; i < TRAITS; i++) {
        assert_ptr_equal(traits_find(span_of(traits[i].code)), &traits[i]);
        assert_int_equal(traits[i].endings != NULL, i < TRAITS_JUDGED);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(terms_say_of_languages_what_is_listed),
        cmocka_unit_test(every_language_that_is_judged_has_traits),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
