#include "analysis/people/spelling.h"

#include "analysis/people/bare.h"
#include "corpus/text/tokens.h"
#include "corpus/text/unicode.h"
#include "corpus/text/utf8.h"
#include "corpus/voices/lexicon.h"

enum { WORDS_MAX = 12, ACRONYM_MAX = 4, SIGN_MIN = 4 /* letters of a given name that is a sign */ };

/* The words of a spelling, while it is taken apart. */
struct parts {
    struct span words[WORDS_MAX];
    uint32_t is[WORDS_MAX];
    size_t first, end;
};

/* Classes of a word that, standing last, make a name no person's. */
static const uint32_t no_person =
    LEXICON_ORGANISATION | LEXICON_GROUP | LEXICON_WRITING | LEXICON_PLACE | LEXICON_ORIGIN;

void spelling_close(struct spelling_reader *reader)
{
    bytes_release(&reader->room);
    bytes_release(&reader->key);
    *reader = SPELLING_READER_EMPTY;
}

/* --- words ----------------------------------------------------------------------- */

/* Initials may stand without blanks: "J.K. Rowling", "J.-C. Juncker". */
static size_t word_end(struct span text)
{
    size_t at = 0;

    while (
        at < text.length && text.bytes[at] != ' ' &&
        !(at > 0 && text.bytes[at - 1] == '.' && text.bytes[at] != '.' && text.bytes[at] != ',')) {
        struct utf8_point point = utf8_at(text, at);

        if (unicode_is_space(point.code))
            break;
        at += point.width ? point.width : 1;
    }
    return at;
}

struct span spelling_word(struct span *rest)
{
    struct span word;

    while (rest->length) {
        struct utf8_point point = utf8_at(*rest, 0);

        if (!unicode_is_space(point.code) && point.code != '-')
            break;
        *rest = span_cut(*rest, point.width ? point.width : 1, rest->length);
    }
    word = span_cut(*rest, 0, word_end(*rest));
    *rest = span_cut(*rest, word.length, rest->length);
    while (span_ends(word, ","))
        word.length--;
    return word;
}

bool spelling_has_capital(struct span word)
{
    return unicode_is_upper(utf8_at(word, 0).code);
}

static struct span without_point(struct span word)
{
    while (span_ends(word, "."))
        word.length--;
    return word;
}

uint32_t spelling_class(struct spelling_reader *reader, struct span word)
{
    struct span form;
    uint32_t english, german;

    bytes_clear(&reader->room);
    tokens_fold(&reader->room, without_point(word));
    form = bytes_span(&reader->room);
    if (slavic_is_cyrillic(form))
        return lexicon_find(lexicon_of(span_of("ru")), form);
    english = lexicon_find(lexicon_of(span_of("en")), form);
    german = lexicon_find(lexicon_of(span_of("de")), form);
    /* "Senator" is a man in German alone. */
    return english | (english & (LEXICON_TITLE | LEXICON_ROLE) ? german & ~LEXICON_SEX : german);
}

static bool is_initial(struct span word)
{
    size_t letters = utf8_count(without_point(word));

    return spelling_has_capital(word) && (letters == 1 || (letters == 2 && span_ends(word, ".")));
}

static bool has_digit(struct span word)
{
    for (size_t i = 0; i < word.length; i++) {
        if (word.bytes[i] >= '0' && word.bytes[i] <= '9')
            return true;
    }
    return false;
}

bool spelling_is_acronym(struct span word)
{
    size_t letters = 0;

    for (size_t at = 0; at < word.length;) {
        struct utf8_point point = utf8_at(word, at);

        if (unicode_is_lower(point.code))
            return false;
        letters += unicode_is_upper(point.code);
        at += point.width ? point.width : 1;
    }
    return letters > 1 && letters <= ACRONYM_MAX;
}

static bool is_possessive(struct span word)
{
    return word.length > 3 && (span_ends(word, "'s") || span_ends(word, "’s"));
}

/* "al-Assad" without its particle. */
static struct span without_prefix(struct span word)
{
    static const char *const prefixes[] = {"al-", "el-", "Al-", "El-", "аль-", "эль-", "Аль-"};

    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        if (span_starts(word, prefixes[i]) && word.length > strlen(prefixes[i]))
            return span_cut(word, strlen(prefixes[i]), word.length);
    }
    return word;
}

/* --- what is no name --------------------------------------------------------------- */

static bool is_particle(const struct parts *parts, size_t word)
{
    return parts->is[word] & LEXICON_PARTICLE &&
           (word + 1 < parts->end || !spelling_has_capital(parts->words[word])) &&
           !(word == parts->first && parts->is[word] & LEXICON_GIVEN);
}

static bool is_title(const struct parts *parts, size_t word)
{
    return parts->is[word] & (LEXICON_TITLE | LEXICON_ROLE) && !(parts->is[word] & LEXICON_GIVEN);
}

static bool is_person(const struct parts *parts)
{
    size_t first = parts->first;
    bool titles = true;

    while (first + 1 < parts->end &&
           (is_particle(parts, first) ||
            (is_title(parts, first) && !spelling_has_capital(parts->words[first]))))
        first++;
    if (!spelling_has_capital(without_prefix(parts->words[first])) ||
        !spelling_has_capital(without_prefix(parts->words[parts->end - 1])))
        return false;
    for (size_t i = first; i < parts->end; i++) {
        if (has_digit(parts->words[i]) || is_possessive(parts->words[i]))
            return false;
        titles = titles && parts->is[i] & LEXICON_TITLE && !(parts->is[i] & LEXICON_GIVEN);
    }
    if (titles || (parts->end - first == 1 && spelling_is_acronym(parts->words[first])))
        return false;
    return !(parts->is[parts->end - 1] & no_person) || parts->is[parts->end - 1] & LEXICON_GIVEN ||
           (parts->end - first > 1 && parts->is[first] & LEXICON_GIVEN);
}

/* --- parts ------------------------------------------------------------------------- */

static bool split(struct parts *parts, struct spelling_reader *reader, struct span text)
{
    struct span word;

    *parts = (struct parts){0};
    while ((word = spelling_word(&text)).length) {
        if (parts->end == WORDS_MAX)
            return false;
        parts->is[parts->end] = spelling_class(reader, word);
        parts->words[parts->end++] = word;
    }
    return parts->end > 0;
}

static struct span keep_bare(struct spelling_reader *reader, struct arena *arena, struct span word)
{
    bare_letters(&reader->room, word);
    return arena_copy(arena, bytes_span(&reader->room));
}

/* "Lavrov S. V." becomes "S. V. Lavrov". */
static void turn_round(struct parts *parts)
{
    size_t from = parts->end;

    while (from > parts->first + 1 && is_initial(parts->words[from - 1]) &&
           span_ends(parts->words[from - 1], "."))
        from--;
    if (is_initial(parts->words[parts->first]))
        return;
    for (; from > parts->first && from < parts->end; from++) {
        struct span word = parts->words[from];
        uint32_t is = parts->is[from];

        for (size_t i = from; i > parts->first && !is_initial(parts->words[i - 1]); i--) {
            parts->words[i] = parts->words[i - 1];
            parts->is[i] = parts->is[i - 1];
            parts->words[i - 1] = word;
            parts->is[i - 1] = is;
        }
    }
}

/* In "Head of the Agency Director Ann Lee" the name is behind the last title. */
static void drop_description(struct parts *parts)
{
    size_t title = parts->first;
    bool described = false;

    for (size_t i = parts->first; i + 1 < parts->end; i++) {
        described = described ||
                    (!spelling_has_capital(parts->words[i]) && !(parts->is[i] & LEXICON_PARTICLE));
        if (described && is_title(parts, i))
            title = i + 1;
    }
    parts->first = title;
}

/* Drops suffixes and titles, and keeps what they tell. */
static void drop_ends(struct parts *parts, struct spelling *spelling,
                      struct spelling_reader *reader, struct arena *arena)
{
    while (parts->end > parts->first + 1 && parts->is[parts->end - 1] & LEXICON_SUFFIX) {
        parts->end--;
        spelling->suffix = keep_bare(reader, arena, parts->words[parts->end]);
    }
    while (parts->end > parts->first + 1 && is_title(parts, parts->first)) {
        uint32_t sex = parts->is[parts->first] & LEXICON_SEX;

        if (sex != LEXICON_SEX)
            spelling->sex |= sex;
        parts->first++;
    }
    if (spelling->sex == LEXICON_SEX)
        spelling->sex = 0;
}

static void add_given(struct spelling *spelling, const struct parts *parts, size_t word,
                      struct spelling_reader *reader, struct arena *arena)
{
    struct given_name *given = &spelling->given[spelling->given_count];
    uint32_t sex = parts->is[word] & LEXICON_GIVEN ? parts->is[word] & LEXICON_SEX : 0;
    uint32_t slavic_sex = 0;
    bool listed;

    if (spelling->given_count == SPELLING_GIVEN_MAX)
        return;
    given->initial = is_initial(parts->words[word]);
    given->bare = keep_bare(reader, arena, parts->words[word]);
    listed = slavic_given(&reader->key, given->bare, &slavic_sex) && !given->initial;
    given->key = arena_copy(arena, bytes_span(&reader->key));
    if (!given->initial && bare_written_out(&reader->room, parts->words[word]))
        given->written_out = arena_copy(arena, bytes_span(&reader->room));
    if (given->initial) {
        given->bare.length = utf8_at(given->bare, 0).width;
        given->key.length = given->key.length > 0;
    }
    spelling->given_count++;
    if (spelling->given_count > 1 || given->initial)
        return;
    if (slavic_is_cyrillic(given->bare) || !sex || sex == LEXICON_SEX)
        sex = slavic_sex;
    if (!spelling->sex)
        spelling->sex = sex;
    spelling->is_dictionary = slavic_is_lemma(given->bare);
    if (listed && given->key.length >= SIGN_MIN &&
        (slavic_is_cyrillic(given->bare) ||
         !(lexicon_find(lexicon_of(span_of("de")), given->bare) & LEXICON_GIVEN)))
        spelling->is_slavic = true;
}

static void read_last(struct spelling *spelling, struct span word, struct spelling_reader *reader,
                      struct arena *arena)
{
    word = without_prefix(word);
    spelling->last = keep_bare(reader, arena, word);
    if (bare_written_out(&reader->room, word))
        spelling->written_out = arena_copy(arena, bytes_span(&reader->room));
    slavic_last(&reader->key, spelling->last);
    spelling->skeleton = arena_copy(arena, bytes_span(&reader->key));
    spelling->is_slavic = spelling->is_slavic || slavic_is_last(spelling->last);
    if (!spelling->sex)
        spelling->sex = slavic_last_sex(spelling->last);
}

void spelling_whole(struct bytes *whole, struct spelling_reader *reader, struct span text)
{
    struct span word;

    bytes_clear(whole);
    while ((word = spelling_word(&text)).length) {
        bare_letters(&reader->room, word);
        if (reader->room.count == 0)
            continue;
        if (whole->count)
            bytes_add_byte(whole, ' ');
        bytes_add(whole, bytes_span(&reader->room));
    }
}

void spelling_read(struct spelling *spelling, struct spelling_reader *reader, struct arena *arena,
                   struct span text)
{
    struct parts parts;
    size_t last;

    spelling_whole(&reader->key, reader, text);
    *spelling = (struct spelling){.whole = arena_copy(arena, bytes_span(&reader->key))};
    if (!split(&parts, reader, text) || !is_person(&parts))
        return;
    drop_description(&parts);
    drop_ends(&parts, spelling, reader, arena);
    turn_round(&parts);
    last = parts.end - 1;
    for (size_t i = parts.first; i < last; i++) {
        if (!is_particle(&parts, i))
            add_given(spelling, &parts, i, reader, arena);
    }
    read_last(spelling, parts.words[last], reader, arena);
    spelling->is_name = spelling->last.length > 0;
}
