#include "analysis/coverage.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

/* Articles come by day and outlet: those of one row stand together. */
static bool continues_row(const struct counts *counts, size_t index)
{
    const struct counted_article *article = &counts->articles[index];

    return index > 0 && article[-1].day == article->day && article[-1].source == article->source;
}

static size_t count_rows(const struct counts *counts)
{
    size_t rows = 0;

    for (size_t i = 0; i < counts->count; i++)
        rows += !continues_row(counts, i);
    return rows;
}

static struct coverage_row start_row(struct findings *findings, const struct counts *counts,
                                     const struct counted_article *article)
{
    return (struct coverage_row){
        .source = arena_copy(&findings->arena, table_text(&counts->sources, article->source)),
        .day = article->day,
        .week = article->week >= 0 ? findings->weeks[article->week].week : WEEK_NONE,
        .partial = article->week >= 0 && findings->weeks[article->week].partial,
    };
}

/* Weeks that show whether an outlet was silent. */
static bool tells(const struct findings_week *week)
{
    return !week->partial && !week->gap;
}

/* True where the outlet has articles in at least half of the weeks that tell, but for one. */
static bool is_regular(const struct findings *findings, const uint32_t *weeks)
{
    size_t heard = 0, others = 0;

    for (size_t w = 0; w < findings->week_count; w++) {
        others += tells(&findings->weeks[w]);
        heard += tells(&findings->weeks[w]) && weeks[w];
    }
    return others > WEEKS_CLAIM && 2 * heard >= others - 1;
}

/* How many silent weeks there are; rows of them where `rows` is not NULL. */
static size_t list_silence(struct findings *findings, const struct counts *counts,
                           const uint32_t *weeks, struct coverage_row *rows)
{
    uint32_t *ranks = table_ranks(&counts->sources);
    uint32_t *in_order = memory_new(counts->sources.count, sizeof *in_order);
    bool *regular = memory_new(counts->sources.count, sizeof *regular);
    size_t count = 0;

    for (uint32_t s = 0; s < counts->sources.count; s++) {
        in_order[ranks[s]] = s;
        regular[s] = is_regular(findings, weeks + s * findings->week_count);
    }
    for (size_t w = 0; w < findings->week_count; w++) {
        for (uint32_t r = 0; tells(&findings->weeks[w]) && r < counts->sources.count; r++) {
            if (!regular[in_order[r]] || weeks[in_order[r] * findings->week_count + w])
                continue;
            if (rows)
                rows[count] = (struct coverage_row){
                    .source =
                        arena_copy(&findings->arena, table_text(&counts->sources, in_order[r])),
                    .day = DAY_NONE,
                    .week = findings->weeks[w].week,
                    .silent = true,
                };
            count++;
        }
    }
    free(regular);
    free(in_order);
    free(ranks);
    return count;
}

/* By source, then week. The caller frees them. */
static uint32_t *count_weeks(const struct findings *findings, const struct counts *counts)
{
    uint32_t *weeks = memory_new(counts->sources.count * findings->week_count, sizeof *weeks);

    for (size_t i = 0; i < counts->count; i++) {
        const struct counted_article *article = &counts->articles[i];

        if (article->week >= 0)
            weeks[article->source * findings->week_count + (size_t)article->week]++;
    }
    return weeks;
}

void coverage_fill(struct findings *findings, const struct counts *counts)
{
    uint32_t *weeks = count_weeks(findings, counts);
    size_t rows = 0;

    findings->coverage_row_count = count_rows(counts) + list_silence(findings, counts, weeks, NULL);
    findings->coverage_rows =
        arena_new(&findings->arena, findings->coverage_row_count, sizeof *findings->coverage_rows);
    for (size_t i = 0; i < counts->count; i++) {
        const struct counted_article *article = &counts->articles[i];
        struct coverage_row *row;

        if (!continues_row(counts, i))
            findings->coverage_rows[rows++] = start_row(findings, counts, article);
        row = &findings->coverage_rows[rows - 1];
        row->articles++;
        row->copies += article->copy;
        row->words += article->words;
        row->quotes += article->quotes;
        row->left_out += article->left_out;
        row->replaced += article->replaced;
        findings->replaced += article->period == PERIOD_STUDY ? article->replaced : 0;
    }
    (void)list_silence(findings, counts, weeks, findings->coverage_rows + rows);
    free(weeks);
}
