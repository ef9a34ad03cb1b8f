#include "corpus/voices/cues.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

/* The longest form of several words at `first`, put together in `form`: its end, and what it is. */
static uint32_t longest_form(const struct passage *passage, uint32_t first, uint32_t *is,
                             struct bytes *form)
{
    const struct words *vocabulary = passage->vocabulary;
    uint32_t end = first + 1;

    if (!passage_shaped(passage, end, SHAPE_FURTHER))
        return end;
    bytes_clear(form);
    bytes_add(form, words_term(vocabulary, words_number(vocabulary, first)));
    for (uint32_t i = first + 1; i < first + LEXICON_FORM_WORDS; i++) {
        uint32_t found = 0;

        if (!passage_shaped(passage, i, SHAPE_FURTHER) ||
            passage->words[i].paragraph != passage->words[first].paragraph)
            break;
        bytes_add_byte(form, ' ');
        bytes_add(form, words_term(vocabulary, words_number(vocabulary, i)));
        found = lexicon_find(passage->lexicon, bytes_span(form));
        if (found & LEXICON_CUE) {
            *is = found;
            end = i + 1;
        }
        if (!(found & LEXICON_LONGER))
            break;
    }
    return end;
}

/* True for "Russian" before what may be a noun, "claims", but not for the White of "White said". */
static bool is_origin_of(const struct passage *passage, uint32_t first)
{
    uint32_t is = passage->words[first - 1].is;

    return is & LEXICON_ORIGIN && !(is & LEXICON_ROLE) &&
           !passage_serves(passage, first, GRAMMAR_FINITE) &&
           !passage_ends_as(passage, first, GRAMMAR_FINITE);
}

/* True where the word before makes a noun or a passive of the verb at `first`. */
static bool prevented(const struct passage *passage, uint32_t first)
{
    const struct passage_word *before = first ? &passage->words[first - 1] : NULL;
    bool form = before && before->paragraph == passage->words[first].paragraph;

    if (!form)
        return false;
    return before->is & (LEXICON_ARTICLE | LEXICON_PASSIVE | LEXICON_OTHER_FORM) ||
           before->shape & SHAPE_POSSESSIVE || is_origin_of(passage, first);
}

/* "An instantaneous answer": an article and an adjective make a noun of what follows. */
static bool is_described(const struct passage *passage, uint32_t first)
{
    const struct passage_word *before = first > 1 ? &passage->words[first - 1] : NULL;

    if (!before || before->is || before->paragraph != passage->words[first].paragraph ||
        !passage_has(passage, first - 2, LEXICON_ARTICLE))
        return false;
    return passage_ends_as(passage, first - 1, GRAMMAR_ADJECTIVE) ||
           passage_ends_as(passage, first - 1, GRAMMAR_DESCRIPTIVE);
}

/* A capital is a cue's only where it starts a sentence, and a subject may follow. */
static bool capital_fits(const struct passage *passage, uint32_t first, uint32_t is)
{
    if (!passage_shaped(passage, first, SHAPE_CAPITAL) || is & LEXICON_SOURCE)
        return true;
    return passage_shaped(passage, first, SHAPE_SENTENCE) && is & LEXICON_STRONG &&
           (passage_shaped(passage, first + 1, SHAPE_CAPITAL) ||
            passage_has(passage, first + 1, LEXICON_PRONOUN));
}

/* True where "by" and whoever did it follow: "asked by host Ann Lee". */
static bool names_agent(const struct passage *passage, uint32_t end)
{
    return end + 1 < passage->count && passage_serves(passage, end, GRAMMAR_AGENT) &&
           !passage_has(passage, end + 1, LEXICON_CALENDAR) &&
           (passage_shaped(passage, end + 1, SHAPE_CAPITAL) ||
            passage_has(passage, end + 1, LEXICON_ARTICLE | LEXICON_ROLE | LEXICON_OTHER_FORM));
}

static void add(struct cue_list *list, struct passage *passage, struct cue cue)
{
    for (uint32_t i = cue.first; i < cue.end; i++)
        passage->words[i].cue = (uint32_t)list->count;
    list->items = memory_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count++] = cue;
}

void cues_find(struct cue_list *list, struct passage *passage)
{
    struct bytes form = BYTES_EMPTY;

    list->count = 0;
    for (uint32_t i = 0; i < passage->count; i++) {
        uint32_t is = passage->words[i].is;
        uint32_t end = i + 1;

        if (!(is & (LEXICON_CUE | LEXICON_LONGER)))
            continue;
        if (is & LEXICON_LONGER)
            end = longest_form(passage, i, &is, &form);
        if (is & (LEXICON_STRONG | LEXICON_WEAK) && capital_fits(passage, i, is) &&
            names_agent(passage, end)) {
            add(list, passage,
                (struct cue){.first = i, .end = end + 1, .is = LEXICON_SOURCE | LEXICON_PASSIVE});
            i = end;
            continue;
        }
        if (!(is & LEXICON_CUE) || !capital_fits(passage, i, is) ||
            (end == i + 1 && !(is & LEXICON_PARTICIPLE) &&
             (prevented(passage, i) || is_described(passage, i))))
            continue;
        if (i > 0 && passage_serves(passage, i - 1, GRAMMAR_INFINITIVE))
            is |= LEXICON_PARTICIPLE;
        add(list, passage, (struct cue){.first = i, .end = end, .is = is});
        i = end - 1;
    }
    bytes_release(&form);
}

bool cues_says_at(const struct passage *passage, uint32_t word)
{
    while (passage_outside(passage, word) &&
           passage_has(passage, word, LEXICON_AUXILIARY | LEXICON_ADVERB) &&
           passage->words[word].cue == PASSAGE_NONE)
        word++;
    return passage_outside(passage, word) && passage->words[word].cue != PASSAGE_NONE &&
           passage_has(passage, word, LEXICON_STRONG | LEXICON_LONGER) &&
           !passage_has(passage, word, LEXICON_PARTICIPLE);
}

bool cues_one_says(const struct passage *passage, uint32_t word)
{
    return passage_outside(passage, word) && passage->words[word].cue != PASSAGE_NONE &&
           passage_has(passage, word, LEXICON_STRONG | LEXICON_LONGER) &&
           !passage_has(passage, word, LEXICON_SOURCE) &&
           !passage_ends_as(passage, word, GRAMMAR_SEVERAL);
}

bool cues_ends_speech(const struct passage *passage, uint32_t word)
{
    uint32_t before = word;

    if (passage->words[word].cue == PASSAGE_NONE ||
        passage_ends_as(passage, word, GRAMMAR_SEVERAL) ||
        !passage_has(passage, word, LEXICON_STRONG | LEXICON_WEAK))
        return false;
    while (before > 0 && passage_outside(passage, before - 1) && passage->words[before - 1].mark)
        before--;
    return before > 0 && passage->words[before - 1].quote != PASSAGE_NONE;
}

void cues_release(struct cue_list *list)
{
    free(list->items);
    *list = CUE_LIST_EMPTY;
}
