#include "corpus/text/language.h"

#include "corpus/text/stopwords.h"
#include "corpus/text/unicode.h"
#include "corpus/text/utf8.h"
#include "corpus/text/wordlist.h"

enum {
    WORDS_READ = 400,
    WORD_POINTS = 3,
    LETTER_POINTS = 2,
    ENDING_POINTS = 1,
    OTHER_POINTS_MIN = 6, /* another language needs as many to take a paragraph */
    OTHER_TIMES = 2,      /* and as many times those of the article's */
    ENDING_WORD_MIN = 5,  /* bytes of a word whose ending says something */
};

/*
 * Letters and endings are lower case, in NFC; endings are parted by blanks.
 * `endings` say much and are few; `usual` ones most words of the language
 * have, and of its neighbours fewer: they decide between equals alone.
 */
static const struct trait {
    const char *code, *code3, *name;
    enum script script;
    const char *letters;
    const char *endings;
    const char *usual;
} traits[] = {
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

enum { TRAITS = sizeof traits / sizeof *traits };

static const struct trait *trait_of(struct span language)
{
    for (size_t i = 0; i < TRAITS; i++)
        if (span_is(language, traits[i].code))
            return &traits[i];
    return NULL;
}

static void count_scripts(struct span text, size_t counts[static SCRIPTS])
{
    for (size_t at = 0; at < text.length;) {
        struct utf8_point point = utf8_at(text, at);

        at += point.width ? point.width : 1;
        if (point.code < 0x80)
            counts[SCRIPT_LATIN] += (unsigned char)((point.code | 0x20) - 'a') < 26;
        else if (unicode_is_letter(point.code))
            counts[unicode_script(point.code)]++;
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

/* SCRIPT_COMMON where the text has no letter. */
static enum script script_of(struct span text)
{
    size_t counts[SCRIPTS] = {0};

    count_scripts(text, counts);
    return script_of_counts(counts);
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

static size_t points_of_term(const struct trait *trait, struct span list, struct span term)
{
    size_t points = is_common(list, term) ? WORD_POINTS : 0;

    if (utf8_ascii_length(term) < term.length && has_letter(term, trait->letters))
        points += LETTER_POINTS;
    if (has_ending(term, trait->endings))
        points += ENDING_POINTS;
    return points;
}

/* Tokens of one text, as tokens_cut() made them. */
struct passage_tokens {
    struct span text;
    const struct token *items;
    size_t count;
};

/* The letters of "U.S." are words of many languages. */
static bool is_initial(struct passage_tokens tokens, size_t at)
{
    struct span word = span_cut(tokens.text, tokens.items[at].start, tokens.text.length);

    return tokens.items[at].length == 1 && word.bytes[0] >= 'A' && word.bytes[0] <= 'Z';
}

/* A word as has_ending() and the lists want it, or an empty span for what is no word of a text. */
static struct span term_at(struct bytes *term, struct passage_tokens tokens, size_t at)
{
    if (tokens.items[at].kind != TOKEN_WORD || is_initial(tokens, at))
        return SPAN_EMPTY;
    tokens_fold(term, tokens_span(tokens.text, tokens.items[at]));
    return bytes_span(term);
}

/* The points that `trait`'s language has in the first words; `*words` is how many were read. */
static size_t points_of(const struct trait *trait, struct passage_tokens tokens, size_t *words)
{
    struct span list = stopwords_list(span_of(trait->code));
    struct bytes room = BYTES_EMPTY;
    size_t points = 0;

    *words = 0;
    for (size_t i = 0; i < tokens.count && *words < WORDS_READ; i++) {
        struct span term = term_at(&room, tokens, i);

        if (!term.length)
            continue;
        points += points_of_term(trait, list, term);
        ++*words;
    }
    bytes_release(&room);
    return points;
}

/* How many of the first words end as words of `trait`'s language mostly do. */
static size_t usual_words(const struct trait *trait, struct passage_tokens tokens)
{
    struct bytes room = BYTES_EMPTY;
    size_t usual = 0, words = 0;

    for (size_t i = 0; i < tokens.count && words < WORDS_READ; i++) {
        struct span term = term_at(&room, tokens, i);

        if (!term.length)
            continue;
        usual += has_ending(term, trait->usual);
        words++;
    }
    bytes_release(&room);
    return usual;
}

/* The language of `script` other than `but` that has most points, or NULL where none has any. */
static const struct trait *best_of(enum script script, const struct trait *but,
                                   struct passage_tokens tokens, size_t *points)
{
    const struct trait *best = NULL;
    size_t words = 0;

    *points = 0;
    for (size_t i = 0; i < TRAITS; i++) {
        size_t own;

        if (traits[i].script != script || !traits[i].letters || &traits[i] == but)
            continue;
        own = points_of(&traits[i], tokens, &words);
        if (own > *points || (best && own == *points &&
                              usual_words(&traits[i], tokens) > usual_words(best, tokens))) {
            *points = own;
            best = &traits[i];
        }
    }
    /* Half a point a word is less than any text of the language has. */
    return 2 * *points >= words ? best : NULL;
}

static struct span language_by_words(enum script script, struct span text)
{
    enum { BYTES_READ = 8192 };
    struct token_list tokens = TOKEN_LIST_EMPTY;
    const struct trait *best = NULL;
    struct fault fault;
    size_t points;

    if (text.length > BYTES_READ)
        text = span_cut(text, 0, utf8_valid_length(span_cut(text, 0, BYTES_READ)));
    if (tokens_cut(&tokens, text, &fault))
        best = best_of(script, NULL, (struct passage_tokens){text, tokens.items, tokens.count},
                       &points);
    tokens_release(&tokens);
    return best ? span_of(best->code) : SPAN_EMPTY;
}

struct span language_of(struct span text)
{
    enum script script = script_of(text);

    if (script == SCRIPT_LATIN || script == SCRIPT_CYRILLIC)
        return language_by_words(script, text);
    for (size_t i = 0; i < TRAITS; i++)
        if (traits[i].script == script)
            return span_of(traits[i].code);
    return SPAN_EMPTY;
}

struct span language_normal(struct span declared)
{
    struct bytes folded = BYTES_EMPTY;
    struct span first = span_trim(declared);
    struct span found;

    for (size_t i = 0; i < first.length; i++)
        if (first.bytes[i] == '-' || first.bytes[i] == '_')
            first.length = i;
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

/* Chinese and Japanese share Han. */
static bool scripts_agree(enum script language, enum script text)
{
    return language == text || text == SCRIPT_COMMON ||
           (language == SCRIPT_KANA && text == SCRIPT_HAN);
}

struct span language_of_article(struct span declared, struct span text)
{
    struct span language = language_normal(declared);
    const struct trait *trait = trait_of(language);

    if (language.length && (!trait || scripts_agree(trait->script, script_of(text))))
        return language;
    return language_of(text);
}

bool language_paragraph_counted(struct span language, struct span text, const struct token *tokens,
                                size_t count)
{
    const struct trait *trait = trait_of(language);
    struct passage_tokens passage = {text, tokens, count};
    struct span bytes;
    size_t own, other, words;

    if (!trait || !count)
        return true;
    bytes = span_cut(text, tokens[0].start, tokens[count - 1].start + tokens[count - 1].length);
    if (!scripts_agree(trait->script, script_of(bytes)))
        return false;
    if (!trait->letters || utf8_count(bytes) < LANGUAGE_JUDGED_MIN)
        return true;
    own = points_of(trait, passage, &words);
    if (own >= words)
        return true;
    (void)best_of(trait->script, trait, passage, &other);
    return other < OTHER_POINTS_MIN || other <= OTHER_TIMES * own;
}
