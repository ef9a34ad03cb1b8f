#include "analysis/evenness.h"

#include "corpus/base/bytes.h"
#include "corpus/base/day.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

struct parting {
    const struct evenness_wish *wish;
    struct table names; /* of outlets by weeks */
    struct bytes name;
    uint64_t *sizes; /* by part */
    uint64_t *hits;  /* by part and pattern */
    size_t count, size_capacity, hit_capacity;
};

/* The article's part, a new one for each where parts are articles. */
static size_t part_of(struct parting *parting, const struct stored_article *article)
{
    size_t patterns = parting->wish->count, part = parting->count;

    if (parting->wish->by_outlet_week) {
        int32_t week = article->day == DAY_NONE ? WEEK_NONE : day_week(article->day);

        bytes_clear(&parting->name);
        bytes_print(&parting->name, "%ld ", (long)week);
        bytes_add(&parting->name, article->source);
        part = table_add(&parting->names, bytes_span(&parting->name));
    }
    if (part < parting->count)
        return part;
    parting->sizes =
        memory_grow(parting->sizes, &parting->size_capacity, part + 1, sizeof *parting->sizes);
    parting->hits = memory_grow(parting->hits, &parting->hit_capacity, (part + 1) * patterns,
                                sizeof *parting->hits);
    parting->sizes[part] = 0;
    memset(parting->hits + part * patterns, 0, patterns * sizeof *parting->hits);
    parting->count = part + 1;
    return part;
}

static bool take_text(void *context, const struct text *text, struct fault *fault)
{
    struct parting *parting = context;
    size_t patterns = parting->wish->count, part;

    (void)fault;
    if (text->article->words == 0)
        return true;
    part = part_of(parting, text->article);
    parting->sizes[part] += text->article->words;
    for (size_t p = 0; p < patterns; p++) {
        for (size_t i = 0; i < text->count; i++)
            parting->hits[part * patterns + p] +=
                pattern_at(&parting->wish->patterns[p], text->ids, text->count, i) != 0;
    }
    return true;
}

static void measure(struct evenness *evenness, const struct parting *parting)
{
    struct dispersion_part *parts = memory_new(parting->count, sizeof *parts);
    struct fault fault;

    for (size_t p = 0; p < parting->wish->count; p++) {
        struct evenness_row *row = &evenness->rows[p];

        for (size_t i = 0; i < parting->count; i++) {
            parts[i] = (struct dispersion_part){parting->hits[i * parting->wish->count + p],
                                                parting->sizes[i]};
            row->hits += parts[i].hits;
        }
        row->rate = estimate_per_million(row->hits, evenness->words);
        if (row->hits == 0)
            row->note = "it does not occur";
        else if (!dispersion_measure(&row->value, parts, parting->count, &fault))
            row->note = "fewer than two parts";
    }
    free(parts);
}

bool evenness_find(struct evenness *evenness, struct counts_source source,
                   const struct evenness_wish *wish, struct fault *fault)
{
    struct parting parting = {.wish = wish};
    bool done;

    evenness->rows = memory_new(wish->count, sizeof *evenness->rows);
    done = texts_walk(source, &wish->texts, take_text, &parting, fault);
    if (done) {
        evenness->parts = parting.count;
        for (size_t i = 0; i < parting.count; i++)
            evenness->words += parting.sizes[i];
        measure(evenness, &parting);
    }
    table_release(&parting.names);
    bytes_release(&parting.name);
    free(parting.sizes);
    free(parting.hits);
    return done;
}

void evenness_release(struct evenness *evenness)
{
    free(evenness->rows);
    *evenness = EVENNESS_EMPTY;
}
