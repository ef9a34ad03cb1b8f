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

/* What is remembered of a word in a language: its points, whether it is usual, and that we know. */
enum { POINTS = 7, USUAL = 8, ASKED = 128 };

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

/* What is known of the word in this language, of which `items` is remembered; asked for once. */
static uint8_t known(const struct words *words, uint8_t *items, uint32_t number, size_t language)
{
    if (!items[number]) {
        struct span term = words_term(words, number);

        items[number] = (uint8_t)(ASKED | traits_points(&traits[language], term) |
                                  (traits_usual(&traits[language], term) ? USUAL : 0));
    }
    return items[number];
}

/* The letters of "U.S." are words of many languages. */
static bool is_initial(struct span text, struct token token)
{
    return token.length == 1 && text.bytes[token.start] >= 'A' && text.bytes[token.start] <= 'Z';
}

/* What the first words of a stretch say of a language. */
struct verdict {
    size_t points, usual, words;
};

static struct verdict verdict_of(struct stretch stretch, size_t language)
{
    struct language_memory *memory = stretch.article->memory;
    const struct words *words = stretch.article->words;
    const struct token *tokens = stretch.article->tokens->items;
    struct span text = stretch.article->text;
    struct verdict verdict = {0};
    uint8_t *items;

    if (!memory->items[language])
        memory->items[language] = memory_new(memory->capacity, 1);
    items = memory->items[language];
    for (size_t i = stretch.from; i < stretch.to && verdict.words < WORDS_READ; i++) {
        uint8_t said;

        if (tokens[i].kind != TOKEN_WORD || is_initial(text, tokens[i]))
            continue;
        said = known(words, items, words->at[i], language);
        verdict.points += said & POINTS;
        verdict.usual += (said & USUAL) != 0;
        verdict.words++;
    }
    return verdict;
}

/* The language of `script` other than `but` that has most points, or NULL where none has any. */
static const struct trait *best_of(enum script script, const struct trait *but,
                                   struct stretch stretch, size_t *points)
{
    const struct trait *best = NULL;
    struct verdict most = {0};

    for (size_t i = 0; i < TRAITS_JUDGED; i++) {
        struct verdict verdict;

        if (traits[i].script != script || &traits[i] == but)
            continue;
        verdict = verdict_of(stretch, i);
        if (verdict.points > most.points ||
            (best && verdict.points == most.points && verdict.usual > most.usual)) {
            most = verdict;
            best = &traits[i];
        }
    }
    *points = most.points;
    /* Half a point a word is less than any text of the language has. */
    return best && 2 * most.points >= most.words ? best : NULL;
}

static const struct trait *trait_of_text(const struct language_article *article, enum script script)
{
    size_t points;

    if (script == SCRIPT_LATIN || script == SCRIPT_CYRILLIC)
        return best_of(script, NULL, (struct stretch){article, 0, article->tokens->count}, &points);
    for (size_t i = 0; i < TRAITS; i++) {
        if (traits[i].script == script)
            return &traits[i];
    }
    return NULL;
}

/* Room for all terms there are; what was known by other numbers is forgotten. */
static void make_room(struct language_memory *memory, const struct words *words)
{
    size_t had = memory->capacity, room = had ? had : 1024;

    if (memory->generation == words->generation && words->terms.count <= had)
        return;
    while (room < words->terms.count)
        room *= 2;
    for (size_t i = 0; i < TRAITS_JUDGED; i++) {
        uint8_t *items = memory->items[i] ? memory_new(room, 1) : NULL;

        if (items && memory->generation == words->generation)
            memcpy(items, memory->items[i], had);
        free(memory->items[i]);
        memory->items[i] = items;
    }
    memory->capacity = room;
    memory->generation = words->generation;
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

void language_read(struct language_article *article, struct language_memory *memory,
                   struct span declared)
{
    size_t counts[SCRIPTS] = {0};
    enum script script;

    make_room(memory, article->words);
    article->memory = memory;
    article->language = language_normal(declared);
    article->trait = traits_find(article->language);
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
    struct stretch stretch = {article, from, to};
    struct span bytes;
    struct verdict own;
    size_t other;

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
    own = verdict_of(stretch, (size_t)(trait - traits));
    if (own.points >= own.words)
        return true;
    (void)best_of(trait->script, trait, stretch, &other);
    return other < OTHER_POINTS_MIN || other <= OTHER_TIMES * own.points;
}

void language_release(struct language_memory *memory)
{
    for (size_t i = 0; i < TRAITS_JUDGED; i++)
        free(memory->items[i]);
    *memory = LANGUAGE_MEMORY_EMPTY;
}
