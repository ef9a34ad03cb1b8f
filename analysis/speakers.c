#include "analysis/speakers.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

struct quote_reading {
    struct speakers *speakers;
    struct counts *counts;
    uint32_t article;     /* index of the article at hand: quotations come in the articles' order */
    size_t article_cells; /* where its cells begin */
    bool started;
};

/*
 * Moves on to the article with this number in the store; quotations follow the
 * articles' order. The store's count of them is of pieces and of turns too:
 * it begins anew here, so that all tables count the same quotations.
 */
static bool go_to_article(struct quote_reading *reading, uint32_t number)
{
    struct counts *counts = reading->counts;

    if (reading->started && counts->articles[reading->article].number == number)
        return true;
    reading->started = true;
    while (reading->article < counts->count && counts->articles[reading->article].number != number)
        reading->article++;
    reading->article_cells = reading->speakers->cell_count;
    if (reading->article == counts->count)
        return false;
    counts->articles[reading->article].quotes = 0;
    return true;
}

static struct speaker_cell *cell_of(struct quote_reading *reading, uint32_t voice)
{
    struct speakers *speakers = reading->speakers;

    for (size_t i = reading->article_cells; i < speakers->cell_count; i++) {
        if (speakers->cells[i].person == voice)
            return &speakers->cells[i];
    }
    speakers->cells = memory_grow(speakers->cells, &speakers->cell_capacity,
                                  speakers->cell_count + 1, sizeof *speakers->cells);
    speakers->cells[speakers->cell_count] =
        (struct speaker_cell){.article = reading->article, .person = voice};
    return &speakers->cells[speakers->cell_count++];
}

static void keep_spoken(struct speakers *speakers, struct spoken spoken)
{
    speakers->spoken = memory_grow(speakers->spoken, &speakers->spoken_capacity,
                                   speakers->spoken_count + 1, sizeof *speakers->spoken);
    speakers->spoken[speakers->spoken_count++] = spoken;
}

static bool take_quote(void *context, const struct stored_quote *quote, struct fault *fault)
{
    struct quote_reading *reading = context;
    struct speakers *speakers = reading->speakers;
    struct counted_article *article;
    struct speaker_cell *cell;
    struct quote_use use;

    (void)fault;
    if (!go_to_article(reading, quote->article))
        return false;
    article = &reading->counts->articles[reading->article];
    use =
        quote_people_add(&speakers->quote_people, &speakers->people, quote,
                         (struct quote_place){.week = article->week, .article = reading->article});
    if (!use.counts)
        return true;
    cell = cell_of(reading, use.voice);
    cell->words += quote->words;
    cell->quotes += use.begins;
    article->quotes += use.begins;
    article->quoted_words += quote->words;
    if (article->period == PERIOD_STUDY && article->in_period)
        keep_spoken(speakers, (struct spoken){reading->article, use.voice, quote->start, quote->end,
                                              quote->number, quote->words});
    return true;
}

/* Two voices of one person in one article become one cell. */
static void join_cells(struct speakers *speakers)
{
    size_t kept = 0, article_cells = 0;

    for (size_t i = 0; i < speakers->cell_count; i++) {
        struct speaker_cell cell = speakers->cells[i];
        size_t at;

        if (kept == 0 || speakers->cells[kept - 1].article != cell.article)
            article_cells = kept;
        at = article_cells;
        while (at < kept && speakers->cells[at].person != cell.person)
            at++;
        if (at == kept) {
            speakers->cells[kept++] = cell;
            continue;
        }
        speakers->cells[at].quotes += cell.quotes;
        speakers->cells[at].words += cell.words;
    }
    speakers->cell_count = kept;
}

bool speakers_read(struct speakers *speakers, struct counts *counts, struct fault *fault)
{
    struct quote_reading reading = {.speakers = speakers, .counts = counts};

    speakers->quote_people.turns = counts->turns;
    speakers->quote_people.indirect = counts->indirect;
    if (!quotespool_visit(counts->quotes, take_quote, &reading, fault))
        return false;
    people_settle(&speakers->people);
    for (size_t i = 0; i < speakers->cell_count; i++) {
        if (speakers->cells[i].person != SPEAKERS_NOBODY)
            speakers->cells[i].person = speakers->people.person_of[speakers->cells[i].person];
    }
    for (size_t i = 0; i < speakers->spoken_count; i++) {
        if (speakers->spoken[i].person != SPEAKERS_NOBODY)
            speakers->spoken[i].person = speakers->people.person_of[speakers->spoken[i].person];
    }
    join_cells(speakers);
    return true;
}

struct span speakers_name(const struct speakers *speakers, uint32_t person)
{
    return person == SPEAKERS_NOBODY ? span_of("(unattributed)") : speakers->people.names[person];
}

void speakers_release(struct speakers *speakers)
{
    people_release(&speakers->people);
    quote_people_release(&speakers->quote_people);
    free(speakers->cells);
    free(speakers->spoken);
    *speakers = SPEAKERS_EMPTY;
}
