#include "corpus/text/traits.h"

#include "corpus/text/stopwords.h"
#include "corpus/text/utf8.h"
#include "corpus/text/wordlist.h"

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

/* True for a word of the list, or one whose part up to the apostrophe is ("l'État"). */
static bool is_common(struct span list, struct span term)
{
    const char *apostrophe = NULL;

    if (wordlist_has(list, term))
        return true;
    apostrophe = memchr(term.bytes, '\'', term.length);
    return apostrophe &&
           wordlist_has(list, span_cut(term, 0, (size_t)(apostrophe - term.bytes) + 1));
}

/* True when a character of `letters` stands in `term`. */
static bool has_letter(struct span term, const char *letters)
{
    struct span marked = span_of(letters);

    for (size_t at = 0; at < marked.length;) {
        struct utf8_point point = utf8_at(marked, at);

        for (size_t i = 0; i + point.width <= term.length; i++)
            if (memcmp(term.bytes + i, marked.bytes + at, point.width) == 0)
                return true;
        at += point.width;
    }
    return false;
}

static bool has_ending(struct span term, const char *endings)
{
    struct span rest = span_of(endings);

    while (rest.length && term.length >= ENDING_WORD_MIN) {
        const char *blank = memchr(rest.bytes, ' ', rest.length);
        size_t length = blank ? (size_t)(blank - rest.bytes) : rest.length;

        if (term.length > length &&
            memcmp(term.bytes + term.length - length, rest.bytes, length) == 0)
            return true;
        rest = span_cut(rest, length + (blank ? 1 : 0), rest.length);
    }
    return false;
}

unsigned traits_points(const struct trait *trait, struct span term)
{
    unsigned points = is_common(stopwords_list(span_of(trait->code)), term) ? TRAITS_WORD : 0;

    if (utf8_ascii_length(term) < term.length && has_letter(term, trait->letters))
        points += TRAITS_LETTER;
    if (has_ending(term, trait->endings))
        points += TRAITS_ENDING;
    return points;
}

bool traits_usual(const struct trait *trait, struct span term)
{
    return has_ending(term, trait->usual);
}
