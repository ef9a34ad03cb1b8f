#include "analysis/audit.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

/* An article with what it is ordered by. */
struct placed {
    struct span source;
    struct audit_article article;
};

static int by_outlet(const void *left, const void *right)
{
    const struct placed *a = left, *b = right;
    int order = span_compare(a->source, b->source);

    return order ? order
                 : (a->article.article > b->article.article) -
                       (a->article.article < b->article.article);
}

static void list_articles(struct audit *audit, const struct findings *findings,
                          const struct counts *counts)
{
    struct placed *placed = memory_new(counts->study_count, sizeof *placed);
    size_t count = 0;

    for (uint32_t i = 0; i < counts->study_count; i++) {
        const struct counted_article *article = &counts->articles[counts->study_from + i];

        if (article->in_period)
            placed[count++] = (struct placed){.source = findings->articles_shown[i].source,
                                              .article = {.article = i, .number = article->number}};
    }
    if (count)
        qsort(placed, count, sizeof *placed, by_outlet);
    audit->articles = memory_new(count, sizeof *audit->articles);
    audit->article_count = count;
    for (size_t i = 0; i < count; i++)
        audit->articles[i] = placed[i].article;
    free(placed);
}

/* Of nobody, then of each person, the index of their finding; the caller frees it. */
static uint32_t *list_speakers(const struct findings *findings, const struct speakers *speakers)
{
    struct table names = TABLE_EMPTY;
    uint32_t *found = memory_new(speakers->people.count + 1, sizeof *found);

    for (size_t i = 0; i < findings->speaker_count; i++)
        (void)table_add(&names, findings->speakers[i].name);
    found[0] = (uint32_t)findings->speaker_count - 1;
    for (uint32_t p = 0; p < speakers->people.count; p++)
        found[p + 1] = table_find(&names, speakers->people.names[p]);
    table_release(&names);
    return found;
}

/* A further piece of a quotation may be by somebody who begins none: he has no share, it no row. */
static void add_quote(struct audit *audit, const struct audit_article *article,
                      const struct spoken *spoken, uint32_t story, const uint32_t *found)
{
    uint32_t speaker = found[spoken->person == SPEAKERS_NOBODY ? 0 : spoken->person + 1];

    if (speaker == TABLE_NONE)
        return;
    audit->words += spoken->words;
    audit->quotes[audit->quote_count++] = (struct audit_quote){
        .article = article->article,
        .number = article->number,
        .story = story,
        .start = spoken->start,
        .end = spoken->end,
        .words = spoken->words,
        .speaker = speaker,
    };
}

void audit_take(struct audit *audit, const struct findings *findings,
                const struct speakers *speakers, const struct counts *counts)
{
    uint32_t *found = list_speakers(findings, speakers);
    size_t *first = memory_new(counts->study_count + 1, sizeof *first); /* among the spoken */
    size_t at = 0;

    list_articles(audit, findings, counts);
    for (uint32_t i = 0; i <= counts->study_count; i++) {
        first[i] = at;
        while (at < speakers->spoken_count &&
               speakers->spoken[at].article == counts->study_from + i)
            at++;
    }
    audit->quotes = memory_new(speakers->spoken_count, sizeof *audit->quotes);
    for (size_t a = 0; a < audit->article_count; a++) {
        struct audit_article *article = &audit->articles[a];

        article->quote = (uint32_t)audit->quote_count;
        for (size_t i = first[article->article]; i < first[article->article + 1]; i++)
            add_quote(audit, article, &speakers->spoken[i],
                      counts->articles[counts->study_from + article->article].story, found);
        article->quotes = (uint32_t)audit->quote_count - article->quote;
    }
    free(first);
    free(found);
}

void audit_release(struct audit *audit)
{
    free(audit->quotes);
    free(audit->articles);
    *audit = AUDIT_EMPTY;
}
