#include "tests/chance.h"
#include "tests/speech.h"

#include "corpus/base/memory.h"

#include <stdio.h>
#include <stdlib.h>

/*
 * Texts of the words that the lexicon knows, put together blindly: rules meet them at the edges
 * of sentences, quotations and texts, where no article of a gold set has them.
 */
enum { UNITS_MAX = 40, ROUNDS = 40000 };

/* Between words, and words that stand in no list. */
static const char *const joints[] = {" ",    " ",           " ",       " ",         " ",
                                     " ",    ", ",          ". ",      ".",         " “",
                                     "” ",   ",” ",         ".” ",     " \"",       "\" ",
                                     ",\"",  " — ",         " - ",     ": ",        "; ",
                                     "? ",   "\n",          "\n\n",    " (",        ") ",
                                     "'s ",  "’s ",         " U.S. ",  " Mr. ",     " 29-year-old ",
                                     " A. ", " «",          "» ",      " „",        "“ ",
                                     " '",   "' ",          " ‘",      "’ ",        " Zorbak ",
                                     "\n— ", " LEE:",       " No. 2 ", " Tuesday ", " al-Zor ",
                                     "...",  " Zorbakian ", " [",      "] ",        " of "};

static const char *const lists[] = {"cues",          "roles",     "groups",   "words", "given",
                                    "organisations", "particles", "pronouns", "titles"};

/* The forms of a list of the lexicon. */
struct forms {
    struct bytes text;
    struct span *items; /* in the text */
    size_t count, capacity;
};

static void read_forms(struct forms *forms, const char *language, const char *list)
{
    struct bytes path = BYTES_EMPTY;
    char line[256];
    FILE *file;
    struct span rest;

    bytes_print(&path, "corpus/lexicon/%s/%s.txt", language, list);
    file = fopen(bytes_text(&path), "r");
    while (file && fgets(line, sizeof line, file)) /* "form<TAB>class" */
        bytes_print(&forms->text, "%.*s\n", (int)strcspn(line, "\t\n"), line);
    if (file)
        (void)fclose(file);
    bytes_release(&path);
    rest = bytes_span(&forms->text);
    while (rest.length) {
        size_t length = (size_t)((const char *)memchr(rest.bytes, '\n', rest.length) - rest.bytes);

        forms->items =
            memory_grow(forms->items, &forms->capacity, forms->count + 1, sizeof *forms->items);
        forms->items[forms->count++] = span_cut(rest, 0, length);
        rest = span_cut(rest, length + 1, rest.length);
    }
}

static void release_forms(struct forms *forms)
{
    bytes_release(&forms->text);
    free(forms->items);
}

/* Each list is as likely as any other, however long. */
static void compose(struct bytes *text, const struct forms *forms, uint32_t *seed)
{
    size_t count = 2 + chance_draw(seed, UNITS_MAX);

    bytes_clear(text);
    for (size_t i = 0; i < count; i++) {
        const struct forms *list = &forms[chance_draw(seed, COUNT_OF(lists))];
        size_t from = text->count;

        if (list->count)
            bytes_add(text, list->items[chance_draw(seed, list->count)]);
        if (chance_draw(seed, 3) == 0 && text->count > from && text->items[from] >= 'a' &&
            text->items[from] <= 'z')
            text->items[from] = (char)(text->items[from] - 'a' + 'A');
        bytes_add_text(text, joints[chance_draw(seed, COUNT_OF(joints))]);
    }
}

static void check(const struct speech *speech)
{
    uint32_t end = 0;

    for (size_t i = 0; i < speech->voices.count; i++) {
        const struct quote *quote = &speech->voices.quotes[i];

        assert_true(quote->start >= end && quote->start < quote->end);
        assert_true(quote->end <= speech->text.length);
        assert_true(quote->speech_end >= quote->start && quote->speech_end <= quote->end);
        end = speech->voices.indirect ? end : quote->end;
    }
}

static void words_put_together_blindly_are_read(void **state)
{
    static const char *const languages[] = {"en", "de", "ru", "fr", "es"};
    struct speech speech = SPEECH_EMPTY;
    struct bytes text = BYTES_EMPTY;
    uint32_t seed = 5;

    (void)state;
    for (size_t l = 0; l < COUNT_OF(languages); l++) {
        struct forms forms[COUNT_OF(lists)] = {0};
        size_t rounds = l ? ROUNDS / 4 : ROUNDS, found = 0;

        for (size_t i = 0; i < COUNT_OF(lists); i++)
            read_forms(&forms[i], languages[l], lists[i]);
        assert_true(forms[0].count > 10 && forms[1].count > 10);
        for (size_t round = 0; round < rounds; round++) {
            compose(&text, forms, &seed);
            speech.voices.indirect = round % 4 == 0;
            speech_hear(&speech, bytes_span(&text), span_of(languages[l]));
            check(&speech);
            found += speech.voices.count;
        }
        assert_true(found > rounds / 4);
        for (size_t i = 0; i < COUNT_OF(lists); i++)
            release_forms(&forms[i]);
    }
    bytes_release(&text);
    speech_release(&speech);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_put_together_blindly_are_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
