/*
 * A document: what the report says, block after block, before any page is
 * known. flow.h turns it into pages.
 *
 *     struct document document = DOCUMENT_EMPTY;
 *     document.about = (struct about){.title = ..., .week = ..., .created = ...};
 *     document_section(&document, (struct section){.title = ..., .running = ..., .dest = ...});
 *     document_standfirst(&document, &text);
 *     document_findings(&document, findings, 3);
 *     document_figures(&document, figures, 2);              a row of 6 + 6 columns
 *     document_table(&document, &grid, span_of("ev-topic-energy"));
 *     ...
 *     document_release(&document);
 *
 * The structs given are copied, what they point to is borrowed: keep it in
 * `document.arena`, which lives as long as the document.
 */
#ifndef REPORTS_DRAW_DOCUMENT_H
#define REPORTS_DRAW_DOCUMENT_H

#include "reports/draw/figure.h"
#include "reports/draw/grid.h"

struct about {
    struct span title; /* of the file */
    struct span author;
    struct span subject;
    struct span keywords;
    const struct tongue *tongue; /* of the words and numbers */
    struct span created;         /* "2026-11-23T00:00:00Z"; required */
    struct span week;            /* top right of each page: "Week 47 · 16–22 November 2026" */
    struct span mark;            /* "SAMPLE — INVENTED NUMBERS"; empty for none */
    struct span source;          /* the footer: "Source: ..." */
    struct span method; /* the destination of "Method: page N" in the footer; empty for none */
    bool letter;        /* US Letter, else A4 */
};

/* A title and what follows; on a new page unless much of the last one is free. */
struct section {
    struct span title;
    struct span running; /* its name in the header and the contents */
    struct span dest;    /* its destination; required */
    bool front;          /* the large title of the first page */
    bool within;         /* goes on below what stands there, however little room is left */
    int level;           /* in the outline: 1, or 2 under the section before; 0 means 1 */
};

/* One of the findings on the front page. */
struct finding {
    struct span number; /* "+4.3 points" */
    enum tone tone;
    const struct prose *sentence;
    struct span evidence; /* "481 articles" */
    struct span dest;     /* of the evidence: "→ page 7" follows from it */
};

/* One of the figures of the strip. */
struct kpi {
    struct span label;   /* "Articles" */
    struct span value;   /* "3,412" */
    struct span note;    /* "+4% on 12-week mean" */
    const double *spark; /* NaN is a gap; NULL for none */
    size_t spark_count;
};

enum block_kind {
    BLOCK_SECTION,
    BLOCK_STANDFIRST,
    BLOCK_HEADING,
    BLOCK_PARAGRAPH,
    BLOCK_FIGURES,
    BLOCK_TABLE,
    BLOCK_FINDINGS,
    BLOCK_KPIS,
    BLOCK_NOTICE,   /* a paragraph in red: what the reader must know */
    BLOCK_CONTENTS, /* sections with their pages */
    BLOCK_KINDS
};

struct block {
    enum block_kind kind;
    struct section section;
    struct span dest; /* of a heading or a table */
    const struct prose *prose;
    const struct figure *figures; /* copied */
    const struct finding *findings;
    const struct kpi *kpis;
    const struct grid *grid;
    size_t count; /* of figures, findings or KPIs */
};

struct document {
    struct arena arena;
    struct about about;
    struct block *blocks;
    size_t count, capacity;
};

#define DOCUMENT_EMPTY ((struct document){.about = {.tongue = &tongues[TONGUE_ENGLISH]}})

void document_release(struct document *document);

void document_section(struct document *document, struct section section);
void document_standfirst(struct document *document, const struct prose *prose);
void document_heading(struct document *document, struct span title, struct span dest);
void document_paragraph(struct document *document, const struct prose *prose);
void document_notice(struct document *document, const struct prose *prose);
void document_contents(struct document *document);

/* A row of 1 to 3 figures whose columns add up to 12. */
void document_figures(struct document *document, const struct figure *figures, size_t count);
void document_table(struct document *document, const struct grid *grid, struct span dest);

/* 1 to 3 findings; 1 to 6 KPIs. */
void document_findings(struct document *document, const struct finding *findings, size_t count);
void document_kpis(struct document *document, const struct kpi *kpis, size_t count);

#endif
