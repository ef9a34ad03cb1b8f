#include "analysis/audit_sample.h"

#include "corpus/base/bytes.h"
#include "corpus/base/hash.h"
#include "corpus/base/memory.h"
#include "corpus/text/sentences.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

struct drawing {
    struct audit_sample *sample;
    const struct audit *audit;
    const struct findings *findings;
    struct store *store;
    struct bytes text; /* of the article read last */
    uint32_t text_of;  /* its number plus 1 */
    struct passage_list passages;
    struct bytes room;
};

/* `whole` things, cut into stretches of one size. */
struct stretches {
    const char *name;
    uint64_t whole, count;
};

/* A thing at random of stretch k; false where the stretch is empty. */
static bool draw(uint64_t *thing, const struct drawing *drawing, struct stretches stretches,
                 uint64_t k)
{
    uint64_t first = stretches.whole * k / stretches.count;
    uint64_t end = stretches.whole * (k + 1) / stretches.count;
    char key[64];

    if (first == end)
        return false;
    (void)snprintf(key, sizeof key, "%s %" PRIu64, stretches.name, k);
    *thing = first + hash_bytes(drawing->findings->period,
                                hash_bytes(span_of(key), drawing->sample->seed)) %
                         (end - first);
    return true;
}

static bool read_text(struct drawing *drawing, uint32_t number, struct fault *fault)
{
    if (drawing->text_of == number + 1)
        return true;
    drawing->text_of = number + 1;
    return store_text(drawing->store, number, &drawing->text, fault);
}

static struct span take_room(struct drawing *drawing)
{
    struct span kept = arena_copy(&drawing->sample->arena, bytes_span(&drawing->room));

    bytes_clear(&drawing->room);
    return kept;
}

/* The text from `from` to `to`, with marks around these quotations where they lie in it. */
static struct span mark(struct drawing *drawing, struct passage part,
                        const struct audit_quote *quotes, size_t count)
{
    struct span text = bytes_span(&drawing->text);
    size_t at = part.start;

    for (size_t i = 0; i < count; i++) {
        size_t start = quotes[i].start > at ? quotes[i].start : at;
        size_t end = quotes[i].end < part.end ? quotes[i].end : part.end;

        if (start >= end)
            continue;
        bytes_add(&drawing->room, span_cut(text, at, start));
        bytes_add_text(&drawing->room, "[[");
        bytes_add(&drawing->room, span_cut(text, start, end));
        bytes_add_text(&drawing->room, "]]");
        at = end;
    }
    bytes_add(&drawing->room, span_cut(text, at, part.end));
    return take_room(drawing);
}

/* The sentences that hold the quotation, with one before and one behind. */
static struct passage find_context(struct drawing *drawing, const struct audit_quote *quote)
{
    const struct passage_list *list = &drawing->passages;
    struct passage context = {quote->start, quote->end};
    struct span language = drawing->findings->articles_shown[quote->article].language;

    sentences_cut(&drawing->passages, bytes_span(&drawing->text), language);
    for (size_t i = 0; i < list->count; i++) {
        const struct passage *sentence = &list->items[i];

        if (sentence->end > quote->start)
            break;
        context.start = sentence->start;
    }
    for (size_t i = list->count; i-- > 0;) {
        const struct passage *sentence = &list->items[i];

        if (sentence->start < quote->end)
            break;
        context.end = sentence->end;
    }
    return context;
}

static void finish_row(struct drawing *drawing, struct audit_row row, uint32_t start)
{
    struct audit_sample *sample = drawing->sample;
    const struct findings_article *article = &drawing->findings->articles_shown[row.article];
    uint64_t hash = hash_bytes(row.context, drawing->audit->words + row.draws);

    bytes_print(&drawing->room, "%s:%.*s:%.*s:%" PRIu32, row.passage ? "passage" : "quote",
                SPAN_PRINT(article->source), SPAN_PRINT(article->id), start);
    row.id = take_room(drawing);
    if (!row.passage)
        hash = hash_bytes(drawing->findings->speakers[row.speaker].name, hash);
    bytes_print(&drawing->room, "x%016" PRIx64, hash); /* no spreadsheet takes it for a number */
    row.check = take_room(drawing);
    sample->rows =
        memory_grow(sample->rows, &sample->capacity, sample->count + 1, sizeof *sample->rows);
    sample->rows[sample->count++] = row;
}

static bool add_quote(struct drawing *drawing, const struct audit_quote *quote, uint32_t draws,
                      struct fault *fault)
{
    struct audit_row row = {.article = quote->article, .draws = draws, .speaker = quote->speaker};

    if (!read_text(drawing, quote->number, fault))
        return false;
    if (quote->start > quote->end || quote->end > drawing->text.count)
        return fault_set(fault, FAULT_DAMAGED, "a quotation lies outside its article");
    row.text = arena_copy(&drawing->sample->arena,
                          span_cut(bytes_span(&drawing->text), quote->start, quote->end));
    row.context = mark(drawing, find_context(drawing, quote), quote, 1);
    finish_row(drawing, row, quote->start);
    return true;
}

/* Draws words, and adds a row for each quotation that holds some of them. */
static bool draw_quotes(struct drawing *drawing, struct fault *fault)
{
    const struct audit *audit = drawing->audit;
    struct stretches stretches = {"audit word", audit->words, drawing->sample->size};
    uint32_t *draws = memory_new(audit->quote_count, sizeof *draws);
    uint64_t before = 0, word;
    size_t at = 0;
    bool done = true;

    for (uint64_t k = 0; k < stretches.count; k++) {
        if (!draw(&word, drawing, stretches, k))
            continue;
        while (word >= before + audit->quotes[at].words)
            before += audit->quotes[at++].words;
        draws[at]++;
    }
    for (size_t i = 0; done && i < audit->quote_count; i++)
        done = draws[i] == 0 || add_quote(drawing, &audit->quotes[i], draws[i], fault);
    free(draws);
    return done;
}

static bool cut_article(struct drawing *drawing, const struct audit_article *article,
                        struct fault *fault)
{
    if (!read_text(drawing, article->number, fault))
        return false;
    paragraphs_cut(&drawing->passages, bytes_span(&drawing->text));
    return true;
}

static bool add_passage(struct drawing *drawing, const struct audit_article *article,
                        uint64_t paragraph, struct fault *fault)
{
    const struct audit_quote *quotes = drawing->audit->quotes + article->quote;
    struct audit_row row = {.passage = true, .article = article->article};
    struct passage passage;

    if (!cut_article(drawing, article, fault))
        return false;
    passage = drawing->passages.items[paragraph];
    for (uint32_t i = 0; i < article->quotes; i++)
        row.found += quotes[i].start < passage.end && quotes[i].end > passage.start;
    row.context = mark(drawing, passage, quotes, article->quotes);
    finish_row(drawing, row, passage.start);
    return true;
}

static bool draw_passages(struct drawing *drawing, struct fault *fault)
{
    const struct audit *audit = drawing->audit;
    struct stretches stretches = {"audit passage", 0, (drawing->sample->size + 1) / 2};
    uint64_t *paragraphs = memory_new(audit->article_count, sizeof *paragraphs);
    uint64_t before = 0, paragraph;
    bool done = true;
    size_t at = 0;

    for (size_t a = 0; done && a < audit->article_count; a++) {
        done = cut_article(drawing, &audit->articles[a], fault);
        paragraphs[a] = done ? drawing->passages.count : 0;
        stretches.whole += paragraphs[a];
    }
    for (uint64_t k = 0; done && k < stretches.count; k++) {
        if (!draw(&paragraph, drawing, stretches, k))
            continue;
        while (paragraph >= before + paragraphs[at])
            before += paragraphs[at++];
        done = add_passage(drawing, &audit->articles[at], paragraph - before, fault);
    }
    free(paragraphs);
    return done;
}

bool audit_sample_draw(struct audit_sample *sample, const struct audit *audit,
                       const struct findings *findings, struct store *store, struct fault *fault)
{
    struct drawing drawing = {
        .sample = sample, .audit = audit, .findings = findings, .store = store};
    bool done;

    if (audit->words == 0)
        return fault_set(
            fault, FAULT_INPUT, "there are no quotations to judge in %.*s",
            SPAN_PRINT(findings->period.length ? findings->period : span_of("the articles")));
    done = draw_quotes(&drawing, fault) && draw_passages(&drawing, fault);
    bytes_release(&drawing.text);
    bytes_release(&drawing.room);
    passages_release(&drawing.passages);
    if (!done)
        audit_sample_release(sample);
    return done;
}

void audit_sample_release(struct audit_sample *sample)
{
    arena_release(&sample->arena);
    free(sample->rows);
    *sample = AUDIT_SAMPLE_EMPTY;
}
