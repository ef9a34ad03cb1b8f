#include "analysis/people/slavic.h"

#include "analysis/people/bare.h"
#include "corpus/base/memory.h"
#include "corpus/base/table.h"
#include "corpus/text/utf8.h"
#include "corpus/voices/lexicon.h"

#include <pthread.h>

enum {
    STEM_BYTES = 6, /* three letters that a Cyrillic name keeps */
    KEY_MIN = 3,    /* letters that a last name's key keeps */
    CYRILLIC_FIRST = 0x430,
    CYRILLIC_LAST = 0x491
};

bool slavic_is_cyrillic(struct span word)
{
    uint32_t code = utf8_at(word, 0).code;

    return code >= CYRILLIC_FIRST && code <= CYRILLIC_LAST;
}

/* --- letters --------------------------------------------------------------------- */

/* What a Cyrillic letter is in a key: w for sh and shch, q for ch, x for zh. */
static const char *key_of_letter(uint32_t code)
{
    static const char *const letters[] = {
        "a", "b", "v", "g", "d", "e", "x", "s", "i", "i", "k", "l", "m", "n", "o",  "p",
        "r", "s", "t", "u", "f", "h", "c", "q", "w", "w", "",  "i", "",  "e", "iu", "ia",
    };

    if (code >= CYRILLIC_FIRST && code < CYRILLIC_FIRST + sizeof letters / sizeof *letters)
        return letters[code - CYRILLIC_FIRST];
    switch (code) {
    case 0x454: /* є */
        return "e";
    case 0x456: /* і */
    case 0x458: /* ј */
        return "i";
    case 0x491: /* ґ */
        return "g";
    default:
        return "";
    }
}

/* What stands for one Cyrillic letter in some transliteration; the longer first. */
static const struct group {
    const char *from, *to;
} groups[] = {
    {"schtsch", "w"}, {"shch", "w"}, {"tsch", "q"}, {"sch", "w"},  {"tch", "q"}, {"sh", "w"},
    {"sz", "w"},      {"ch", "q"},   {"cz", "q"},   {"zh", "x"},   {"kh", "h"},  {"ts", "c"},
    {"tz", "c"},      {"ck", "k"},   {"ph", "f"},   {"yo", "e"},   {"ye", "e"},  {"jo", "e"},
    {"je", "e"},      {"ou", "u"},   {"gue", "ge"}, {"gui", "gi"}, {"ff", "v"},  {"x", "ks"},
    {"y", "i"},       {"j", "i"},    {"w", "v"},    {"z", "s"},
};

static bool starts_at(struct span text, size_t at, const char *with)
{
    return span_starts(span_cut(text, at, text.length), with);
}

/* The letters' key, not yet without doubled letters. */
static void add_letters(struct bytes *key, struct span name)
{
    for (size_t at = 0; at < name.length;) {
        struct utf8_point point = utf8_at(name, at);
        size_t i = 0;

        if (point.code >= 0x80) {
            bytes_add_text(key, key_of_letter(point.code));
            at += point.width ? point.width : 1;
            continue;
        }
        while (i < sizeof groups / sizeof *groups && !starts_at(name, at, groups[i].from))
            i++;
        if (i < sizeof groups / sizeof *groups) {
            bytes_add_text(key, groups[i].to);
            at += strlen(groups[i].from);
        } else {
            bytes_add_byte(key, name.bytes[at++]);
        }
    }
}

static void single(struct bytes *key)
{
    size_t kept = 0;

    for (size_t i = 0; i < key->count; i++) {
        if (kept == 0 || key->items[kept - 1] != key->items[i])
            key->items[kept++] = key->items[i];
    }
    key->count = kept;
}

static void replace_letters(struct bytes *key, struct span name)
{
    bytes_clear(key);
    add_letters(key, name);
    single(key);
}

/* --- Cyrillic cases ---------------------------------------------------------------- */

/* Case endings, bare; the longer first. */
static const char *const endings[] = {
    "ого", "его", "ому", "ему", "ою", "ею", "ои", "еи", "ым", "им", "ом", "ем", "ую", "юю",
    "ая",  "яя",  "ии",  "ыи",  "а",  "у",  "ы",  "е",  "и",  "я",  "ю",  "ь",  "о",
};

static struct span cut_ending(struct span name, size_t least)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t length = strlen(endings[i]);

        if (span_ends(name, endings[i]) && name.length >= length + least)
            return span_cut(name, 0, name.length - length);
    }
    return name;
}

/* The Russian given names, once they are read. */
static struct slavic {
    struct table lemmas; /* as the dictionary has them, bare */
    struct table keys;   /* of these */
    uint32_t *lemma_sex, *key_sex;
    size_t lemma_capacity, key_capacity;
} names;

static pthread_once_t names_read = PTHREAD_ONCE_INIT;

/* The given name of the list that `stem` with a dictionary's ending is; TABLE_NONE for none. */
static uint32_t lemma_of_stem(const struct slavic *slavic, struct span stem)
{
    static const char *const dictionary[] = {"", "и", "ь", "ии", "а", "я", "ия"};
    struct bytes lemma = BYTES_EMPTY;
    uint32_t found = TABLE_NONE;

    for (size_t i = 0; found == TABLE_NONE && i < sizeof dictionary / sizeof *dictionary; i++) {
        bytes_clear(&lemma);
        bytes_add(&lemma, stem);
        bytes_add_text(&lemma, dictionary[i]);
        found = table_find(&slavic->lemmas, bytes_span(&lemma));
    }
    bytes_release(&lemma);
    return found;
}

/* The given name in the dictionary's form, whatever case it stands in. */
static uint32_t lemma_of(const struct slavic *slavic, struct span given)
{
    uint32_t lemma = table_find(&slavic->lemmas, given);

    for (size_t i = 0; lemma == TABLE_NONE && i < sizeof endings / sizeof *endings; i++) {
        if (span_ends(given, endings[i]) && given.length >= strlen(endings[i]) + 4)
            lemma = lemma_of_stem(slavic, span_cut(given, 0, given.length - strlen(endings[i])));
    }
    return lemma;
}

/* --- given names ------------------------------------------------------------------- */

static void know(struct table *table, uint32_t **sexes, size_t *capacity, struct span text,
                 uint32_t sex)
{
    size_t known = table->count;
    uint32_t id = table_add(table, text);

    *sexes = memory_grow(*sexes, capacity, (size_t)id + 1, sizeof **sexes);
    if (id >= known)
        (*sexes)[id] = sex;
    else if ((*sexes)[id] != sex)
        (*sexes)[id] = 0;
}

static void read_line(struct slavic *slavic, struct span line, struct bytes *bare,
                      struct bytes *key)
{
    const char *tab = memchr(line.bytes, '\t', line.length);
    uint32_t sex;

    if (!tab)
        return;
    sex = span_ends(line, "\tmale")     ? LEXICON_MALE
          : span_ends(line, "\tfemale") ? LEXICON_FEMALE
                                        : 0;
    bare_letters(bare, span_cut(line, 0, (size_t)(tab - line.bytes)));
    know(&slavic->lemmas, &slavic->lemma_sex, &slavic->lemma_capacity, bytes_span(bare), sex);
    replace_letters(key, bytes_span(bare));
    know(&slavic->keys, &slavic->key_sex, &slavic->key_capacity, bytes_span(key), sex);
}

static void read_names(void)
{
    struct span rest = lexicon_given_names(lexicon_of(span_of("ru")));
    struct bytes bare = BYTES_EMPTY, key = BYTES_EMPTY;

    while (rest.length) {
        const char *end = memchr(rest.bytes, '\n', rest.length);
        size_t length = end ? (size_t)(end - rest.bytes) : rest.length;

        read_line(&names, span_cut(rest, 0, length), &bare, &key);
        rest = span_cut(rest, end ? length + 1 : length, rest.length);
    }
    bytes_release(&bare);
    bytes_release(&key);
}

static const struct slavic *known_names(void)
{
    pthread_once(&names_read, read_names);
    return &names;
}

bool slavic_is_lemma(struct span given)
{
    return table_find(&known_names()->lemmas, given) != TABLE_NONE;
}

bool slavic_given(struct bytes *key, struct span given, uint32_t *sex)
{
    const struct slavic *slavic = known_names();
    uint32_t id;

    *sex = 0;
    if (slavic_is_cyrillic(given)) {
        id = lemma_of(slavic, given);
        if (id != TABLE_NONE)
            *sex = slavic->lemma_sex[id];
        replace_letters(key, id == TABLE_NONE ? cut_ending(given, STEM_BYTES)
                                              : table_text(&slavic->lemmas, id));
        return id != TABLE_NONE;
    }
    replace_letters(key, given);
    if (span_ends(bytes_span(key), "nder")) { /* Alexander is Александр */
        key->count -= 2;
        bytes_add_byte(key, 'r');
    }
    id = table_find(&slavic->keys, bytes_span(key));
    if (id != TABLE_NONE)
        *sex = slavic->key_sex[id];
    return id != TABLE_NONE;
}

/* --- last names -------------------------------------------------------------------- */

static bool is_vowel(char letter)
{
    return letter && strchr("aeiou", letter) != NULL;
}

void slavic_last(struct bytes *key, struct span last)
{
    replace_letters(key, slavic_is_cyrillic(last) ? cut_ending(last, STEM_BYTES) : last);
    while (key->count > KEY_MIN && is_vowel(key->items[key->count - 1]))
        key->count--;
}

struct ending {
    const char *ending;
    uint32_t sex;
};

static const struct ending tellings[] = {
    {"ova", LEXICON_FEMALE},   {"eva", LEXICON_FEMALE},   {"skaya", LEXICON_FEMALE},
    {"skaia", LEXICON_FEMALE}, {"skaja", LEXICON_FEMALE}, {"ska", LEXICON_FEMALE},
    {"ov", LEXICON_MALE},      {"ev", LEXICON_MALE},      {"sky", LEXICON_MALE},
    {"skiy", LEXICON_MALE},    {"skii", LEXICON_MALE},    {"skyi", LEXICON_MALE},
    {"skyy", LEXICON_MALE},    {"skij", LEXICON_MALE},    {"ски", LEXICON_MALE},
    {"скии", LEXICON_MALE},    {"ского", LEXICON_MALE},   {"скому", LEXICON_MALE},
    {"ским", LEXICON_MALE},    {"ов", LEXICON_MALE},      {"ев", LEXICON_MALE},
    {"ин", LEXICON_MALE},      {"овым", LEXICON_MALE},    {"евым", LEXICON_MALE},
    {"иным", LEXICON_MALE},    {"овои", LEXICON_FEMALE},  {"евои", LEXICON_FEMALE},
    {"инои", LEXICON_FEMALE},  {"ская", LEXICON_FEMALE},  {"скую", LEXICON_FEMALE},
};

uint32_t slavic_last_sex(struct span last)
{
    for (size_t i = 0; i < sizeof tellings / sizeof *tellings; i++) {
        if (span_ends(last, tellings[i].ending))
            return tellings[i].sex;
    }
    return 0;
}

bool slavic_is_last(struct span last)
{
    static const char *const signs[] = {
        "ov",   "ova",  "ev",   "eva",  "off",  "ow",   "owa",   "sky",    "ski",   "skii",
        "skiy", "skij", "skyi", "skyy", "skyj", "ska",  "skaya", "skaia",  "skaja", "enko",
        "enka", "yuk",  "iuk",  "juk",  "chuk", "vich", "vitch", "witsch", "vych",  "lny",
        "lnyi", "lnyy", "lniy", "lnyj", "ney",  "nyan", "nian",
    };

    if (slavic_is_cyrillic(last))
        return true;
    for (size_t at = 0; at < last.length; at++) {
        if (starts_at(last, at, "kh") || starts_at(last, at, "zh") || starts_at(last, at, "shch"))
            return true;
    }
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (last.length > strlen(signs[i]) + 1 && span_ends(last, signs[i]))
            return true;
    }
    return false;
}
