#include "corpus/voices/grammar.h"

#include "corpus/base/embed.h"

#include <assert.h>
#include <pthread.h>

EMBED(grammar_en, "corpus/lexicon/en/grammar.txt");
EMBED(grammar_ru, "corpus/lexicon/ru/grammar.txt");
EMBED(grammar_de, "corpus/lexicon/de/grammar.txt");
EMBED(grammar_es, "corpus/lexicon/es/grammar.txt");
EMBED(grammar_fr, "corpus/lexicon/fr/grammar.txt");
EMBED(grammar_it, "corpus/lexicon/it/grammar.txt");

enum { FORMS_MAX = 80 }; /* of one job */

struct grammar {
    struct span forms[GRAMMAR_JOBS][FORMS_MAX]; /* endings without their hyphen */
    size_t counts[GRAMMAR_JOBS];
    bool starts[GRAMMAR_JOBS][256], ends[GRAMMAR_JOBS][256]; /* by first, by last byte of a form */
};

static const char *const job_names[GRAMMAR_JOBS] = {
    [GRAMMAR_THAT] = "that",
    [GRAMMAR_INDEFINITE] = "indefinite",
    [GRAMMAR_AGENT] = "agent",
    [GRAMMAR_FINITE] = "finite",
    [GRAMMAR_INFINITIVE] = "infinitive",
    [GRAMMAR_AS] = "as",
    [GRAMMAR_AUTHOR] = "author",
    [GRAMMAR_IMPERSONAL] = "impersonal",
    [GRAMMAR_BELONGING] = "belonging",
    [GRAMMAR_OBLIQUE] = "oblique",
    [GRAMMAR_DATIVE] = "dative",
    [GRAMMAR_GENITIVE] = "genitive",
    [GRAMMAR_NAME_HEAD] = "name-head",
    [GRAMMAR_QUALIFIES] = "qualifies",
    [GRAMMAR_NATIVE] = "native",
    [GRAMMAR_LINK] = "link",
    [GRAMMAR_FIELD] = "field",
    [GRAMMAR_NUMBERED] = "numbered",
    [GRAMMAR_TIME] = "time",
    [GRAMMAR_NAME_PREFIX] = "name-prefix",
    [GRAMMAR_CLIPPED] = "clipped",
    [GRAMMAR_ADVERB] = "adverb",
    [GRAMMAR_ADJECTIVE] = "adjective",
    [GRAMMAR_DESCRIPTIVE] = "descriptive",
    [GRAMMAR_COMPOUND] = "compound",
    [GRAMMAR_INFLECTED] = "inflected",
    [GRAMMAR_AGE] = "age",
    [GRAMMAR_PARTICIPLE] = "participle",
    [GRAMMAR_SEVERAL] = "several",
    [GRAMMAR_PLURAL] = "plural",
    [GRAMMAR_ABSTRACT] = "abstract",
    [GRAMMAR_OWNER] = "owner",
};

static const struct source {
    const char *code, *first, *end;
} sources[] = {
    {"en", grammar_en, grammar_en_end}, {"ru", grammar_ru, grammar_ru_end},
    {"de", grammar_de, grammar_de_end}, {"es", grammar_es, grammar_es_end},
    {"fr", grammar_fr, grammar_fr_end}, {"it", grammar_it, grammar_it_end},
};

enum { SOURCES = sizeof sources / sizeof *sources };

static struct grammar grammars[SOURCES + 1]; /* the last stays empty */
static pthread_once_t grammars_read = PTHREAD_ONCE_INIT;

static size_t job_of(struct span name)
{
    size_t job = 0;

    while (job < GRAMMAR_JOBS && !span_is(name, job_names[job]))
        job++;
    return job;
}

static void read_line(struct grammar *grammar, struct span line)
{
    const char *tab = memchr(line.bytes, '\t', line.length);
    size_t length = tab ? (size_t)(tab - line.bytes) : line.length;
    size_t job = tab ? job_of(span_cut(line, length + 1, line.length)) : GRAMMAR_JOBS;
    struct span form;

    assert(job < GRAMMAR_JOBS && grammar->counts[job] < FORMS_MAX); /* as the tests know */
    form = span_cut(line, span_starts(line, "-"), length);
    grammar->starts[job][(unsigned char)form.bytes[0]] = true;
    grammar->ends[job][(unsigned char)form.bytes[form.length - 1]] = true;
    grammar->forms[job][grammar->counts[job]++] = form;
}

static void read_all(void)
{
    for (size_t i = 0; i < SOURCES; i++) {
        struct span rest = embed_span(sources[i].first, sources[i].end);

        while (rest.length) {
            size_t end = span_line_end(rest, 0);

            read_line(&grammars[i], span_cut(rest, 0, end));
            rest = span_cut(rest, end < rest.length ? end + 1 : end, rest.length);
        }
    }
}

const struct grammar *grammar_of(struct span language)
{
    size_t i = 0;

    (void)pthread_once(&grammars_read, read_all);
    while (i < SOURCES && !span_is(language, sources[i].code))
        i++;
    return &grammars[i];
}

/* False where no form of the job begins, or ends, as the word does: as nearly always. */
static bool may_start(const struct grammar *grammar, enum grammar_job job, struct span word)
{
    return word.length && grammar->starts[job][(unsigned char)word.bytes[0]];
}

static bool may_end(const struct grammar *grammar, enum grammar_job job, struct span word)
{
    return word.length && grammar->ends[job][(unsigned char)word.bytes[word.length - 1]];
}

bool grammar_is(const struct grammar *grammar, enum grammar_job job, struct span word)
{
    if (!may_start(grammar, job, word) || !may_end(grammar, job, word))
        return false;
    for (size_t i = 0; i < grammar->counts[job]; i++) {
        if (span_equal(grammar->forms[job][i], word))
            return true;
    }
    return false;
}

bool grammar_starts(const struct grammar *grammar, enum grammar_job job, struct span word)
{
    if (!may_start(grammar, job, word))
        return false;
    for (size_t i = 0; i < grammar->counts[job]; i++) {
        struct span form = grammar->forms[job][i];

        if (word.length > form.length && span_equal(span_cut(word, 0, form.length), form))
            return true;
    }
    return false;
}

bool grammar_ends(const struct grammar *grammar, enum grammar_job job, struct span word)
{
    if (!may_end(grammar, job, word))
        return false;
    for (size_t i = 0; i < grammar->counts[job]; i++) {
        struct span ending = grammar->forms[job][i];

        if (word.length > ending.length &&
            span_equal(span_cut(word, word.length - ending.length, word.length), ending))
            return true;
    }
    return false;
}
