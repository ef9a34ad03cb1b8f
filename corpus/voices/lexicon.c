#include "corpus/voices/lexicon.h"

#include "corpus/base/embed.h"
#include "corpus/base/memory.h"
#include "corpus/base/table.h"

#include <assert.h>
#include <pthread.h>

/* Each list of a language, embedded under one name. */
#define EMBED_LANGUAGE(code)                                                                       \
    EMBED(lexicon_##code##_cues, "corpus/lexicon/" #code "/cues.txt");                             \
    EMBED(lexicon_##code##_titles, "corpus/lexicon/" #code "/titles.txt");                         \
    EMBED(lexicon_##code##_roles, "corpus/lexicon/" #code "/roles.txt");                           \
    EMBED(lexicon_##code##_given, "corpus/lexicon/" #code "/given.txt");                           \
    EMBED(lexicon_##code##_groups, "corpus/lexicon/" #code "/groups.txt");                         \
    EMBED(lexicon_##code##_organisations, "corpus/lexicon/" #code "/organisations.txt");           \
    EMBED(lexicon_##code##_particles, "corpus/lexicon/" #code "/particles.txt");                   \
    EMBED(lexicon_##code##_pronouns, "corpus/lexicon/" #code "/pronouns.txt");                     \
    EMBED(lexicon_##code##_words, "corpus/lexicon/" #code "/words.txt")

EMBED_LANGUAGE(en);
EMBED_LANGUAGE(ru);
EMBED_LANGUAGE(de);
EMBED_LANGUAGE(es);
EMBED_LANGUAGE(fr);
EMBED_LANGUAGE(it);

/* A list and the classes that standing in it gives. */
struct list {
    const char *first, *end;
    uint32_t is;
};

enum { LIST_GIVEN = 3, LISTS = 9 };

#define LANGUAGE_LISTS(code)                                                                       \
    {                                                                                              \
        {lexicon_##code##_cues, lexicon_##code##_cues_end, 0},                                     \
            {lexicon_##code##_titles, lexicon_##code##_titles_end, LEXICON_TITLE},                 \
            {lexicon_##code##_roles, lexicon_##code##_roles_end, LEXICON_ROLE},                    \
            {lexicon_##code##_given, lexicon_##code##_given_end, LEXICON_GIVEN},                   \
            {lexicon_##code##_groups, lexicon_##code##_groups_end, 0},                             \
            {lexicon_##code##_organisations, lexicon_##code##_organisations_end,                   \
             LEXICON_ORGANISATION},                                                                \
            {lexicon_##code##_particles, lexicon_##code##_particles_end, 0},                       \
            {lexicon_##code##_pronouns, lexicon_##code##_pronouns_end, LEXICON_PRONOUN},           \
            {lexicon_##code##_words, lexicon_##code##_words_end, 0},                               \
    }

static const struct language {
    const char *code;
    bool nouns_have_capitals, has_no_articles, speech_holds_attribution, elides;
    struct list lists[LISTS];
} languages[] = {
    {.code = "en", .lists = LANGUAGE_LISTS(en)},
    {.code = "ru", .has_no_articles = true, .lists = LANGUAGE_LISTS(ru)},
    {.code = "de",
     .nouns_have_capitals = true,

     .lists = LANGUAGE_LISTS(de)},
    {.code = "es",
     .speech_holds_attribution = true,

     .lists = LANGUAGE_LISTS(es)},
    {.code = "fr",
     .speech_holds_attribution = true,
     .elides = true,

     .lists = LANGUAGE_LISTS(fr)},
    {.code = "it",
     .speech_holds_attribution = true,
     .elides = true,

     .lists = LANGUAGE_LISTS(it)},
};

static_assert(sizeof languages / sizeof *languages == LEXICON_LANGUAGES, "one lexicon each");

static const struct class_name {
    const char *name;
    uint32_t is;
} class_names[] = {
    {"strong", LEXICON_STRONG},
    {"weak", LEXICON_WEAK},
    {"source", LEXICON_SOURCE},
    {"source-behind", LEXICON_SOURCE | LEXICON_PARTICIPLE},
    {"strong-participle", LEXICON_STRONG | LEXICON_PARTICIPLE},
    {"weak-participle", LEXICON_WEAK | LEXICON_PARTICIPLE},
    {"male", LEXICON_MALE},
    {"female", LEXICON_FEMALE},
    {"either", 0},
    {"plural", LEXICON_PLURAL},
    {"first", LEXICON_FIRST},
    {"thing", 0},
    {"male-other", LEXICON_MALE | LEXICON_OTHER_FORM},
    {"female-other", LEXICON_FEMALE | LEXICON_OTHER_FORM},
    {"plural-other", LEXICON_PLURAL | LEXICON_OTHER_FORM},
    {"first-other", LEXICON_FIRST | LEXICON_OTHER_FORM},
    {"thing-other", LEXICON_OTHER_FORM},
    {"group", LEXICON_GROUP},
    {"text", LEXICON_WRITING},
    {"name", 0},
    {"particle", LEXICON_PARTICLE},
    {"suffix", LEXICON_SUFFIX},
    {"article", LEXICON_ARTICLE},
    {"auxiliary", LEXICON_AUXILIARY},
    {"passive", LEXICON_AUXILIARY | LEXICON_PASSIVE},
    {"adverb", LEXICON_ADVERB},
    {"preposition", LEXICON_PREPOSITION},
    {"conjunction", LEXICON_CONJUNCTION},
    {"relative", LEXICON_RELATIVE},
    {"function", LEXICON_FUNCTION},
    {"naming", LEXICON_NAMING},
    {"calendar", LEXICON_CALENDAR},
    {"origin", LEXICON_ORIGIN},
    {"place", LEXICON_PLACE},
};

struct lexicon {
    struct table forms;
    uint32_t *is; /* by the form's id */
    size_t is_capacity;
    const struct grammar *grammar;
    const struct language *language;
};

static struct lexicon lexicons[LEXICON_LANGUAGES];
static pthread_once_t lexicons_built = PTHREAD_ONCE_INIT;

static uint32_t class_of(struct span name)
{
    for (size_t i = 0; i < sizeof class_names / sizeof *class_names; i++) {
        if (span_is(name, class_names[i].name))
            return class_names[i].is;
    }
    return 0;
}

static void add(struct lexicon *lexicon, struct span form, uint32_t is)
{
    size_t known = lexicon->forms.count;
    uint32_t id = table_add(&lexicon->forms, form);

    lexicon->is =
        memory_grow(lexicon->is, &lexicon->is_capacity, (size_t)id + 1, sizeof *lexicon->is);
    if (id >= known)
        lexicon->is[id] = 0;
    lexicon->is[id] |= is;
}

/* A pronoun that is no subject is none of those that may say something. */
static uint32_t settled(uint32_t is)
{
    return is & LEXICON_OTHER_FORM ? is & ~(uint32_t)LEXICON_PRONOUN : is;
}

/* Of a form of several words: what it starts with, and the words behind the first. */
static void add_beginnings(struct lexicon *lexicon, struct span form)
{
    size_t word = 0;

    for (size_t i = 1; i <= form.length; i++) {
        if (i < form.length && form.bytes[i] != ' ')
            continue;
        if (i < form.length)
            add(lexicon, span_cut(form, 0, i), LEXICON_LONGER);
        if (word)
            add(lexicon, span_cut(form, word, i), LEXICON_FURTHER);
        word = i + 1;
    }
}

/* What stands before the line's tab. */
static struct span form_of(struct span line)
{
    const char *tab = memchr(line.bytes, '\t', line.length);

    return span_cut(line, 0, tab ? (size_t)(tab - line.bytes) : line.length);
}

static void add_line(struct lexicon *lexicon, struct span line, uint32_t is)
{
    struct span form = form_of(line);

    if (form.length == line.length)
        return;
    add(lexicon, form, settled(is | class_of(span_cut(line, form.length + 1, line.length))));
    add_beginnings(lexicon, form);
}

/* Adds a list's forms; where `new` is set, those only that stand in no list yet. */
static void add_list(struct lexicon *lexicon, const struct list *list, bool new)
{
    struct span rest = embed_span(list->first, list->end);

    while (rest.length) {
        const char *end = memchr(rest.bytes, '\n', rest.length);
        size_t length = end ? (size_t)(end - rest.bytes) : rest.length;

        if (!new || table_find(&lexicon->forms, form_of(span_cut(rest, 0, length))) == TABLE_NONE)
            add_line(lexicon, span_cut(rest, 0, length), list->is);
        rest = span_cut(rest, end ? length + 1 : length, rest.length);
    }
}

static void build(void)
{
    for (size_t i = 0; i < LEXICON_LANGUAGES; i++) {
        lexicons[i].language = &languages[i];
        lexicons[i].grammar = grammar_of(span_of(languages[i].code));
        for (size_t k = 0; k < LISTS; k++)
            add_list(&lexicons[i], &languages[i].lists[k], false);
        for (size_t k = 0; languages[i].nouns_have_capitals && k < LEXICON_LANGUAGES; k++)
            add_list(&lexicons[i], &languages[k].lists[LIST_GIVEN], true);
    }
}

const struct lexicon *lexicon_of(struct span language)
{
    pthread_once(&lexicons_built, build);
    for (size_t i = 0; i < LEXICON_LANGUAGES; i++) {
        if (span_starts(language, languages[i].code) &&
            (language.length == 2 || language.bytes[2] == '-'))
            return &lexicons[i];
    }
    return &lexicons[0];
}

size_t lexicon_number(const struct lexicon *lexicon)
{
    return (size_t)(lexicon - lexicons);
}

const struct grammar *lexicon_grammar(const struct lexicon *lexicon)
{
    return lexicon->grammar;
}

/* "avocat" of "l'avocat", "azienda" of "dell'azienda"; the form itself where nothing is elided. */
static struct span behind_elision(struct span form)
{
    enum { ELIDED_MAX = 5 };

    for (size_t i = 1; i <= ELIDED_MAX && i + 1 < form.length; i++) {
        if (form.bytes[i] == '\'')
            return span_cut(form, i + 1, form.length);
    }
    return form;
}

uint32_t lexicon_find(const struct lexicon *lexicon, struct span form)
{
    uint32_t id = table_find(&lexicon->forms, form);

    if (id == TABLE_NONE && lexicon->language->elides)
        id = table_find(&lexicon->forms, behind_elision(form));
    return id == TABLE_NONE ? 0 : lexicon->is[id];
}

/* The classes of "hans" for "hans-joachim", if it is a given name. */
static uint32_t before_hyphen(const struct lexicon *lexicon, struct span form)
{
    const char *hyphen = memchr(form.bytes, '-', form.length);
    size_t length = hyphen ? (size_t)(hyphen - form.bytes) : 0;
    uint32_t is = length ? lexicon_find(lexicon, span_cut(form, 0, length)) : 0;

    return is & LEXICON_GIVEN ? is & (LEXICON_GIVEN | LEXICON_SEX) : 0;
}

uint32_t lexicon_find_compound(const struct lexicon *lexicon, struct span form)
{
    enum { HEAD_MIN = 4, MODIFIER_MIN = 2, HEAD_MAX = 20 };
    const struct language *language = lexicon->language;
    size_t at = form.length > HEAD_MAX ? form.length - HEAD_MAX : MODIFIER_MIN;

    if (!language->nouns_have_capitals)
        return 0;
    for (; at + HEAD_MIN <= form.length; at++) {
        struct span head = span_cut(form, at, form.length);
        uint32_t is = lexicon_find(lexicon, head);

        if (is & (LEXICON_ROLE | LEXICON_GROUP | LEXICON_WRITING) &&
            !grammar_is(lexicon_grammar(lexicon), GRAMMAR_NAME_HEAD, head))
            return is &
                   (LEXICON_ROLE | LEXICON_GROUP | LEXICON_WRITING | LEXICON_SEX | LEXICON_PLURAL);
    }
    if (span_ends(form, "s")) { /* "des Sprechers" */
        uint32_t is = lexicon_find(lexicon, span_cut(form, 0, form.length - 1));

        if (is & LEXICON_ROLE)
            return is & (LEXICON_ROLE | LEXICON_TITLE | LEXICON_SEX | LEXICON_PLURAL);
    }
    return before_hyphen(lexicon, form);
}

struct span lexicon_given_names(const struct lexicon *lexicon)
{
    const struct list *list = &languages[lexicon_number(lexicon)].lists[LIST_GIVEN];

    return embed_span(list->first, list->end);
}

bool lexicon_nouns_have_capitals(const struct lexicon *lexicon)
{
    return lexicon->language->nouns_have_capitals;
}

bool lexicon_has_no_articles(const struct lexicon *lexicon)
{
    return lexicon->language->has_no_articles;
}

bool lexicon_speech_holds_attribution(const struct lexicon *lexicon)
{
    return lexicon->language->speech_holds_attribution;
}

bool lexicon_objects_come_first(const struct lexicon *lexicon)
{
    return lexicon_nouns_have_capitals(lexicon) || lexicon_speech_holds_attribution(lexicon);
}
