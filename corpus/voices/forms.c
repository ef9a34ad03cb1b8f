#include "corpus/voices/forms.h"

#include "corpus/text/utf8.h"

#include <assert.h>

enum { STEM_MIN = 4 }; /* letters that a Cyrillic name keeps */

/* What is remembered of a term as it stands, and without 's: numbers plus 1, or 0. */
struct remembered {
    struct numbers {
        uint32_t form, key;
    } plain, possessive;
};

/* The length of a Cyrillic name without its case ending: vowels, and -м, -в after -о/-е kept. */
static size_t stem_length(struct span name)
{
    static const char *const endings[] = {"ого", "его", "ому", "ему", "ой", "ей", "ою", "ым", "им",
                                          "ом",  "ем",  "ую",  "юю",  "ая", "яя", "ий", "ый", "а",
                                          "у",   "ы",   "е",   "и",   "я",  "ю",  "й",  "ь",  "о"};

    if (!utf8_starts_cyrillic(name))
        return name.length;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t length = strlen(endings[i]);

        if (span_ends(name, endings[i]) && name.length - length >= (size_t)STEM_MIN * 2)
            return name.length - length;
    }
    return name.length;
}

static struct numbers *remembered(struct forms *forms, const struct passage *passage, uint32_t word)
{
    struct remembered *terms = recall_of(&forms->terms, passage->vocabulary, sizeof *terms);
    struct remembered *term = &terms[words_number(passage->vocabulary, word)];

    assert(passage_shaped(passage, word, SHAPE_WORD));
    return passage_shaped(passage, word, SHAPE_POSSESSIVE) ? &term->possessive : &term->plain;
}

uint32_t forms_of(struct forms *forms, const struct passage *passage, uint32_t word)
{
    struct numbers *numbers = remembered(forms, passage, word);

    if (!numbers->form) {
        struct span text = passage_term(passage, word);
        size_t ending = passage_shaped(passage, word, SHAPE_POSSESSIVE) ? strlen("'s") : 0;

        numbers->form = table_add(&forms->texts, span_cut(text, 0, text.length - ending)) + 1;
    }
    return numbers->form - 1;
}

uint32_t forms_key(struct forms *forms, const struct passage *passage, uint32_t word)
{
    struct numbers *numbers = remembered(forms, passage, word);

    if (!numbers->key) {
        struct span text = forms_text(forms, forms_of(forms, passage, word));
        const char *hyphen = passage_shaped(passage, word, SHAPE_PREFIXED)
                                 ? memchr(text.bytes, '-', text.length)
                                 : NULL;
        size_t first = hyphen ? (size_t)(hyphen + 1 - text.bytes) : 0;

        numbers->key = table_add(&forms->texts, span_cut(text, first, stem_length(text))) + 1;
    }
    return numbers->key - 1;
}

void forms_expect(struct forms *forms, const struct passage *passage, uint32_t word)
{
    if (passage_shaped(passage, word, SHAPE_WORD))
        __builtin_prefetch(remembered(forms, passage, word));
}

bool forms_hold(const struct forms *forms, const struct passage *passage)
{
    return forms->terms.generation == passage->vocabulary->generation;
}

void forms_release(struct forms *forms)
{
    table_release(&forms->texts);
    recall_release(&forms->terms);
    *forms = FORMS_EMPTY;
}
