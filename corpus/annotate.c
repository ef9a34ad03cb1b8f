#include "corpus/annotate.h"

#include "corpus/base/day.h"
#include "corpus/base/hash.h"
#include "corpus/base/memory.h"
#include "corpus/text/language.h"
#include "corpus/text/shingles.h"
#include "corpus/text/tokens.h"

#include <stdlib.h>

/* What one article after another is annotated with; reused. */
struct workbench {
    struct batch *batch;
    struct token_list tokens;
    struct voices voices;
    struct bytes term;
    uint32_t *terms; /* of the text at hand */
    size_t term_count, term_capacity;
    /* Byte starts of counted words, for counting those inside a quotation. */
    uint32_t *starts;
    size_t start_count, start_capacity;
};

static struct span copy(struct batch *batch, struct span text)
{
    return arena_copy(&batch->arena, text);
}

void batch_add(struct batch *batch, const struct article *article)
{
    struct annotation *item;

    batch->items =
        memory_grow(batch->items, &batch->capacity, batch->count + 1, sizeof *batch->items);
    item = &batch->items[batch->count++];
    *item = (struct annotation){
        .article =
            {
                .id = copy(batch, article->id),
                .source = copy(batch, article->source),
                .title = copy(batch, article->title),
                .author = copy(batch, article->author),
                .section = copy(batch, article->section),
                .url = copy(batch, article->url),
                .published = copy(batch, article->published),
                .language = copy(batch, article->language),
                .text = copy(batch, article->text),
                .origin = copy(batch, article->origin),
                .replaced = article->replaced,
            },
        .day = DAY_NONE,
        .seconds = ANNOTATE_NO_TIME,
    };
    batch->bytes += article->text.length;
}

static void read_date(struct batch *batch, struct annotation *item)
{
    const struct zone utc = ZONE_UTC;
    const struct zone *zone = batch->options.zone ? batch->options.zone : &utc;
    struct date date;
    struct fault fault;

    if (!dates_read(&date, item->article.published, zone, &fault)) {
        item->undated = copy(batch, span_of(fault.message));
        return;
    }
    item->day = date.day;
    if (date.timed)
        item->seconds = date.instant;
}

static void add_term(struct workbench *bench, uint32_t term)
{
    /* Breaks neither lead nor double. */
    if (term == 0 && (bench->term_count == 0 || bench->terms[bench->term_count - 1] == 0))
        return;
    bench->terms = memory_grow(bench->terms, &bench->term_capacity, bench->term_count + 1,
                               sizeof *bench->terms);
    bench->terms[bench->term_count++] = term;
}

static void add_word(struct workbench *bench, struct span text, struct token token)
{
    tokens_fold(&bench->term, tokens_span(text, token));
    add_term(bench, table_add(&bench->batch->vocabulary, bytes_span(&bench->term)) + 1);
    bench->starts = memory_grow(bench->starts, &bench->start_capacity, bench->start_count + 1,
                                sizeof *bench->starts);
    bench->starts[bench->start_count++] = token.start;
}

/* The one token loop: the counted words of tokens[0 .. count), which are one paragraph. */
static void add_words(struct workbench *bench, struct span text, const struct token *tokens,
                      size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (tokens[i].kind == TOKEN_WORD)
            add_word(bench, text, tokens[i]);
        else
            add_term(bench, 0);
    }
    add_term(bench, 0);
}

/* The end of the paragraph (the line) that byte `at` lies in. */
static size_t line_end(struct span text, size_t at)
{
    const char *end = memchr(text.bytes + at, '\n', text.length - at);

    return end ? (size_t)(end - text.bytes) : text.length;
}

static uint32_t *keep_terms(struct workbench *bench, size_t *count)
{
    uint32_t *kept;

    if (bench->term_count && bench->terms[bench->term_count - 1] == 0)
        bench->term_count--;
    kept = arena_new(&bench->batch->arena, bench->term_count, sizeof *kept);
    if (bench->term_count)
        memcpy(kept, bench->terms, bench->term_count * sizeof *kept);
    *count = bench->term_count;
    return kept;
}

static void count_text(struct workbench *bench, struct annotation *item)
{
    struct span text = item->article.text;
    const struct token_list *tokens = &bench->tokens;

    bench->term_count = bench->start_count = 0;
    for (size_t from = 0, to; from < tokens->count; from = to) {
        size_t end = line_end(text, tokens->items[from].start);

        to = from;
        while (to < tokens->count && tokens->items[to].start < end)
            to++;
        if (language_paragraph_counted(item->language, text, tokens->items + from, to - from))
            add_words(bench, text, tokens->items + from, to - from);
        else
            item->left_out++;
    }
    item->words = (uint32_t)bench->start_count;
    item->terms = keep_terms(bench, &item->term_count);
}

/* How many counted words start before byte `at`. */
static size_t words_before(const struct workbench *bench, uint32_t at)
{
    size_t low = 0, high = bench->start_count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (bench->starts[middle] < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void find_voices(struct workbench *bench, struct annotation *item)
{
    struct batch *batch = bench->batch;

    voices_find(&bench->voices, item->article.text, &bench->tokens, item->language);
    item->quote_count = bench->voices.count;
    item->quotes = arena_new(&batch->arena, item->quote_count, sizeof *item->quotes);
    for (size_t i = 0; i < item->quote_count; i++) {
        struct quote quote = bench->voices.quotes[i];

        quote.speaker = copy(batch, quote.speaker);
        quote.mention = copy(batch, quote.mention);
        quote.cue = copy(batch, quote.cue);
        item->quotes[i] = (struct annotated_quote){
            .quote = quote,
            .words = (uint32_t)(words_before(bench, quote.end) - words_before(bench, quote.start)),
        };
    }
}

static void count_title(struct workbench *bench, struct annotation *item)
{
    struct fault fault;

    bench->term_count = bench->start_count = 0;
    if (tokens_cut(&bench->tokens, item->article.title, &fault))
        add_words(bench, item->article.title, bench->tokens.items, bench->tokens.count);
    item->title_terms = keep_terms(bench, &item->title_count);
}

static void annotate(struct workbench *bench, struct annotation *item)
{
    struct batch *batch = bench->batch;
    struct fault fault;
    struct span declared = item->article.language;

    read_date(batch, item);
    item->content = hash_bytes(item->article.text, 0);
    if (!tokens_cut(&bench->tokens, item->article.text, &fault)) {
        item->fault = copy(batch, span_of(fault.message));
        return;
    }
    if (batch->options.language.length)
        declared = batch->options.language;
    item->language = language_of_article(declared, item->article.text);
    count_text(bench, item);
    item->signature =
        shingles_sign(&batch->arena, &batch->vocabulary, item->terms, item->term_count);
    if (!batch->options.without_voices)
        find_voices(bench, item);
    count_title(bench, item);
}

void annotate_batch(struct batch *batch)
{
    struct workbench bench = {.batch = batch};

    for (size_t i = 0; i < batch->count; i++)
        annotate(&bench, &batch->items[i]);
    tokens_release(&bench.tokens);
    voices_release(&bench.voices);
    bytes_release(&bench.term);
    free(bench.terms);
    free(bench.starts);
}

void batch_release(struct batch *batch)
{
    struct annotate_options options = batch->options;

    arena_release(&batch->arena);
    table_release(&batch->vocabulary);
    free(batch->items);
    *batch = (struct batch){.options = options};
}
