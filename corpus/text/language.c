#include "corpus/text/language.h"

#include "corpus/base/memory.h"
#include "corpus/text/ascii.h"
#include "corpus/text/traits.h"
#include "corpus/text/utf8.h"

#include <stdlib.h>

enum {
    WORDS_READ = 400,
    OTHER_POINTS_MIN = 6, /* another language needs as many to take a paragraph */
    OTHER_TIMES = 2,      /* and as many times those of the article's */
    JUDGED_BYTES_SURE = 4 * LANGUAGE_JUDGED_MIN,
};

/* Bits that no points take: this word was asked for. */
#define ASKED (UINT64_C(1) << 63)
enum { KNOWN = TRAITS_POINTS + 1, ONE_LETTER = 2 * KNOWN };

/* --- scripts ------------------------------------------------------------------------ */

/* True within a character past ASCII. */
static bool is_inner(struct span text, size_t at)
{
    return ((unsigned char)text.bytes[at] & 0xC0) == 0x80;
}

static void count_scripts(struct span text, size_t counts[static SCRIPTS])
{
    ascii_classifier *classify = ascii_best();

    for (size_t at = 0; at < text.length; at += ASCII_BLOCK) {
        struct ascii_block block = ascii_at(classify, text, at);

        counts[SCRIPT_LATIN] += (size_t)__builtin_popcountll(block.letters);
        for (uint64_t wide = block.wide; wide; wide &= wide - 1) {
            size_t start = at + (size_t)__builtin_ctzll(wide);

            if (!is_inner(text, start))
                counts[unicode_letter_script(utf8_at(text, start).code)]++;
        }
    }
}

/* The script most letters are in; kana for Japanese, which mixes it with Han. */
static enum script script_of_counts(size_t counts[static SCRIPTS])
{
    enum script most = SCRIPT_COMMON;
    size_t han = counts[SCRIPT_HAN];

    counts[SCRIPT_COMMON] = 0;
    if (counts[SCRIPT_KANA] * 20 > han) {
        counts[SCRIPT_KANA] += han;
        counts[SCRIPT_HAN] = 0;
    }
    for (int script = SCRIPT_LATIN; script < SCRIPTS; script++)
        if (counts[script] > counts[most])
            most = (enum script)script;
    return most;
}

/* True where all letters past ASCII are Latin too, as nearly always: no letter need be counted. */
static bool all_latin(struct span text)
{
    for (size_t at = utf8_ascii_length(text); at < text.length;) {
        struct utf8_point point = utf8_at(text, at);
        enum script script = unicode_letter_script(point.code);

        if (script != SCRIPT_LATIN && script != SCRIPT_COMMON)
            return false;
        at += point.width;
        at += utf8_ascii_length(span_cut(text, at, text.length));
    }
    return true;
}

/* Chinese and Japanese share Han. */
static bool scripts_agree(enum script language, enum script text)
{
    return language == text || text == SCRIPT_COMMON ||
           (language == SCRIPT_KANA && text == SCRIPT_HAN);
}

/* True where letters of other scripts than `script` stand in the text. */
static bool is_mixed(const size_t counts[static SCRIPTS], enum script script)
{
    for (int other = SCRIPT_LATIN; other < SCRIPTS; other++) {
        if (counts[other] && !scripts_agree(script, (enum script)other))
            return true;
    }
    return false;
}

/* --- words -------------------------------------------------------------------------- */

/* Some words of the article: the tokens from..to-1. */
struct stretch {
    const struct language_article *article;
    size_t from, to;
};

/* What a word says; asked for once. */
static uint64_t ask(const struct language_article *article, uint32_t number)
{
    struct language_memory *memory = article->memory;
    uint64_t *said = recall_of(&memory->said, article->words, sizeof *said);

    if (!said[number])
        said[number] = ASKED | traits_say(&memory->traits, words_term(article->words, number));
    return said[number];
}

/* The letters of "U.S." are words of many languages. */
static inline bool is_initial(struct span text, const struct token *token)
{
    return token->length == 1 && text.bytes[token->start] >= 'A' && text.bytes[token->start] <= 'Z';
}

/* True for a token that says something: a word, and no initial. */
static inline bool speaks(const struct language_article *article, size_t at)
{
    return article->words->at[at] && !is_initial(article->text, &article->tokens->items[at]);
}

/* What the first words of a stretch say of each language. */
struct verdict {
    size_t points[TRAITS_JUDGED], usual[TRAITS_JUDGED];
    size_t words;
};

/* Sums for every other language, a byte each. */
struct sums {
    uint64_t points, usual;
};

/* Words summed at a time: no byte overflows, and WORDS_READ are read in whole rounds. */
enum { SUMMED = 25 };

_Static_assert(WORDS_READ % SUMMED == 0 && SUMMED * TRAITS_POINTS < 256, "a byte for each sum");

static void add_word(struct sums *sums, uint64_t said)
{
    const uint64_t each = 0x0101010101010101U;

    sums->points += said & each * TRAITS_POINTS;
    sums->usual += (said & each * TRAITS_USUAL) / TRAITS_USUAL;
}

static void add_sums(struct verdict *verdict, struct sums sums, unsigned first)
{
    for (unsigned i = first; i < TRAITS_JUDGED; i += 2) {
        verdict->points[i] += sums.points & 0xFF;
        verdict->usual[i] += sums.usual & 0xFF;
        sums.points >>= 8;
        sums.usual >>= 8;
    }
}

static struct verdict verdict_of(struct stretch stretch)
{
    struct verdict verdict = {0};
    size_t at = stretch.from;

    while (at < stretch.to && verdict.words < WORDS_READ) {
        struct sums even = {0}, odd = {0};
        size_t summed = 0;

        for (; at < stretch.to && summed < SUMMED; at++) {
            uint64_t said;

            if (!speaks(stretch.article, at))
                continue;
            said = ask(stretch.article, words_number(stretch.article->words, at));
            add_word(&even, said);
            add_word(&odd, said >> TRAITS_BITS);
            summed++;
        }
        add_sums(&verdict, even, 0);
        add_sums(&verdict, odd, 1);
        verdict.words += summed;
    }
    return verdict;
}

/* What is remembered of a word about one language: its points, and whether an initial may be it. */
static unsigned char ask_own(const struct language_article *article, unsigned language,
                             uint32_t number)
{
    uint64_t points = ask(article, number) >> TRAITS_BITS * language & TRAITS_POINTS;

    return (unsigned char)(KNOWN | points |
                           (words_term(article->words, number).length == 1 ? ONE_LETTER : 0));
}

/*
 * True where its first words have as many points of the article's own language as there are.
 * Those are remembered by themselves, a byte a term: what all words say takes eight times the
 * room, and waiting for it is what this would cost.
 */
static bool is_own(struct stretch stretch)
{
    const struct language_article *article = stretch.article;
    unsigned language = (unsigned)(article->trait - traits);
    unsigned char *own = recall_of(&article->memory->own[language], article->words, sizeof *own);
    const uint32_t *terms = article->words->at;
    size_t points = 0, words = 0;

    /* It is decided once there are more points to spare than words to come. */
    for (size_t at = stretch.from;
         at < stretch.to && words < WORDS_READ && points < words + (stretch.to - at); at++) {
        uint32_t term = terms[at];

        if (!term)
            continue;
        if (!own[term - 1])
            own[term - 1] = ask_own(article, language, term - 1);
        if (own[term - 1] & ONE_LETTER && !speaks(article, at))
            continue;
        points += own[term - 1] & TRAITS_POINTS;
        words++;
    }
    return points >= words;
}

/* The language of `script` other than `but` that has most points, or NULL where none has any. */
static const struct trait *best_of(enum script script, const struct trait *but,
                                   const struct verdict *verdict)
{
    size_t points = 0, usual = 0;
    const struct trait *best = NULL;

    for (size_t i = 0; i < TRAITS_JUDGED; i++) {
        if (traits[i].script != script || &traits[i] == but)
            continue;
        if (verdict->points[i] > points ||
            (best && verdict->points[i] == points && verdict->usual[i] > usual)) {
            points = verdict->points[i];
            usual = verdict->usual[i];
            best = &traits[i];
        }
    }
    return best;
}

static size_t points_of(const struct verdict *verdict, const struct trait *trait)
{
    return trait ? verdict->points[trait - traits] : 0;
}

/* Of Latin and Cyrillic text. */
static const struct trait *trait_of_words(const struct language_article *article,
                                          enum script script)
{
    struct verdict verdict = verdict_of((struct stretch){article, 0, article->tokens->count});
    const struct trait *best = best_of(script, NULL, &verdict);

    /* Half a point a word is less than any text of the language has. */
    return 2 * points_of(&verdict, best) >= verdict.words ? best : NULL;
}

static const struct trait *trait_of_text(const struct language_article *article, enum script script)
{
    if (script == SCRIPT_LATIN || script == SCRIPT_CYRILLIC)
        return trait_of_words(article, script);
    for (size_t i = 0; i < TRAITS; i++) {
        if (traits[i].script == script)
            return &traits[i];
    }
    return NULL;
}

struct span language_normal(struct span declared)
{
    struct bytes folded = BYTES_EMPTY;
    struct span first = span_trim(declared);
    const struct trait *trait;
    struct span found;

    for (size_t i = 0; i < first.length; i++)
        if (first.bytes[i] == '-' || first.bytes[i] == '_')
            first.length = i;
    trait = traits_find(first);
    if (trait)
        return span_of(trait->code);
    tokens_fold(&folded, first);
    found = first;
    for (size_t i = 0; i < TRAITS; i++) {
        struct span name = bytes_span(&folded);

        if (span_is(name, traits[i].code) || span_is(name, traits[i].code3) ||
            span_is(name, traits[i].name))
            found = span_of(traits[i].code);
    }
    bytes_release(&folded);
    return found;
}

bool language_exists(struct span declared)
{
    struct span code = language_normal(declared);

    return traits_find(code) || unicode_has_language(code);
}

static bool has_word(const struct language_article *article)
{
    for (size_t i = 0; i < article->tokens->count; i++) {
        if (article->words->at[i])
            return true;
    }
    return false;
}

void language_read(struct language_article *article, struct language_memory *memory,
                   struct span declared)
{
    size_t counts[SCRIPTS] = {0};
    enum script script;

    if (!memory->traits.ending_max)
        traits_fill(&memory->traits);
    article->memory = memory;
    article->language = language_normal(declared);
    article->trait = traits_find(article->language);
    if (all_latin(article->text))
        counts[SCRIPT_LATIN] = has_word(article);
    else
        count_scripts(article->text, counts);
    script = script_of_counts(counts);
    if (!article->language.length ||
        (article->trait && !scripts_agree(article->trait->script, script))) {
        article->trait = trait_of_text(article, script);
        article->language = article->trait ? span_of(article->trait->code) : SPAN_EMPTY;
    }
    article->mixed = article->trait && is_mixed(counts, article->trait->script);
}

static bool is_judged_by_words(const struct trait *trait, struct span paragraph)
{
    return trait->letters &&
           (paragraph.length >= JUDGED_BYTES_SURE || utf8_count(paragraph) >= LANGUAGE_JUDGED_MIN);
}

bool language_counts(const struct language_article *article, size_t from, size_t to)
{
    const struct trait *trait = article->trait;
    const struct token *tokens = article->tokens->items;
    struct verdict verdict;
    struct span bytes;
    size_t own, other;

    if (!trait || from == to)
        return true;
    bytes =
        span_cut(article->text, tokens[from].start, tokens[to - 1].start + tokens[to - 1].length);
    if (article->mixed) {
        size_t counts[SCRIPTS] = {0};

        count_scripts(bytes, counts);
        if (!scripts_agree(trait->script, script_of_counts(counts)))
            return false;
    }
    if (!is_judged_by_words(trait, bytes))
        return true;
    if (is_own(
            (struct stretch){article, from, to})) /* as nearly all are: the others need no asking */
        return true;
    verdict = verdict_of((struct stretch){article, from, to});
    own = points_of(&verdict, trait);
    other = points_of(&verdict, best_of(trait->script, trait, &verdict));
    return other < OTHER_POINTS_MIN || other <= OTHER_TIMES * own;
}

void language_release(struct language_memory *memory)
{
    traits_release(&memory->traits);
    recall_release(&memory->said);
    for (size_t i = 0; i < TRAITS_JUDGED; i++)
        recall_release(&memory->own[i]);
    *memory = LANGUAGE_MEMORY_EMPTY;
}
