#include "analysis/people/offices.h"

#include "corpus/base/memory.h"
#include "corpus/text/tokens.h"
#include "corpus/voices/lexicon.h"

#include <stdlib.h>

static bool leads(uint32_t is)
{
    return is & (LEXICON_ARTICLE | LEXICON_OTHER_FORM) &&
           !(is & (LEXICON_TITLE | LEXICON_ROLE | LEXICON_ORIGIN | LEXICON_PLACE));
}

bool offices_phrase(struct bytes *phrase, struct spelling_reader *reader, struct span words)
{
    struct span word;
    uint32_t last = 0;

    bytes_clear(phrase);
    while ((word = spelling_word(&words)).length) {
        uint32_t is = spelling_class(reader, word);

        if (phrase->count == 0 && leads(is))
            continue;
        if (phrase->count)
            bytes_add_byte(phrase, ' ');
        tokens_fold(&reader->room, word);
        bytes_add(phrase, bytes_span(&reader->room));
        if (is & (LEXICON_TITLE | LEXICON_ROLE))
            last = is;
    }
    return last & LEXICON_TITLE && !(last & LEXICON_PLURAL);
}

/* True where `word` is one of the words of `speaker`, folded. */
static bool has_word(struct spelling_reader *reader, struct span speaker, struct span word)
{
    struct span other;
    bool found = false;

    tokens_fold(&reader->key, word);
    while (!found && (other = spelling_word(&speaker)).length) {
        tokens_fold(&reader->room, other);
        found = span_equal(bytes_span(&reader->room), bytes_span(&reader->key));
    }
    return found;
}

bool offices_before(struct bytes *phrase, struct spelling_reader *reader, struct span mention,
                    struct span speaker)
{
    struct span rest = mention, word;
    size_t name_at = mention.length;

    bytes_clear(phrase);
    while (name_at == mention.length && (word = spelling_word(&rest)).length) {
        if (spelling_has_capital(word) && has_word(reader, speaker, word))
            name_at = (size_t)(word.bytes - mention.bytes);
    }
    /* A mention without the name is the article's own guess at who is meant: it teaches nothing. */
    return name_at > 0 && name_at < mention.length &&
           offices_phrase(phrase, reader, span_cut(mention, 0, name_at));
}

bool offices_definite(struct spelling_reader *reader, struct span mention)
{
    static const char *const indefinite[] = {"a",    "an",    "one",   "another", "some", "ein",
                                             "eine", "einer", "einem", "einen",   "eines"};
    struct span word = spelling_word(&mention);

    tokens_fold(&reader->room, word);
    for (size_t i = 0; i < sizeof indefinite / sizeof *indefinite; i++) {
        if (span_is(bytes_span(&reader->room), indefinite[i]))
            return false;
    }
    return word.length > 0;
}

static struct span week_key(struct bytes *key, struct span phrase, int32_t week)
{
    bytes_clear(key);
    bytes_print(key, "%d ", (int)week);
    bytes_add(key, phrase);
    return bytes_span(key);
}

static void hold(struct offices *offices, struct span key, uint32_t person)
{
    size_t known = offices->keys.count;
    uint32_t id = table_add(&offices->keys, key);
    struct office_holders *holders;

    offices->holders =
        memory_grow(offices->holders, &offices->capacity, (size_t)id + 1, sizeof *offices->holders);
    holders = &offices->holders[id];
    if (id >= known)
        *holders = (struct office_holders){person, OFFICES_NOBODY, false};
    else if (holders->one != person && holders->other == OFFICES_NOBODY)
        holders->other = person;
    else if (holders->one != person && holders->other != person)
        holders->more = true;
}

void offices_learn(struct offices *offices, struct spelling_reader *reader, struct span phrase,
                   int32_t week, uint32_t person)
{
    struct span rest = phrase;
    uint32_t is;

    do {
        phrase = span_trim(rest);
        hold(offices, phrase, person);
        hold(offices, week_key(&reader->key, phrase, week), person);
        is = spelling_class(reader, spelling_word(&rest));
    } while (span_trim(rest).length && is & (LEXICON_ORIGIN | LEXICON_PLACE) &&
             !(is & (LEXICON_TITLE | LEXICON_ROLE)));
}

uint32_t offices_find(const struct offices *offices, struct span phrase, int32_t week)
{
    uint32_t ever = table_find(&offices->keys, phrase);
    struct bytes key = BYTES_EMPTY;
    uint32_t id;

    if (ever == TABLE_NONE || offices->holders[ever].more)
        return OFFICES_NOBODY;
    id = table_find(&offices->keys, week_key(&key, phrase, week));
    bytes_release(&key);
    return id == TABLE_NONE || offices->holders[id].other != OFFICES_NOBODY
               ? OFFICES_NOBODY
               : offices->holders[id].one;
}

void offices_release(struct offices *offices)
{
    table_release(&offices->keys);
    free(offices->holders);
    *offices = OFFICES_EMPTY;
}
