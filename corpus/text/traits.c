#include "corpus/text/traits.h"

#include "corpus/base/memory.h"
#include "corpus/text/stopwords.h"
#include "corpus/text/utf8.h"

#include <stdlib.h>

enum { ENDING_WORD_MIN = 5 }; /* bytes of a word whose ending says something */

const struct trait traits[TRAITS] = {
    {"en", "eng", "english", SCRIPT_LATIN, "", "ing tion ed ly ness", "s e t y d r n l th"},
    {"de", "deu", "german", SCRIPT_LATIN, "äöüß", "ung keit heit lich isch chen",
     "en er e t es st"},
    {"fr", "fra", "french", SCRIPT_LATIN, "éàèêçœùëîô", "ment eur aux ique ée és",
     "e es s nt er it é"},
    {"es", "spa", "spanish", SCRIPT_LATIN, "ñáíóú", "ción dad ado ando iendo ías",
     "a o as os es n ar ó"},
    {"it", "ita", "italian", SCRIPT_LATIN, "àèìòù", "zione ità ato are zioni ello", "a e i o"},
    {"pt", "por", "portuguese", SCRIPT_LATIN, "ãõâêçáíóú", "ção dade ado ões ndo",
     "a o as os es m ar ou eu"},
    {"nl", "nld", "dutch", SCRIPT_LATIN, "", "ijk ing heid lijk eren tie", "en er t n ij e de"},
    {"pl", "pol", "polish", SCRIPT_LATIN, "ąćęłńśźż", "ego ych ość nie owy", "y a ie ki ów em ał"},
    {"cs", "ces", "czech", SCRIPT_LATIN, "ěščřžýůťďňáíéú", "ost ání ých ého ový",
     "y í á é ů a e il al"},
    {"ru", "rus", "russian", SCRIPT_CYRILLIC, "ыэё", "ого ться ния ение ость ать ить ией ует",
     "а о и е у ы й я ю ь х ов ом ет"},
    {"uk", "ukr", "ukrainian", SCRIPT_CYRILLIC, "іїєґ", "ння ого ться ість ати ити ував",
     "а о и і у й я ю ь х ів ли"},
    {"bg", "bul", "bulgarian", SCRIPT_CYRILLIC, "ъ", "ият ата ото ите ване ство ето иха аха ята",
     "а о и е ят"},
    {"sv", "swe", "swedish", SCRIPT_LATIN, NULL, NULL, NULL},
    {"da", "dan", "danish", SCRIPT_LATIN, NULL, NULL, NULL},
    {"no", "nor", "norwegian", SCRIPT_LATIN, NULL, NULL, NULL},
    {"fi", "fin", "finnish", SCRIPT_LATIN, NULL, NULL, NULL},
    {"hu", "hun", "hungarian", SCRIPT_LATIN, NULL, NULL, NULL},
    {"ro", "ron", "romanian", SCRIPT_LATIN, NULL, NULL, NULL},
    {"tr", "tur", "turkish", SCRIPT_LATIN, NULL, NULL, NULL},
    {"be", "bel", "belarusian", SCRIPT_CYRILLIC, NULL, NULL, NULL},
    {"el", "ell", "greek", SCRIPT_GREEK, NULL, NULL, NULL},
    {"he", "heb", "hebrew", SCRIPT_HEBREW, NULL, NULL, NULL},
    {"ar", "ara", "arabic", SCRIPT_ARABIC, NULL, NULL, NULL},
    {"fa", "fas", "persian", SCRIPT_ARABIC, NULL, NULL, NULL},
    {"hi", "hin", "hindi", SCRIPT_DEVANAGARI, NULL, NULL, NULL},
    {"bn", "ben", "bengali", SCRIPT_BENGALI, NULL, NULL, NULL},
    {"th", "tha", "thai", SCRIPT_THAI, NULL, NULL, NULL},
    {"ka", "kat", "georgian", SCRIPT_GEORGIAN, NULL, NULL, NULL},
    {"hy", "hye", "armenian", SCRIPT_ARMENIAN, NULL, NULL, NULL},
    {"ko", "kor", "korean", SCRIPT_HANGUL, NULL, NULL, NULL},
    {"zh", "zho", "chinese", SCRIPT_HAN, NULL, NULL, NULL},
    {"ja", "jpn", "japanese", SCRIPT_KANA, NULL, NULL, NULL},
};

const struct trait *traits_find(struct span code)
{
    for (size_t i = 0; i < TRAITS; i++) {
        if (span_is(code, traits[i].code))
            return &traits[i];
    }
    return NULL;
}

/* --- the index --------------------------------------------------------------------- */

static void add_clue(struct traits_clues *clues, struct span text, uint64_t said)
{
    size_t known = clues->texts.count;
    uint32_t id = table_add(&clues->texts, text);

    clues->said = memory_grow(clues->said, &clues->capacity, id + 1, sizeof *clues->said);
    clues->said[id] = said | (clues->texts.count > known ? 0 : clues->said[id]);
}

/* Adds the texts of a list, each of which `mark` ends or parts from the next. */
static void add_list(struct traits_clues *clues, struct span list, char mark, uint64_t said)
{
    while (list.length) {
        const char *end = memchr(list.bytes, mark, list.length);
        size_t length = end ? (size_t)(end - list.bytes) : list.length;

        add_clue(clues, span_cut(list, 0, length), said);
        list = span_cut(list, length + (end ? 1 : 0), list.length);
    }
}

static void add_letters(struct traits_clues *clues, struct span letters, uint64_t said)
{
    for (size_t at = 0; at < letters.length;) {
        size_t end = at + utf8_at(letters, at).width;

        add_clue(clues, span_cut(letters, at, end), said);
        at = end;
    }
}

void traits_fill(struct traits_index *index)
{
    for (unsigned i = 0; i < TRAITS_JUDGED; i++) {
        const struct trait *trait = &traits[i];
        uint64_t one = UINT64_C(1) << TRAITS_BITS * i;

        add_list(&index->words, stopwords_list(span_of(trait->code)), '\n', one * TRAITS_WORD);
        add_letters(&index->letters, span_of(trait->letters), one * TRAITS_LETTER);
        add_list(&index->endings, span_of(trait->endings), ' ', one * TRAITS_ENDING);
        add_list(&index->endings, span_of(trait->usual), ' ', one * TRAITS_USUAL);
    }
    for (uint32_t id = 0; id < index->endings.texts.count; id++) {
        size_t length = table_text(&index->endings.texts, id).length;

        index->ending_max = length > index->ending_max ? length : index->ending_max;
    }
}

/* --- a term -------------------------------------------------------------------------- */

static uint64_t say(const struct traits_clues *clues, struct span text)
{
    uint32_t id = table_find(&clues->texts, text);

    return id == TABLE_NONE ? 0 : clues->said[id];
}

/* Stop words are looked for whole, and by their part up to the apostrophe ("l'État"). */
static uint64_t word_says(const struct traits_index *index, struct span term)
{
    const char *apostrophe = memchr(term.bytes, '\'', term.length);
    uint64_t said = say(&index->words, term);

    if (apostrophe)
        said |= say(&index->words, span_cut(term, 0, (size_t)(apostrophe - term.bytes) + 1));
    return said;
}

static uint64_t letters_say(const struct traits_index *index, struct span term)
{
    uint64_t said = 0;

    for (size_t at = utf8_ascii_length(term); at < term.length;) {
        size_t end = at + utf8_at(term, at).width;

        said |= say(&index->letters, span_cut(term, at, end));
        at = end;
    }
    return said;
}

static uint64_t endings_say(const struct traits_index *index, struct span term)
{
    uint64_t said = 0;

    if (term.length < ENDING_WORD_MIN)
        return 0;
    for (size_t length = 1; length <= index->ending_max && length < term.length; length++)
        said |= say(&index->endings, span_cut(term, term.length - length, term.length));
    return said;
}

uint64_t traits_say(const struct traits_index *index, struct span term)
{
    /* No language's points and usual ending take more than its bits. */
    return word_says(index, term) + letters_say(index, term) + endings_say(index, term);
}

static void release(struct traits_clues *clues)
{
    table_release(&clues->texts);
    free(clues->said);
}

void traits_release(struct traits_index *index)
{
    release(&index->words);
    release(&index->letters);
    release(&index->endings);
    *index = TRAITS_INDEX_EMPTY;
}
