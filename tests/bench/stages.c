/*
 * CPU seconds of each stage between a file and the store, for bench.sh.
 *
 *     stages STORE TOPICS.yaml FILE...
 *
 * Prints a line a stage: its name, CPU seconds, and MB of the articles' text a
 * CPU second (of the files for reading). STORE is made and must not be there.
 */
#include "analysis/matcher.h"
#include "corpus/annotate.h"
#include "corpus/base/memory.h"
#include "corpus/read/reader.h"
#include "corpus/store/revision.h"
#include "corpus/store/store.h"
#include "corpus/text/language.h"
#include "corpus/text/shingles.h"
#include "corpus/voices/voices.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum stage { READING, TOKENS, WORDS, LANGUAGE, VOICES, SHINGLES, STORE, TOPICS, STAGES };

static const char *const names[STAGES] = {"reading", "tokens",   "words", "language",
                                          "voices",  "shingles", "store", "topics"};

enum { BATCH_BYTES = 1 << 20 };

struct bench {
    double seconds[STAGES];
    double started, clock_cost;
    uint64_t text_bytes;
    struct token_list tokens;
    struct words words;
    struct language_memory languages;
    struct voices voices;
    struct arena arena;
    uint32_t *terms; /* of all articles, with a 0 after each */
    size_t term_count, term_capacity;
};

static double now(void)
{
    struct timespec time;

    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static _Noreturn void stop(const struct fault *fault)
{
    (void)fprintf(stderr, "stages: %s\n", fault->message);
    exit(fault_exit_code(fault->kind));
}

/* What looking at the clock adds to each measured span. */
static double cost_of_clock(void)
{
    double first = now();

    for (int i = 0; i < 100000; i++)
        (void)now();
    return (now() - first) / 100000;
}

static void start(struct bench *bench)
{
    bench->started = now();
}

/* Gives the time since the start, or since the stage before, to `stage`. */
static void passed(struct bench *bench, enum stage stage)
{
    double time = now();

    bench->seconds[stage] += time - bench->started - bench->clock_cost;
    bench->started = time;
}

static size_t keep_terms(struct bench *bench)
{
    size_t first = bench->term_count;

    bench->terms = memory_grow(bench->terms, &bench->term_capacity, first + bench->tokens.count + 1,
                               sizeof *bench->terms);
    for (size_t i = 0; i < bench->tokens.count; i++)
        bench->terms[bench->term_count++] = bench->words.at[i];
    bench->terms[bench->term_count++] = 0;
    return first;
}

static void read_text(struct bench *bench, const struct article *source)
{
    struct language_article article = {
        .text = source->text, .tokens = &bench->tokens, .words = &bench->words};
    struct fault fault;
    size_t first;

    bench->text_bytes += source->text.length;
    start(bench);
    if (!tokens_cut(&bench->tokens, source->text, &fault))
        stop(&fault);
    passed(bench, TOKENS);
    words_read(&bench->words, source->text, &bench->tokens);
    passed(bench, WORDS);
    language_read(&article, &bench->languages, source->language);
    passed(bench, LANGUAGE);
    voices_find(&bench->voices, source->text, &bench->tokens, &bench->words, article.language);
    passed(bench, VOICES);
    first = keep_terms(bench);
    start(bench);
    (void)shingles_sign(&bench->arena, bench->words.terms.hashes, bench->terms + first,
                        bench->term_count - first);
    passed(bench, SHINGLES);
    arena_clear(&bench->arena);
}

static void store_batch(struct bench *bench, struct annotator *annotator, struct batch *batch,
                        struct store *store)
{
    struct store_tally tally = {0};
    struct fault fault;

    annotate_batch(annotator, batch);
    start(bench);
    if (!store_add(store, batch, &tally, &fault))
        stop(&fault);
    passed(bench, STORE);
    batch_release(batch);
}

static struct reader_totals read_all(struct bench *bench, struct reader *reader,
                                     struct store *store)
{
    struct annotator *annotator = annotate_open();
    struct batch batch = BATCH_EMPTY;
    struct article article;

    start(bench);
    while (reader_next(reader, &article)) {
        batch_add(&batch, &article, revision_hashes(&article));
        passed(bench, READING);
        read_text(bench, &article);
        if (batch.bytes >= BATCH_BYTES)
            store_batch(bench, annotator, &batch, store);
        start(bench);
    }
    store_batch(bench, annotator, &batch, store);
    annotate_close(annotator);
    return reader_totals(reader);
}

static void match_topics(struct bench *bench, const char *path)
{
    struct dictionary dictionary = DICTIONARY_EMPTY;
    struct matcher matcher = MATCHER_EMPTY;
    struct matcher_hits hits = MATCHER_HITS_EMPTY;
    struct bytes yaml = BYTES_EMPTY;
    FILE *file = fopen(path, "rb");
    struct fault fault;
    size_t got;

    while (file && (got = fread(bytes_room(&yaml, 65536), 1, 65536, file)) > 0)
        bytes_grown(&yaml, got);
    if (file)
        (void)fclose(file);
    if (!dictionary_read(&dictionary, bytes_span(&yaml), path, SPAN_EMPTY, &fault))
        stop(&fault);
    start(bench);
    if (!matcher_compile(&matcher, &dictionary, 0, &bench->words.terms, &fault))
        stop(&fault);
    matcher_match(&matcher, bench->terms, bench->term_count, &hits);
    passed(bench, TOPICS);
    printf("entries %zu\nhits %zu\n", dictionary.entry_count, hits.count);
    matcher_hits_release(&hits);
    matcher_release(&matcher);
    dictionary_release(&dictionary);
    bytes_release(&yaml);
}

static void report(const struct bench *bench, uint64_t file_bytes)
{
    for (int s = 0; s < STAGES; s++) {
        uint64_t bytes = s == READING ? file_bytes : bench->text_bytes;

        printf("%s %.4f %.1f\n", names[s], bench->seconds[s],
               (double)bytes / 1e6 / bench->seconds[s]);
    }
}

int main(int argc, char **argv)
{
    struct bench bench = {.clock_cost = cost_of_clock()};
    struct config config = CONFIG_EMPTY;
    struct reader *reader = NULL;
    struct store *store = NULL;
    struct store_run run = {.shard = SHARD_WHOLE};
    struct reader_totals totals;
    struct fault fault;

    if (argc < 4) {
        (void)fprintf(stderr, "usage: stages STORE TOPICS.yaml FILE...\n");
        return 2;
    }
    if (!reader_open(&reader, (const char *const *)argv + 3, (size_t)argc - 3, &config, &fault) ||
        !store_open(&store, argv[1], STORE_WRITE, STORE_WAIT, &fault) ||
        !store_start_run(store, &run, &fault))
        stop(&fault);
    totals = read_all(&bench, reader, store);
    start(&bench);
    if (!store_end_run(store, &(struct store_input){.articles = totals.articles}, &fault))
        stop(&fault);
    passed(&bench, STORE);
    match_topics(&bench, argv[2]);
    report(&bench, totals.bytes);

    store_close(store);
    reader_release(reader);
    words_release(&bench.words);
    language_release(&bench.languages);
    tokens_release(&bench.tokens);
    voices_release(&bench.voices);
    arena_release(&bench.arena);
    free(bench.terms);
    return 0;
}
