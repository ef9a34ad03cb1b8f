#include "corpus/voices/nouns.h"

#include "corpus/voices/cues.h"
#include "corpus/voices/names.h"

enum { GENITIVE_MAX = 4 }; /* words of "der neuen Behörde" */

/* True where the word follows a cue that names a source, "по словам", "laut". */
static bool behind_source(const struct passage *passage, uint32_t word)
{
    uint32_t cue = word ? passage->words[word - 1].cue : PASSAGE_NONE;

    if (cue == PASSAGE_NONE || passage->words[word].cue == cue)
        return false;
    for (uint32_t i = word; i > 0 && passage->words[i - 1].cue == cue; i--) {
        if (passage_has(passage, i - 1, LEXICON_SOURCE | LEXICON_PREPOSITION))
            return true;
    }
    return false;
}

bool nouns_is_oblique(const struct passage *passage, uint32_t word)
{
    if (!passage_outside(passage, word) || !passage_has(passage, word, LEXICON_ARTICLE) ||
        behind_source(passage, word))
        return false;
    return passage_serves(passage, word, GRAMMAR_OBLIQUE);
}

/* "The 34-year-old", "Die 34-Jährige": a noun by itself, though its capital is behind a number. */
static bool is_aged(const struct passage *passage, uint32_t word)
{
    return passage_ends_as(passage, word, GRAMMAR_AGE);
}

uint32_t nouns_genitive_end(const struct passage *passage, uint32_t word)
{
    if (!passage_follows(passage, word) || !passage_serves(passage, word, GRAMMAR_GENITIVE) ||
        is_aged(passage, word - 1)) /* "der 34-Jährige der Zeitung": to whom it is said */
        return word;
    for (uint32_t i = word + 1; i <= word + GENITIVE_MAX && passage_follows(passage, i); i++) {
        if (passage->words[i].cue != PASSAGE_NONE ||
            passage_has(passage, i, LEXICON_PLAIN & ~(uint32_t)LEXICON_FUNCTION))
            return word;
        if (passage_shaped(passage, i, SHAPE_CAPITAL) &&
            !(passage_follows(passage, i + 1) && passage_shaped(passage, i + 1, SHAPE_CAPITAL)))
            return i + 1;
    }
    return word;
}

bool nouns_may_be_genitive(const struct passage *passage, uint32_t word)
{
    return passage_ends_as(passage, word, GRAMMAR_OWNER);
}

/* True for a common noun or what describes it, of which nothing else is known. */
static bool is_common(const struct passage *passage, uint32_t word)
{
    const struct passage_word *here = &passage->words[word];

    return passage_outside(passage, word) && here->shape & SHAPE_WORD &&
           here->cue == PASSAGE_NONE &&
           (!(here->shape & SHAPE_CAPITAL) || lexicon_nouns_have_capitals(passage->lexicon) ||
            names_is_compound_adjective(passage, word)) &&
           !(here->is & (LEXICON_PLAIN & ~(uint32_t)LEXICON_FUNCTION));
}

/* True where the word follows a verb of saying that follows a quotation. */
static bool behind_speech(const struct passage *passage, uint32_t word)
{
    uint32_t cue = word ? word - 1 : 0;

    return cue && passage->words[cue].cue != PASSAGE_NONE &&
           passage_has(passage, cue, LEXICON_STRONG) &&
           (passage->words[cue - 1].quote != PASSAGE_NONE || passage->words[cue - 1].mark);
}

/* True where "asked by" or the like stands just before the word. */
static bool behind_agent(const struct passage *passage, uint32_t word)
{
    return word > 1 && passage->words[word - 1].cue != PASSAGE_NONE &&
           passage->words[word - 1].cue == passage->words[word - 2].cue &&
           passage_has(passage, word - 1, LEXICON_PREPOSITION) &&
           passage_has(passage, word - 2, LEXICON_STRONG | LEXICON_WEAK);
}

/* True for what ends as an adverb or adjective does: "probably", "instantaneous". */
static bool is_quality(const struct passage *passage, uint32_t word)
{
    return passage_ends_as(passage, word, GRAMMAR_ADVERB) ||
           passage_ends_as(passage, word, GRAMMAR_ADJECTIVE);
}

/* True where words `first` to `end` may be a noun of no list: "the narrator", "two narrators". */
static bool is_noun(const struct passage *passage, uint32_t first, uint32_t end)
{
    const struct passage_word *head = &passage->words[end - 1];

    if (is_quality(passage, end - 1) || head->is & LEXICON_FUNCTION ||
        passage_serves(passage, end - 1, GRAMMAR_TIME))
        return false;
    if (first && passage_has(passage, first - 1, LEXICON_PREPOSITION) &&
        passage->words[first - 1].paragraph == head->paragraph)
        return false;
    return passage_has(passage, first, LEXICON_ARTICLE) ||
           passage_ends_as(passage, end - 1, GRAMMAR_PLURAL);
}

/* "The old narrator said", "..., said the old narrator", "asked by a narrator". */
static bool read_noun(struct noun_phrase *phrase, const struct passage *passage, uint32_t first)
{
    uint32_t end = first + 1;

    while (end - first <= NOUNS_MAX && is_common(passage, end) &&
           !passage_has(passage, end, LEXICON_ROLE | LEXICON_GROUP | LEXICON_WRITING))
        end++;
    if (end == first + 1 ||
        (!cues_says_at(passage, end) && !behind_speech(passage, first) &&
         !behind_agent(passage, first) &&
         !(is_aged(passage, end - 1) && passage->words[end].mark))) /* "the 19-year-old, who" */
        return false;
    if (passage_has(passage, end, LEXICON_ROLE | LEXICON_GROUP | LEXICON_WRITING) ||
        passage_shaped(passage, end, SHAPE_CAPITAL) || !is_noun(passage, first, end))
        return false;
    *phrase = (struct noun_phrase){.first = first + 1, .end = end, .head = end - 1};
    return true;
}

/* "Der junge Bogenschütze sagte", "sagte die Ballonfahrerin eines Vereins". */
static bool read_capital_noun(struct noun_phrase *phrase, const struct passage *passage,
                              uint32_t first)
{
    uint32_t noun = first + 1;
    uint32_t end = 0;

    while (noun - first < NOUNS_MAX && passage_outside(passage, noun) &&
           passage->words[noun].cue == PASSAGE_NONE && !is_aged(passage, noun) &&
           (passage_shaped(passage, noun, SHAPE_NUMBER) || passage->words[noun].mark == '-' ||
            (passage_follows(passage, noun) && !passage_shaped(passage, noun, SHAPE_CAPITAL) &&
             !passage_has(passage, noun, LEXICON_PLAIN & ~(uint32_t)LEXICON_FUNCTION))))
        noun++;
    if (!(names_may_hold(passage, noun) || is_aged(passage, noun)) || passage->words[noun].is ||
        nouns_is_oblique(passage, first) ||
        (first && passage_has(passage, first - 1, LEXICON_PREPOSITION)))
        return false;
    end = nouns_genitive_end(passage, noun + 1);
    if (passage_shaped(passage, end, SHAPE_CAPITAL) ||
        (!cues_says_at(passage, end) && !behind_source(passage, first) &&
         !(first && (cues_one_says(passage, first - 1) || cues_ends_speech(passage, first - 1)))))
        return false;
    *phrase = (struct noun_phrase){.first = first + 1, .end = end, .head = noun};
    return true;
}

/* Without articles: "один из бывших министров", up to a mark or a verb of saying. */
static bool read_one_of(struct noun_phrase *phrase, const struct passage *passage, uint32_t first)
{
    uint32_t end = first + 2;

    if (!passage_has(passage, first, LEXICON_ARTICLE) || !passage_follows(passage, first + 1) ||
        !passage_has(passage, first + 1, LEXICON_PREPOSITION))
        return false;
    while (end - first < NOUNS_MAX && passage_follows(passage, end) &&
           passage->words[end].cue == PASSAGE_NONE && !passage_has(passage, end, LEXICON_PLAIN))
        end++;
    if (end == first + 2)
        return false;
    *phrase = (struct noun_phrase){.first = first, .end = end, .head = PASSAGE_NONE};
    return true;
}

/*
 * Without articles: ", said the former gymnast", "in the words of the school's director", up to a
 * mark or an "and". Where a name or a role stands in it, that is who speaks.
 */
static bool read_bare_noun(struct noun_phrase *phrase, const struct passage *passage,
                           uint32_t first)
{
    uint32_t end = first;

    while (end - first < NOUNS_MAX && passage_outside(passage, end) &&
           passage_shaped(passage, end, SHAPE_WORD) &&
           !passage_has(passage, end, LEXICON_CONJUNCTION | LEXICON_PRONOUN)) {
        if (passage_shaped(passage, end, SHAPE_CAPITAL) ||
            (end > first && passage_has(passage, end, LEXICON_ROLE)))
            return false;
        end++;
    }
    if (end == first || (!behind_speech(passage, first) && !behind_source(passage, first)) ||
        passage->words[end].quote != PASSAGE_NONE ||
        (passage->words[end].mark == 0 && !passage_has(passage, end, LEXICON_CONJUNCTION)))
        return false;
    *phrase = (struct noun_phrase){.first = first, .end = end, .head = first};
    return true;
}

bool nouns_read(struct noun_phrase *phrase, const struct passage *passage, uint32_t word)
{
    uint32_t is = passage->words[word].is;

    if (lexicon_nouns_have_capitals(passage->lexicon))
        return is & (LEXICON_ARTICLE | LEXICON_RELATIVE) &&
               read_capital_noun(phrase, passage, word);
    if (!lexicon_has_no_articles(passage->lexicon))
        return is & (LEXICON_ARTICLE | LEXICON_FUNCTION) && read_noun(phrase, passage, word);
    return !(is & (LEXICON_ADVERB | LEXICON_PREPOSITION)) &&
           (read_one_of(phrase, passage, word) || read_bare_noun(phrase, passage, word));
}
