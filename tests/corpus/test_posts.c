/*
 * Posts of social media quoted as speech, and quotations that the paragraph
 * before introduces with a colon.
 */
#include "tests/speech.h"

struct post_case {
    const char *language, *text;
    const char *speaker, *speech; /* of the first quotation */
    size_t quotations;
};

static void check(const struct post_case *cases, size_t count)
{
    struct speech speech = SPEECH_EMPTY;
    const struct voices *found = &speech.voices;
    size_t wrong = 0;

    for (size_t i = 0; i < count; i++) {
        speech_hear(&speech, span_of(cases[i].text), span_of(cases[i].language));
        if (found->count == cases[i].quotations &&
            span_is(found->quotes[0].speaker, cases[i].speaker) &&
            span_is(speech_words(speech.text, found->quotes), cases[i].speech))
            continue;
        print_error("%s\n    has %zu, the first by %.*s\n", cases[i].text, found->count,
                    SPAN_PRINT(found->count ? found->quotes[0].speaker : SPAN_EMPTY));
        wrong++;
    }
    speech_release(&speech);
    assert_int_equal(wrong, 0);
}

static void a_post_is_its_authors_speech(void **state)
{
    static const struct post_case cases[] = {
        {"en", "Ann Miller tweeted: “The pier is closed.”", "Ann Miller", "The pier is closed.", 1},
        {"en", "“The pier is closed,” Ann Miller wrote on Twitter.", "Ann Miller",
         "The pier is closed,", 1},
        {"en", "Mayor Ann Miller posted on Facebook: \"We are safe.\"", "Ann Miller",
         "We are safe.", 1},
        {"en", "In a tweet, Ann Miller said: “We are safe.”", "Ann Miller", "We are safe.", 1},
        {"en", "A tweet from Ann Miller read: “We are safe.”", "Ann Miller", "We are safe.", 1},
        {"en", "“We are safe,” read a tweet from Ann Miller.", "Ann Miller", "We are safe,", 1},
        {"en", "Bob Stone replied on Instagram, “See you soon.”", "Bob Stone", "See you soon.", 1},
        {"en", "“The pier is closed.” — Ann Miller (@annmiller) May 3, 2021", "Ann Miller",
         "The pier is closed.", 1},
        {"en", "In a post on X, Ann Miller called it “a gift to the rich and to nobody else.”",
         "Ann Miller", "a gift to the rich and to nobody else.", 1},
        {"de", "Anna Huber twitterte: „Wir sind sicher.“", "Anna Huber", "Wir sind sicher.", 1},
        {"de", "„Wir sind sicher“, schrieb Anna Huber auf Twitter.", "Anna Huber",
         "Wir sind sicher", 1},
        {"de", "Auf Twitter schrieb Anna Huber: „Wir sind sicher.“", "Anna Huber",
         "Wir sind sicher.", 1},
        {"de", "Anna Huber postete auf Facebook: „Wir sind sicher.“", "Anna Huber",
         "Wir sind sicher.", 1},
        {"de", "„Wir sind sicher“, hieß es in einem Tweet von Anna Huber.", "Anna Huber",
         "Wir sind sicher", 1},
        {"ru", "Анна Орлова написала в Твиттере: «Мост сегодня закрыт».", "Анна Орлова",
         "Мост сегодня закрыт", 1},
        {"ru", "«Мост сегодня закрыт», — написала Анна Орлова в Twitter.", "Анна Орлова",
         "Мост сегодня закрыт", 1},
        {"ru", "Анна Орлова твитнула: «Мост сегодня закрыт».", "Анна Орлова", "Мост сегодня закрыт",
         1},
        {"ru", "Мэр Анна Орлова опубликовала пост в Facebook: «Мост закрыт».", "Анна Орлова",
         "Мост закрыт", 1},
    };

    (void)state;
    check(cases, COUNT_OF(cases));
}

static void a_paragraph_that_ends_in_a_colon_introduces_the_next(void **state)
{
    static const struct post_case cases[] = {
        {"en", "Ann Miller tweeted:\n\n“The pier is closed.”", "Ann Miller", "The pier is closed.",
         1},
        {"en", "Ann Miller took to Twitter on Monday:\n\n\"We are safe.\"", "Ann Miller",
         "We are safe.", 1},
        {"en", "The mayor, Ann Miller, had this to say:\n\n“It is shut. It is old.”\n\n“Go home.”",
         "Ann Miller", "It is shut. It is old.", 2},
        {"en", "Speaking on Monday, Ann Miller summed it up this way:\n“The pier is closed.”",
         "Ann Miller", "The pier is closed.", 1},
        {"en", "Ann Miller's statement in full:\n\n“The pier is closed. It will open in May.”",
         "Ann Miller", "The pier is closed. It will open in May.", 1},
        {"de", "Anna Huber erklärte dazu:\n\n„Wir sind sicher. Wir öffnen im Mai.“", "Anna Huber",
         "Wir sind sicher. Wir öffnen im Mai.", 1},
        {"de", "Bürgermeisterin Anna Huber fasst es so zusammen:\n„Wir sind sicher.“", "Anna Huber",
         "Wir sind sicher.", 1},
        {"ru", "Анна Орлова сообщила:\n\n«Мост сегодня закрыт. Откроем в мае».", "Анна Орлова",
         "Мост сегодня закрыт. Откроем в мае", 1},
        {"ru", "Анна Орлова ответила так:\n\n— Мост сегодня закрыт.", "Анна Орлова",
         "Мост сегодня закрыт.", 1},
        {"ru", "Вот что сказал Иван Котов:\n«Мост закрыт. Откроем в мае».", "Иван Котов",
         "Мост закрыт. Откроем в мае", 1},
    };

    (void)state;
    check(cases, COUNT_OF(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_post_is_its_authors_speech),
        cmocka_unit_test(a_paragraph_that_ends_in_a_colon_introduces_the_next),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
