#include "corpus/voices/titlecase.h"

enum {
    SMALL_MAX = 3, /* letters of a word that title case leaves small */
    LINE_MIN = 5   /* words with capitals of a line without a small word among them */
};

/* True for a word that has a capital in title case alone: "For", "Its", "Said". */
static bool is_raised(const struct passage *passage, uint32_t word)
{
    const struct passage_word *here = &passage->words[word];
    const uint32_t small = LEXICON_PLAIN & ~(uint32_t)(LEXICON_CALENDAR | LEXICON_ARTICLE);

    if (here->is & (LEXICON_GIVEN | LEXICON_PARTICLE | LEXICON_PLACE) ||
        here->end - here->start == 1)
        return false;
    return here->is & (small | LEXICON_STRONG) ||
           (here->is & LEXICON_WEAK && passage_ends_as(passage, word, GRAMMAR_PARTICIPLE));
}

static bool is_line(const struct passage *passage, uint32_t first, uint32_t end)
{
    return passage_starts_paragraph(passage, first) && !passage->words[end - 1].mark &&
           (end == passage->count || passage_starts_paragraph(passage, end));
}

/* True where the sentence's last word, before a stop, is small: told at once of most of them;
 * it has two words or more. */
static bool ends_small(const struct passage *passage, uint32_t end)
{
    const struct passage_word *last = &passage->words[end - 1];

    last -= last->mark == '.';
    return (last->shape & (SHAPE_WORD | SHAPE_CAPITAL)) == SHAPE_WORD &&
           last->end - last->start > SMALL_MAX && last->quote == PASSAGE_NONE;
}

static bool is_titled(const struct passage *passage, uint32_t first, uint32_t end)
{
    uint32_t capitals = 0;
    bool raised = false;

    if (passage->words[first].quote != PASSAGE_NONE)
        return false;
    for (uint32_t i = first; i < end; i++) {
        const struct passage_word *here = &passage->words[i];

        if (here->quote != PASSAGE_NONE || !(here->shape & SHAPE_WORD))
            continue;
        if (here->shape & SHAPE_CAPITAL) {
            capitals++;
            raised |= capitals > 1 && is_raised(passage, i);
        } else if (here->end - here->start > SMALL_MAX && !(here->is & LEXICON_PREPOSITION)) {
            return false;
        }
    }
    return raised ? capitals >= TITLECASE_MIN
                  : capitals >= LINE_MIN && is_line(passage, first, end);
}

void titlecase_mark(struct passage *passage)
{
    if (lexicon_nouns_have_capitals(passage->lexicon))
        return;
    for (size_t s = 0, count = passage->sentence_count; s < count; s++) {
        uint32_t first = passage->sentences[s];
        uint32_t end = passage->sentences[s + 1];

        if (end - first < TITLECASE_MIN || ends_small(passage, end) ||
            !is_titled(passage, first, end))
            continue;
        for (uint32_t i = first; i < end; i++)
            passage->words[i].shape |= SHAPE_TITLED;
    }
}
