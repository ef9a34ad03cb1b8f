#include "corpus/annotate.h"

#include "corpus/base/day.h"
#include "corpus/base/memory.h"
#include "corpus/text/language.h"
#include "corpus/text/shingles.h"
#include "corpus/text/tokens.h"
#include "corpus/text/words.h"
#include "corpus/voices/turns.h"

#include <stdlib.h>

struct annotator {
    struct batch *batch;
    struct token_list tokens;
    struct voices voices;
    struct words words;
    struct language_memory languages;
    struct term_ids ids;
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

void batch_add(struct batch *batch, const struct article *article, struct article_hashes hashes)
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
        .hashes = hashes,
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

/* Begins a text's terms, with room for those of all its tokens and a break behind each line. */
static void begin_terms(struct annotator *bench)
{
    size_t most = 2 * bench->tokens.count + 1;

    bench->terms = memory_grow(bench->terms, &bench->term_capacity, most, sizeof *bench->terms);
    bench->starts = memory_grow(bench->starts, &bench->start_capacity, most, sizeof *bench->starts);
    bench->term_count = bench->start_count = 0;
}

/*
 * The one token loop: the counted words of the text's tokens from..to-1, which
 * are one paragraph. A break follows it; breaks neither lead nor double.
 */
static void add_words(struct annotator *bench, size_t from, size_t to)
{
    const struct token *tokens = bench->tokens.items;
    const uint32_t *found = bench->words.at;
    uint32_t *starts = bench->starts + bench->start_count;
    uint32_t *terms = bench->terms + bench->term_count;
    bool may_break = false; /* a paragraph's end is there already */

    for (size_t i = from; i < to; i++) {
        bool is_word = found[i] != 0;

        *terms = found[i];
        *starts = tokens[i].start;
        terms += is_word || may_break;
        starts += is_word;
        may_break = is_word;
    }
    *terms = 0;
    terms += may_break;
    bench->term_count = (size_t)(terms - bench->terms);
    bench->start_count = (size_t)(starts - bench->starts);
}

static uint32_t *keep_terms(struct annotator *bench, size_t *count)
{
    struct span terms = {(const char *)bench->terms, 0};

    if (bench->term_count && bench->terms[bench->term_count - 1] == 0)
        bench->term_count--;
    *count = bench->term_count;
    terms.length = bench->term_count * sizeof *bench->terms;
    return (uint32_t *)(void *)arena_copy(&bench->batch->arena, terms).bytes;
}

static void count_text(struct annotator *bench, struct annotation *item, struct span declared)
{
    struct span text = item->article.text;
    const struct token_list *tokens = &bench->tokens;
    struct language_article article = {.text = text, .tokens = tokens, .words = &bench->words};

    words_read(&bench->words, text, tokens);
    language_read(&article, &bench->languages, declared);
    item->language = article.language;
    begin_terms(bench);
    for (size_t from = 0, to; from < tokens->count; from = to) {
        to = tokens_from(tokens, from, span_line_end(text, tokens->items[from].start));
        if (language_counts(&article, from, to))
            add_words(bench, from, to);
        else
            item->left_out++;
    }
    item->words = (uint32_t)bench->start_count;
    item->terms = keep_terms(bench, &item->term_count);
}

/* How many counted words start before byte `at`. */
static size_t words_before(const struct annotator *bench, uint32_t at)
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

static uint32_t words_within(const struct annotator *bench, uint32_t from, uint32_t to)
{
    return (uint32_t)(words_before(bench, to) - words_before(bench, from));
}

/* The counted words of a quotation; of a turn without closing lines and stage directions. */
static uint32_t words_of(const struct annotator *bench, struct span text, const struct quote *quote)
{
    uint32_t words = words_within(bench, quote->start, quote->speech_end);
    struct span spoken = span_cut(text, 0, quote->speech_end);
    struct span direction;
    size_t at = quote->start;

    while (quote->kind == QUOTE_TURN && turns_direction(&direction, spoken, at)) {
        uint32_t first = (uint32_t)(direction.bytes - text.bytes);

        at = first + direction.length;
        words -= words_within(bench, first, (uint32_t)at);
    }
    return words;
}

static void find_voices(struct annotator *bench, struct annotation *item)
{
    struct batch *batch = bench->batch;

    bench->voices.indirect = batch->options.indirect;
    bench->voices.ranker = batch->options.ranker;
    voices_find(&bench->voices, item->article.text, &bench->tokens, &bench->words, item->language);
    item->quote_count = bench->voices.count;
    item->quotes = arena_new(&batch->arena, item->quote_count, sizeof *item->quotes);
    for (size_t i = 0; i < item->quote_count; i++) {
        struct quote quote = bench->voices.quotes[i];

        quote.speaker = copy(batch, quote.speaker);
        quote.mention = copy(batch, quote.mention);
        quote.cue = copy(batch, quote.cue);
        quote.decision = copy(batch, span_of(quote.decision)).bytes;
        item->quotes[i] = (struct annotated_quote){
            .quote = quote,
            .words = words_of(bench, item->article.text, &quote),
        };
    }
}

static void count_title(struct annotator *bench, struct annotation *item)
{
    struct fault fault;

    bench->term_count = 0;
    if (tokens_cut(&bench->tokens, item->article.title, &fault)) {
        begin_terms(bench);
        words_read(&bench->words, item->article.title, &bench->tokens);
        add_words(bench, 0, bench->tokens.count);
    }
    item->title_terms = keep_terms(bench, &item->title_count);
}

static void annotate(struct annotator *bench, struct annotation *item)
{
    struct batch *batch = bench->batch;
    struct fault fault;
    struct span declared = item->article.language;

    read_date(batch, item);
    if (!tokens_cut(&bench->tokens, item->article.text, &fault)) {
        item->fault = copy(batch, span_of(fault.message));
        return;
    }
    if (batch->options.language.length)
        declared = batch->options.language;
    count_text(bench, item, declared);
    if (!batch->options.without_signatures)
        item->signature =
            shingles_sign(&batch->arena, bench->words.terms.hashes, item->terms, item->term_count);
    if (!batch->options.without_voices)
        find_voices(bench, item);
    if (!batch->options.without_titles)
        count_title(bench, item);
}

struct annotator *annotate_open(void)
{
    return memory_new(1, sizeof(struct annotator));
}

void annotate_batch(struct annotator *annotator, struct batch *batch)
{
    struct words *words = &annotator->words;
    size_t known;

    words_refresh(words);
    known = words->terms.count;
    annotator->batch = batch;
    for (size_t i = 0; i < batch->count; i++)
        annotate(annotator, &batch->items[i]);
    batch->ids = &annotator->ids;
    batch->first_term = known;
    batch->term_count = words->terms.count - known;
    batch->terms = arena_new(&batch->arena, batch->term_count, sizeof *batch->terms);
    batch->hashes = arena_new(&batch->arena, batch->term_count, sizeof *batch->hashes);
    for (size_t i = 0; i < batch->term_count; i++) {
        batch->terms[i] = copy(batch, words_term(words, (uint32_t)(known + i)));
        batch->hashes[i] = words_hash(words, (uint32_t)(known + i));
    }
}

uint32_t *batch_new_ids(const struct batch *batch)
{
    struct term_ids *ids = batch->ids;

    ids->items = memory_grow(ids->items, &ids->capacity, batch->first_term + batch->term_count + 1,
                             sizeof *ids->items);
    ids->items[0] = 0;
    return ids->items + batch->first_term + 1;
}

void annotate_close(struct annotator *annotator)
{
    words_release(&annotator->words);
    language_release(&annotator->languages);
    free(annotator->ids.items);
    tokens_release(&annotator->tokens);
    voices_release(&annotator->voices);
    free(annotator->terms);
    free(annotator->starts);
    free(annotator);
}

static void *open_for_pool(void)
{
    return annotate_open();
}

static void work_for_pool(void *annotator, void *batch)
{
    annotate_batch(annotator, batch);
}

static void close_for_pool(void *annotator)
{
    annotate_close(annotator);
}

/* So many that workers need not wait while the store commits or folds its weekly counts. */
enum { JOBS_A_THREAD = 8 };

const struct pool_work annotate_work = {
    .open = open_for_pool,
    .work = work_for_pool,
    .close = close_for_pool,
    .jobs_a_thread = JOBS_A_THREAD,
};

void batch_release(struct batch *batch)
{
    struct annotate_options options = batch->options;

    arena_release(&batch->arena);
    free(batch->items);
    *batch = (struct batch){.options = options};
}
