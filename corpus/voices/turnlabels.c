#include "corpus/voices/turnlabels.h"

enum { BRACKET_MAX = 8 }; /* words and marks of an affiliation: "(D-OH)" */

static bool is_bold(uint32_t mark)
{
    return mark == '*' || mark == '_';
}

static bool starts_paragraph(const struct passage *passage, uint32_t word)
{
    return passage->paragraphs[passage->words[word].paragraph].first == word;
}

/* True for what may stand in a label: names, titles, initials, "of", a number. */
static bool fits_label(const struct passage *passage, uint32_t word, bool capitals)
{
    const struct passage_word *here = &passage->words[word];

    if (capitals && here->shape & SHAPE_WORD)
        return here->shape & SHAPE_CAPITALS || here->is & LEXICON_PARTICLE ||
               passage_is_initial(passage, word);
    if (here->shape & SHAPE_NUMBER)
        return !starts_paragraph(passage, word) && !passage->words[word - 1].mark;
    if (!(here->shape & SHAPE_WORD))
        return here->mark == '.' || here->mark == ',';
    return here->shape & SHAPE_CAPITAL || here->is & LEXICON_PARTICLE ||
           (here->is & LEXICON_PREPOSITION && here->end - here->start <= 3);
}

/* The end of what stands before `end` once an affiliation in brackets is left out. */
static uint32_t before_bracket(const struct passage *passage, uint32_t end)
{
    if (passage->words[end - 1].mark != ')')
        return end;
    for (uint32_t i = end - 1; i > 0 && end - i < BRACKET_MAX; i--) {
        if (passage->words[i - 1].mark == '(')
            return i - 1;
    }
    return end;
}

/* Moves a label's start to the right, to a word that a label may start with. */
static void settle_start(const struct passage *passage, struct turn_label *label)
{
    while (label->first < label->end && (!passage_shaped(passage, label->first, SHAPE_CAPITAL) ||
                                         passage->words[label->first].mark))
        label->first++;
}

static bool is_personal(const struct passage *passage, uint32_t word)
{
    return !passage_is_initial(passage, word) &&
           passage_has(passage, word,
                       LEXICON_ARTICLE | LEXICON_TITLE | LEXICON_ROLE | LEXICON_OTHER_FORM);
}

/* True where the full stop at `word` follows an initial: "P.M." may end no sentence. */
static bool shortens(const struct passage *passage, uint32_t word)
{
    return word && passage->words[word].mark == '.' && passage_is_initial(passage, word - 1);
}

/* Passes over what is left of the sentence before: "P.M. EST THE PRESIDENT". */
static void pass_rest(const struct passage *passage, struct turn_label *label)
{
    uint32_t stop = label->first - 1; /* the last full stop before a title or the like */
    uint32_t at = label->first;

    while (at < label->end && !is_personal(passage, at)) {
        stop = passage->words[at].mark == '.' ? at : stop;
        at++;
    }
    if (at < label->end && passage->words[stop].mark == '.')
        label->first = shortens(passage, stop) ? at : stop + 1;
}

/* True where the colon parts a label from speech: with a blank, or "MR. SMITH:Good". */
static bool parts(const struct passage *passage, uint32_t colon, uint32_t body)
{
    if (passage->words[body].paragraph != passage->words[colon].paragraph ||
        passage_shaped(passage, body, SHAPE_BLANK_BEFORE))
        return true;
    return passage_shaped(passage, colon - 1, SHAPE_CAPITALS) &&
           passage_shaped(passage, body, SHAPE_CAPITAL) &&
           !passage_shaped(passage, body, SHAPE_CAPITALS);
}

bool turnlabels_name_person(const struct passage *passage, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        if (passage_has(passage, i, LEXICON_TITLE | LEXICON_ROLE) ||
            (i == first && passage_has(passage, i, LEXICON_GIVEN)))
            return true;
    }
    return false;
}

bool turnlabels_read(struct turn_label *label, const struct passage *passage, uint32_t colon)
{
    uint32_t paragraph = passage->words[colon].paragraph;
    uint32_t line = passage->paragraphs[paragraph].first;
    uint32_t at = colon;
    bool capitals = false;

    *label = (struct turn_label){.body = colon + 1};
    while (label->body < passage->count && is_bold(passage->words[label->body].mark) &&
           passage->words[label->body].paragraph == paragraph)
        label->body++;
    if (label->body >= passage->count || colon == line || !parts(passage, colon, label->body))
        return false;
    while (at > line && is_bold(passage->words[at - 1].mark))
        at--;
    if (at > line)
        at = before_bracket(passage, at);
    label->end = label->first = at;
    capitals = at > line && passage_shaped(passage, at - 1, SHAPE_CAPITALS);
    while (label->first > line && label->end - label->first < TURNLABELS_MAX &&
           !passage_shaped(passage, label->first, SHAPE_SENTENCE) &&
           fits_label(passage, label->first - 1, capitals))
        label->first--;
    settle_start(passage, label);
    if (label->first > line && capitals)
        pass_rest(passage, label);
    if (label->first >= label->end || passage->words[label->end - 1].mark == ',')
        return false;
    label->outer = label->first;
    while (label->outer > line && is_bold(passage->words[label->outer - 1].mark))
        label->outer--;
    label->line = label->outer == line;
    label->sentence = label->line || passage_shaped(passage, label->outer, SHAPE_SENTENCE) ||
                      passage_shaped(passage, label->first, SHAPE_SENTENCE) ||
                      passage_is_dash(passage, label->outer - 1) ||
                      (capitals && turnlabels_name_person(passage, label->first, label->end));
    return true;
}
