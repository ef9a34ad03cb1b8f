#include "analysis/coverage.h"

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
        .partial = article->week >= 0 && findings->weeks[article->week].partial,
    };
}

void coverage_fill(struct findings *findings, const struct counts *counts)
{
    size_t rows = 0;

    findings->coverage_row_count = count_rows(counts);
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
}
