#include "corpus/voices/namekeys.h"

#include "corpus/text/tokens.h"
#include "corpus/text/unicode.h"
#include "corpus/text/utf8.h"

enum {
    WORDS_MAX = 40,  /* of a name that are looked at */
    STEM_LETTERS = 4 /* of Cyrillic keys that must agree, */
};

struct name_word {
    struct span text; /* without a possessive 's */
    uint32_t is;
    bool capital;
    bool parts; /* a comma, semicolon or dash stands before it */
};

struct name {
    struct name_word words[WORDS_MAX];
    size_t count;
};

/* The letter or digit, or one inside a word, at byte `at`. */
static bool holds_word(struct span text, size_t at, struct utf8_point point)
{
    struct utf8_point next = utf8_at(text, at + point.width);

    if (unicode_is_letter(point.code) || unicode_is_digit(point.code))
        return true;
    return at > 0 &&
           (point.code == '\'' || point.code == 0x2019 || point.code == '-' || point.code == '.') &&
           next.width && (unicode_is_letter(next.code) || unicode_is_digit(next.code));
}

static struct span without_possessive(struct span word)
{
    static const char *const endings[] = {"'s", "’s", "'", "’"};

    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (span_ends(word, endings[i]) && word.length > strlen(endings[i]))
            return span_cut(word, 0, word.length - strlen(endings[i]));
    }
    return word;
}

static void add_word(struct name *name, struct span text, bool parts, const struct lexicon *lexicon)
{
    struct bytes folded = BYTES_EMPTY;

    if (name->count == WORDS_MAX)
        return;
    text = without_possessive(text);
    tokens_fold(&folded, text);
    name->words[name->count++] = (struct name_word){
        .text = text,
        .is = lexicon_find(lexicon, bytes_span(&folded)),
        .capital = unicode_is_upper(utf8_at(text, 0).code),
        .parts = parts,
    };
    bytes_release(&folded);
}

static void cut_words(struct name *name, struct span text, const struct lexicon *lexicon)
{
    bool parts = false;
    int brackets = 0;

    for (size_t at = 0; at < text.length;) {
        struct utf8_point point = utf8_at(text, at);
        size_t start = at;

        if (point.width == 0)
            return;
        brackets += point.code == '(';
        brackets -= point.code == ')' && brackets;
        parts |= point.code == ',' || point.code == ';' || point.code == 0x2013 ||
                 point.code == 0x2014 || (point.code == '-' && at && text.bytes[at - 1] == ' ');
        if (brackets || !(unicode_is_letter(point.code) || unicode_is_digit(point.code))) {
            at += point.width;
            continue;
        }
        while (point.width && holds_word(text, at, point)) {
            at += point.width;
            point = utf8_at(text, at);
        }
        add_word(name, span_cut(text, start, at), parts, lexicon);
        parts = false;
    }
}

static bool is_name_word(const struct name *name, size_t at)
{
    const struct name_word *word = &name->words[at];

    return word->capital && !(word->is & (LEXICON_TITLE | LEXICON_SUFFIX)) &&
           !(at == 0 && word->is & (LEXICON_ARTICLE | LEXICON_PRONOUN | LEXICON_PREPOSITION |
                                    LEXICON_OTHER_FORM)) &&
           !(word->is & LEXICON_ROLE && !(word->is & LEXICON_GIVEN));
}

/* The last word of the last run with capitals of words `first` to `end`, or `end`. */
static size_t last_of_run(const struct name *name, size_t first, size_t end)
{
    for (size_t i = end; i > first; i--) {
        if (is_name_word(name, i - 1))
            return i - 1;
    }
    return end;
}

/* Where the first preposition that is no part of a name stands; `end` where none does. */
static size_t before_preposition(const struct name *name, size_t first, size_t end)
{
    for (size_t i = first + 1; i < end; i++) {
        const struct name_word *word = &name->words[i];
        bool particle = word->is & LEXICON_PARTICLE && name->words[i - 1].capital && i + 1 < end &&
                        (name->words[i + 1].capital || name->words[i + 1].is & LEXICON_PARTICLE);

        if (!word->capital && !particle &&
            word->is & (LEXICON_PREPOSITION | LEXICON_RELATIVE | LEXICON_CONJUNCTION))
            return i;
    }
    return end;
}

static bool is_pronoun(const struct name *name)
{
    for (size_t i = 0; i < name->count; i++) {
        if (!(name->words[i].is & (LEXICON_PRONOUN | LEXICON_OTHER_FORM | LEXICON_RELATIVE)))
            return false;
    }
    return true;
}

/* The piece that has a name in it, else the first. */
static void find_piece(const struct name *name, size_t *first, size_t *end)
{
    size_t start = 0;

    for (size_t i = 1; i <= name->count; i++) {
        if (i < name->count && !name->words[i].parts)
            continue;
        if (start == 0)
            *end = i;
        if (last_of_run(name, start, i) < i) {
            *first = start;
            *end = i;
            return;
        }
        start = i;
    }
}

void namekeys_read(struct bytes *key, struct span name, const struct lexicon *lexicon)
{
    struct name cut = {.count = 0};
    size_t first = 0;
    size_t end = 0;
    size_t border = 0;
    size_t last = 0;

    bytes_clear(key);
    cut_words(&cut, name, lexicon);
    if (is_pronoun(&cut))
        return;
    find_piece(&cut, &first, &end);
    border = before_preposition(&cut, first, end);
    last = last_of_run(&cut, first, border);
    if (last == border) {
        last = last_of_run(&cut, first, end);
        last = last == end ? border - 1 : last;
    }
    tokens_fold(key, cut.words[last].text);
    while (key->count && key->items[key->count - 1] == '.')
        key->count--;
}

bool namekeys_agree(struct span one, struct span other)
{
    size_t same = 0;
    size_t letters[2] = {utf8_count(one), utf8_count(other)};
    size_t shorter = letters[0] < letters[1] ? letters[0] : letters[1];
    size_t longer = letters[0] < letters[1] ? letters[1] : letters[0];

    if (one.length == 0 || other.length == 0)
        return false;
    if (span_equal(one, other))
        return true;
    if (!utf8_starts_cyrillic(one) || !utf8_starts_cyrillic(other))
        return false;
    for (size_t at = 0; at < one.length && at < other.length;) {
        struct utf8_point left = utf8_at(one, at);

        if (left.width == 0 || left.code != utf8_at(other, at).code)
            break;
        at += left.width;
        same++;
    }
    return same >= STEM_LETTERS && longer - same <= 3 && shorter - same <= 2;
}
